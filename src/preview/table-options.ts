import { parseArgs } from 'node:util';
import { isCalendarDate, UsageError } from './serve-options.ts';

export type TableFormat = 'csv' | 'json';

export interface TableOptions {
  readonly table: string;
  readonly file: string;
  /** YYYY-MM-DD, or null for the workbook's own day. */
  readonly today: string | null;
  readonly format: TableFormat;
  /** Null: that of the workbook. */
  readonly language: 'en' | 'nl' | null;
}

export const TABLE_HELP = `npm run table -- <table> <workbook.xlsx> [options]

Prints a result table of a Koers workbook: its public fields, one line per row of the table.

  <table>             kpis, timeline, milestones, goals, strategy, checks …
  <workbook.xlsx>     the workbook; it is read, never written

  --today 2026-02-15  the day to look from, instead of the real one and of Today in Settings
  --format csv|json   csv (default): a header of field ids, then a line per row;
                      json: a list of objects, one per row
  --language en|nl    language of labels and sentences; without it that of the workbook
  --help              this text

Codes are the same in every language. Dates are printed as 2026-02-15, shares as 0-1, numbers in
full precision, and what is missing as nothing (csv) or null (json). In csv a text that begins
with = + - or @ gets an apostrophe in front, so that no spreadsheet takes it for a formula; json
has the text as it is. The exit code is 0 only when the whole table was printed.`;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        today: { type: 'string' },
        format: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // Node goes on to explain positional arguments, which nobody asked about.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split('. ');
    throw new UsageError(`${sentence.replace(/\.$/, '')}. With --help you see what there is.`);
  }
}

function oneOf<T extends string>(name: string, choices: readonly T[], given: string): T {
  const found = choices.find((choice) => choice === given.toLowerCase());
  if (found === undefined) {
    throw new UsageError(`--${name} wants ${choices.join(' or ')}, not "${given}".`);
  }
  return found;
}

/** What was asked on the command line; null when it was only help. */
export function readTableOptions(args: readonly string[]): TableOptions | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const [table, file, ...more] = positionals;
  if (table === undefined || file === undefined || more.length > 0) {
    throw new UsageError(
      'Give a table and one workbook, such as: npm run table -- kpis my-goals.xlsx. With --help you see everything.',
    );
  }
  const { today = null, format = 'csv', language } = values;
  if (today !== null && !isCalendarDate(today)) {
    throw new UsageError(`--today wants a day such as 2026-02-15, not "${today}".`);
  }
  return {
    table: table.toLowerCase(),
    file,
    today,
    format: oneOf<TableFormat>('format', ['csv', 'json'], format),
    language:
      language === undefined ? null : oneOf<'en' | 'nl'>('language', ['en', 'nl'], language),
  };
}
