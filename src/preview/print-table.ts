/** npm run table: a result table of a workbook on this machine, by the bundle that ships. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from './data-studio/contract.ts';
import { ConnectorError } from './data-studio/errors.ts';
import { createAccount, type EmulatedAccount } from './emulation/host/account.ts';
import { fixedClock } from './emulation/host/clock.ts';
import { keepCompiledIn } from './emulation/host/compiled-scripts.ts';
import { connectorFailure } from './emulation/host/connector-failure.ts';
import { runFunction } from './emulation/host/execution.ts';
import { UnreadableFile } from './emulation/host/unreadable-file.ts';
import { momentOf, wallTime } from './emulation/host/zoned-time.ts';
import { openWorkbook } from './open-workbook.ts';
import { UsageError } from './serve-options.ts';
import { readTableOptions, TABLE_HELP, type TableOptions } from './table-options.ts';
import { tableRows } from './table-rows.ts';
import { tableText } from './table-text.ts';
import { uncalculatedNotice } from './uncalculated-notice.ts';

const OWNER = 'you@example.com';
const WORKBOOK_ID = 'koers-table-workbook';
const HOUR_OF_DAY = 9;

const builtPath = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const builtFile = (path: string): string => readFileSync(builtPath(path), 'utf8');

/** The morning of the day asked for, in the time zone of the workbook. */
function moment(today: string | null, timeZone: string): number {
  if (today === null) return Date.now();
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  return momentOf({ year, month, day, hour: HOUR_OF_DAY, minute: 0 }, timeZone);
}

function openAccount({ file, today, language }: TableOptions): EmulatedAccount {
  const workbook = openWorkbook(file, { id: WORKBOOK_ID, owner: OWNER, today });
  const account = createAccount({
    owner: OWNER,
    workbooks: [workbook],
    clock: fixedClock(moment(today, workbook.timeZone)),
  });
  account.userLocale = language ?? 'en';
  return account;
}

async function printedTable(options: TableOptions): Promise<string> {
  keepCompiledIn(builtPath('preview/compiled'));
  const account = openAccount(options);
  const notice = uncalculatedNotice(account.workbooks.get(WORKBOOK_ID), options.language ?? 'en');
  if (notice !== null) process.stderr.write(`${notice}\n`);
  const project = {
    emulator: builtFile('preview/emulator.js'),
    code: builtFile('connector/Code.js'),
    manifest: JSON.parse(builtFile('connector/appsscript.json')),
  };
  const call = (functionName: string, request?: object): Answer => {
    const { result, error } = runFunction(account, {
      ...project,
      project: 'connector',
      functionName,
      trigger: 'datastudio',
      args: request === undefined ? [] : [request],
    });
    return error === undefined ? { result } : { error: connectorFailure(error) };
  };
  const { year, month, day } = wallTime(account.clock.now(), 'Etc/UTC');
  const two = (part: number): string => String(part).padStart(2, '0');
  const { columns, rows } = await tableRows(call, {
    table: options.table,
    workbook: WORKBOOK_ID,
    language: options.language,
    today: `${year}-${two(month)}-${two(day)}`,
  });
  return tableText(options.format, columns, rows);
}

/** Mistakes that a person can put right; anything else is ours and keeps its stack. */
function sentenceFor(error: unknown, language: 'en' | 'nl'): string | null {
  if (error instanceof UsageError) return error.message;
  if (error instanceof UnreadableFile) return error.sentences[language];
  return error instanceof ConnectorError ? error.message : null;
}

async function main(args: readonly string[]): Promise<void> {
  let language: 'en' | 'nl' = 'en';
  try {
    const options = readTableOptions(args);
    language = options?.language ?? 'en';
    process.stdout.write(options === null ? `${TABLE_HELP}\n` : await printedTable(options));
  } catch (error) {
    const sentence = sentenceFor(error, language);
    process.exitCode = 1;
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
  }
}

// Whoever reads the output may stop before its end, as head does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

await main(process.argv.slice(2));
