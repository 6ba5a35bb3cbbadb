import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankSheets } from './blank.ts';
import { superstoreSheets } from './superstore.ts';
import { webShopSheets } from './web-shop.ts';
import type { BookSheet } from './write-book.ts';

/** @param folder where the examples stand, their data in a folder below it */
export function exampleBooks(folder: string): Readonly<Record<string, BookSheet[]>> {
  const superstoreCsv = readFileSync(join(folder, 'data', 'superstore-daily.csv'), 'utf8');
  return {
    'web-shop.xlsx': webShopSheets(),
    'superstore.xlsx': superstoreSheets(superstoreCsv),
    'leeg.xlsx': blankSheets('nl'),
    'blank.xlsx': blankSheets('en'),
  };
}
