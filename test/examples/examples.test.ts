import { readFileSync } from 'node:fs';
import { type CellObject, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { exampleBooks } from '../../examples/example-books.ts';
import { type BookSheet, toWorkSheet, writeBook } from '../../examples/write-book.ts';
import { normaliseHeader } from '../../src/core/intake/sheet/normalise-text.ts';
import { tabNamed } from '../../src/core/intake/sheet/tab-named.ts';
import { choiceNames, columnName } from '../../src/core/language/tab-words.ts';
import { CHOICES } from '../../src/core/layout/choices.ts';
import { columnEntries } from '../../src/core/layout/sheet-layout.ts';
import type { ColumnLayout, TabId } from '../../src/core/layout/tab-layout.ts';
import type { Language } from '../../src/core/model/workspace.ts';

const FOLDER = 'examples';
const LANGUAGES: Readonly<Record<string, Language>> = {
  'web-shop.xlsx': 'nl',
  'superstore.xlsx': 'en',
  'leeg.xlsx': 'nl',
  'blank.xlsx': 'en',
};
/** Made to be filled in: they hold an example row a tab. */
const isBlank = (file: string): boolean => ['leeg.xlsx', 'blank.xlsx'].includes(file);
/** A day that is none, and the label of a month. */
const NO_DATES = new Set(['31-2-2026', '2026-01']);

const made = exampleBooks(FOLDER);
const files = Object.keys(made);
const bytesOf = (file: string): Buffer => readFileSync(`${FOLDER}/${file}`);
const committed = new Map<string, WorkBook>(
  files.map((file) => [file, read(bytesOf(file), { type: 'buffer', cellNF: true })]),
);

function bookOf(file: string): WorkBook {
  const book = committed.get(file);
  if (book === undefined) throw new Error(`${file} is not an example`);
  return book;
}

const cellAt = (sheet: WorkSheet, row: number, column: number): CellObject | undefined =>
  sheet[utils.encode_cell({ r: row, c: column })];

/** "KPI's!C4 n 45,6 d-m-yyyy" for every cell that holds something. */
function cellLines(name: string, sheet: WorkSheet): string[] {
  return Object.keys(sheet)
    .filter((address) => !address.startsWith('!'))
    .map((address) => {
      const { t, v, z }: CellObject = sheet[address];
      return `${name}!${address} ${t} ${v} ${z ?? 'General'}`;
    })
    .sort();
}

type KnownColumn = ColumnLayout & { readonly id: string };

/** Position and column of each header of the tab that Koers knows. */
function knownColumns(file: string, sheet: BookSheet): [number, KnownColumn][] {
  const layout = tabNamed(sheet.name);
  const known = layout === null ? [] : columnEntries(layout.id);
  return sheet.rows[sheet.headerRow].flatMap((header, index): [number, KnownColumn][] => {
    const isNamed = ([id]: (typeof known)[number]) =>
      layout !== null &&
      normaliseHeader(columnName(layout.id, id, LANGUAGES[file])) ===
        normaliseHeader(String(header));
    const [id, column] = known.find(isNamed) ?? [];
    return id === undefined || column === undefined ? [] : [[index, { id, ...column }]];
  });
}

const isDateFormat = (format: unknown): boolean =>
  /y/.test(String(format)) && /d/.test(String(format));

describe.each(files)('examples/%s', (file) => {
  const sheets = made[file];

  test('is what its script makes, cell by cell', () => {
    const book = bookOf(file);
    expect(book.SheetNames).toEqual(sheets.map((sheet) => sheet.name));
    const expected = sheets.flatMap((sheet) => cellLines(sheet.name, toWorkSheet(sheet)));
    const found = book.SheetNames.flatMap((name) => cellLines(name, book.Sheets[name]));
    expect(found).toEqual(expected);
    expect(found.length).toBeGreaterThan(isBlank(file) ? 100 : 10_000);
  });

  test('has the same bytes when it is made again', () => {
    expect(writeBook(sheets).equals(writeBook(exampleBooks(FOLDER)[file]))).toBe(true);
  });

  test('has only tabs that Koers knows, each with the columns it needs', () => {
    for (const sheet of sheets) {
      const layout = tabNamed(sheet.name);
      expect([sheet.name, layout === null]).toEqual([sheet.name, false]);
      const present = knownColumns(file, sheet).map(([, column]) => column.id);
      const columns = layout === null ? [] : columnEntries(layout.id);
      const needed = columns.flatMap(([id, column]) => (column.needed ? [id] : []));
      expect([sheet.name, present]).toEqual([sheet.name, expect.arrayContaining(needed)]);
    }
  });

  test('has no header that Koers would not understand: a column of the tab, or a measure', () => {
    const measures = sheets.find((sheet) => tabNamed(sheet.name)?.id === 'measures');
    const names = measures?.rows.slice(1).map((row) => row[0]) ?? [];
    for (const sheet of sheets) {
      const known = new Set(knownColumns(file, sheet).map(([index]) => index));
      const strangers = sheet.rows[sheet.headerRow].filter((_, index) => !known.has(index));
      const isWide = tabNamed(sheet.name)?.id === 'actuals' && strangers.length > 0;
      expect(names).toEqual(expect.arrayContaining(strangers));
      expect([sheet.name, strangers.length === 0 || isWide]).toEqual([sheet.name, true]);
    }
  });

  test('has true dates in its date columns, and nowhere a date without a date format', () => {
    let dates = 0;
    for (const sheet of sheets) {
      const workSheet = bookOf(file).Sheets[sheet.name];
      const columns = knownColumns(file, sheet).filter(([, column]) => column.cell === 'date');
      for (const [index] of columns) {
        for (let row = sheet.headerRow + 1; row < sheet.rows.length; row += 1) {
          const cell = cellAt(workSheet, row, index);
          if (cell === undefined || NO_DATES.has(String(cell.v))) continue;
          expect([sheet.name, row, cell.t, isDateFormat(cell.z)]).toEqual([
            sheet.name,
            row,
            'n',
            true,
          ]);
          expect(Number.isInteger(cell.v)).toBe(true);
          dates += 1;
        }
      }
    }
    expect(dates).toBeGreaterThan(isBlank(file) ? 4 : 2_000);
  });

  test('has choices in its own language, so that the dropdowns offer what the cells hold', () => {
    const language = LANGUAGES[file];
    let chosen = 0;
    for (const sheet of sheets) {
      for (const [index, column] of knownColumns(file, sheet)) {
        if (column.choices === undefined || column.cell !== 'choice') continue;
        if (column.refersTo !== undefined) continue;
        const words = choiceNames(column.choices, language);
        for (const row of sheet.rows.slice(sheet.headerRow + 1)) {
          if (row[index] === null) continue;
          expect(words).toContain(row[index]);
          chosen += 1;
        }
      }
    }
    expect(chosen).toBeGreaterThan(isBlank(file) ? 3 : 20);
  });

  test('names only goals, measures, KPIs and calendars that it has', () => {
    const namesIn = (id: TabId): unknown[] => {
      const sheet = sheets.find((one) => tabNamed(one.name)?.id === id);
      if (sheet === undefined) return [];
      const wanted = id === 'strategy' ? 'id' : columnEntries(id)[0][0];
      const position =
        knownColumns(file, sheet).find(([, column]) => column.id === wanted)?.[0] ?? 0;
      return sheet.rows.slice(sheet.headerRow + 1).map((row) => row[position]);
    };
    for (const sheet of sheets) {
      for (const [index, column] of knownColumns(file, sheet)) {
        if (column.refersTo === undefined || column.choices !== undefined) continue;
        const allowed = column.refersTo.flatMap(namesIn);
        const used = sheet.rows.slice(sheet.headerRow + 1).map((row) => row[index]);
        expect(allowed).toEqual(expect.arrayContaining(used.filter((cell) => cell !== null)));
      }
    }
  });

  test('keeps its header in sight in every tab', () => {
    const book = read(bytesOf(file), { type: 'buffer', bookFiles: true }) as WorkBook & {
      files: Record<string, { content: Uint8Array }>;
    };
    sheets.forEach((sheet, index) => {
      const { content } = book.files[`xl/worksheets/sheet${index + 1}.xml`];
      const xml = Buffer.from(content).toString('utf8');
      expect(xml).toContain(`<pane ySplit="${sheet.headerRow + 1}" `);
      expect(xml).toContain('state="frozen"');
      // A date typed later looks as the locale writes it.
      const dated = sheet.columns.filter(({ look }) => look === 'date').length;
      expect(xml.match(/<col [^>]*style="\d+"/g)?.length ?? 0).toBeGreaterThanOrEqual(dated);
    });
  });
});

describe('the Dutch web shop', () => {
  const sheets = made['web-shop.xlsx'];
  const sheetNamed = (name: string): BookSheet => {
    const sheet = sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`There is no tab ${name}`);
    return sheet;
  };

  test('has its figures long in one tab and wide, below a title, in another', () => {
    expect(sheetNamed('Realisatie').headerRow).toBe(0);
    expect(sheetNamed('Realisatie').rows[0]).toContain('Meetwaarde');
    const wide = sheetNamed('Realisatie export');
    expect(wide.headerRow).toBe(3);
    expect(wide.rows[wide.headerRow]).not.toContain('Meetwaarde');
    expect(wide.rows[0]).toHaveLength(1);
  });

  test('uses every kind of KPI', () => {
    const kinds = new Set(
      sheetNamed("KPI's")
        .rows.slice(1)
        .map((row) => row[2]),
    );
    expect(kinds.size).toBe(CHOICES.kind.length);
  });
});
