import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleBooks } from './example-books.ts';
import { writeBook } from './write-book.ts';

const FOLDER = 'examples';

for (const [file, sheets] of Object.entries(exampleBooks(FOLDER))) {
  const path = join(FOLDER, file);
  writeFileSync(path, writeBook(sheets));
  console.log(`${path}: ${sheets.map((sheet) => sheet.name).join(', ')}`);
}
