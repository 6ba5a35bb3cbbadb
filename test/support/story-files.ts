import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Story {
  name: string;
  /** What the story shows, in a sentence. */
  claim: string;
  /** YYYY-MM-DD in the workbook's time zone. */
  today: string;
  locale: string;
  /** Advice on how KPIs are described stands among its checks. */
  isSmart?: boolean;
  /** The tabs that somebody typed, rows of cells. */
  tabs: ReadonlyArray<{ name: string; rows: readonly string[][] }>;
  /** What comes out: of a result table the columns that matter. */
  expected: ReadonlyArray<{ table: string; header: readonly string[]; rows: readonly string[][] }>;
}

/** Comma-separated rows; a cell in double quotes may hold commas and doubled quotes. */
function csvRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
        ([, quoted, plain]) => quoted?.replace(/""/g, '"') ?? plain ?? '',
      ),
    );
}

const EXPECTED = 'expected-';

/** A folder: story.json, a CSV per tab, and expected-<table>.csv per result table. */
function readStory(folder: string, name: string): Story {
  const path = join(folder, name);
  const read = (file: string) => readFileSync(join(path, file), 'utf8');
  const { claim, today, locale, isSmart = false } = JSON.parse(read('story.json'));
  const files = readdirSync(path)
    .filter((file) => file.endsWith('.csv'))
    .sort();
  const bare = (file: string) => file.replace(/\.csv$/, '');
  return {
    name,
    claim,
    today,
    locale,
    isSmart,
    tabs: files
      .filter((file) => !file.startsWith(EXPECTED))
      .map((file) => ({ name: bare(file), rows: csvRows(read(file)) })),
    expected: files
      .filter((file) => file.startsWith(EXPECTED))
      .map((file) => {
        const [header, ...rows] = csvRows(read(file));
        return { table: bare(file).slice(EXPECTED.length), header, rows };
      }),
  };
}

export const storiesIn = (folder: string): Story[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readStory(folder, name));
