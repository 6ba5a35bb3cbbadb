/** npm start: a workbook, the bundle that ships and a Data Studio page, on this machine. */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAccountHost, OWNER, WORKBOOK_ID } from './account-host.ts';
import { keepCompiledIn } from './emulation/host/compiled-scripts.ts';
import type { PushedProject } from './emulation/host/trigger-runner.ts';
import { UnreadableFile } from './emulation/host/unreadable-file.ts';
import { followFile } from './follow-file.ts';
import { createPageServer } from './http-server.ts';
import { openWorkbook } from './open-workbook.ts';
import { readServeOptions, SERVE_HELP, type ServeOptions, UsageError } from './serve-options.ts';

/** Filled in by the build from package.json. */
declare const KOERS_VERSION: string;

const LOOPBACK = '127.0.0.1';
const MOST_PORTS_TRIED = 20;

const builtPath = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const builtText = (path: string): string => readFileSync(builtPath(path), 'utf8');

const projectNamed = (name: 'sheet' | 'connector'): PushedProject => ({
  emulator: builtText('preview/emulator.js'),
  code: builtText(`${name}/Code.js`),
  manifest: JSON.parse(builtText(`${name}/appsscript.json`)),
});

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** The port asked for, or else the next free one after the usual. */
async function listenSomewhere(server: Server, { port, isPortChosen }: ServeOptions) {
  const last = isPortChosen ? port : port + MOST_PORTS_TRIED;
  for (let tried = port; ; tried += 1) {
    try {
      return await listen(server, tried);
    } catch (error) {
      if (!isTaken(error)) throw error;
      if (tried >= last) {
        throw new UsageError(`Port ${tried} is in use. Choose another one with --port.`);
      }
    }
  }
}

async function serve(options: ServeOptions): Promise<void> {
  const { file, today } = options;
  keepCompiledIn(builtPath('preview/compiled'));
  const read = () =>
    openWorkbook(file, {
      id: WORKBOOK_ID,
      owner: OWNER,
      today,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  // A file that cannot be opened at all ends here; one that breaks later is the page's to tell.
  read();
  const host = createAccountHost({
    version: KOERS_VERSION,
    sheet: projectNamed('sheet'),
    connector: projectNamed('connector'),
    boardPage: builtText('connector/board.html'),
    fileName: basename(file),
    today,
    readWorkbook: read,
  });
  host.reload();
  const server = createPageServer(host, builtPath('preview/page'));
  await listenSomewhere(server, options);
  followFile(file, host.reload);
  // SAFETY: a server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Koers shows ${file} at http://localhost:${port}/\n`);
  process.stdout.write('Save the workbook and the page follows. Stop with Ctrl+C.\n');
}

function sentenceFor(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  return error instanceof UnreadableFile ? error.sentences.en : null;
}

async function main(args: readonly string[]): Promise<void> {
  try {
    const options = readServeOptions(args);
    if (options === null) process.stdout.write(`${SERVE_HELP}\n`);
    else await serve(options);
  } catch (error) {
    const sentence = sentenceFor(error);
    process.exitCode = 1;
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
  }
}

await main(process.argv.slice(2));
