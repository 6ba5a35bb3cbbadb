import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import vm from 'node:vm';

const compiled = new Map<string, vm.Script>();
let folder: string | null = null;

/** The engine takes compiled code of another text with as many characters for its own. */
const pathOf = (inFolder: string, source: string): string =>
  join(inFolder, createHash('sha1').update(`${process.version} ${source}`).digest('hex'));

function earlierCompiled(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    // Nothing was kept yet, or it cannot be read: then it is compiled anew.
    return undefined;
  }
}

function keep(path: string, script: vm.Script): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    writeFileSync(unfinished, script.createCachedData());
    renameSync(unfinished, path);
  } catch {
    // A folder that cannot be written costs the next process a tenth of a second.
  }
}

/** What this process compiles is kept in the folder when it ends, functions that ran included. */
export function keepCompiledIn(chosen: string): void {
  folder = chosen;
}

/** Compiled once: a context is new for every execution, the code is not. */
export function compile(source: string, filename: string): vm.Script {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const path = folder === null ? null : pathOf(folder, source);
  const cachedData = path === null ? undefined : earlierCompiled(path);
  const script = new vm.Script(source, { filename, ...(cachedData && { cachedData }) });
  if (path !== null && (cachedData === undefined || script.cachedDataRejected === true)) {
    process.once('exit', () => keep(path, script));
  }
  compiled.set(source, script);
  return script;
}
