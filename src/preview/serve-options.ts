import { parseArgs } from 'node:util';

export interface ServeOptions {
  readonly file: string;
  /** YYYY-MM-DD, or null for the real day. */
  readonly today: string | null;
  readonly port: number;
  /** False: another one will do when it is taken. */
  readonly isPortChosen: boolean;
}

export const SERVE_HELP = `npm start [-- workbook.xlsx] [options]

Shows a Koers workbook as a page on this machine, and follows it when it is saved.

  workbook.xlsx       the workbook; without it an example; it is read, never written

  --today 2026-02-15  the day to look from, instead of the real one and of Today in Settings
  --port 8765         where the page is served
  --help              this text`;

const DEFAULT_FILE = 'examples/web-shop.xlsx';
const DEFAULT_PORT = 8765;

/** What a person typed wrong, in a sentence. */
export class UsageError extends Error {}

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        today: { type: 'string' },
        port: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** What was asked on the command line; null when it was only help. */
export function readServeOptions(args: readonly string[]): ServeOptions | null {
  const { values, positionals } = parse(args);
  if (values.help === true) return null;
  const { today = null, port } = values;
  if (positionals.length > 1) throw new UsageError('Give one workbook at a time.');
  if (today !== null && !isCalendarDate(today)) {
    throw new UsageError(`--today wants a day such as 2026-02-15, not "${today}".`);
  }
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) <= 65_535)) {
    throw new UsageError(`--port wants a number up to 65535, not "${port}".`);
  }
  return {
    file: positionals[0] ?? DEFAULT_FILE,
    today,
    port: port === undefined ? DEFAULT_PORT : Number(port),
    isPortChosen: port !== undefined,
  };
}
