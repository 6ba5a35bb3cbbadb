/** The folders below .koers: what is pushed from them is written anew at every deployment. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files of a project, by the name they have in it. */
export type ProjectFiles = Readonly<Record<string, string>>;

export type ProjectName = 'sheet' | 'connector';

export interface Workshop {
  /** Where clasp runs when no project is meant. */
  readonly home: string;
  readonly folderOf: (project: ProjectName, name: string) => string;
  /** What the build made for a project. */
  readonly built: (project: ProjectName) => ProjectFiles;
  /** An empty folder, for clasp to make a project in. */
  readonly clear: (folder: string) => void;
  /** Exactly these files, and nothing else, to be pushed to this project. */
  readonly stage: (folder: string, scriptId: string, files: ProjectFiles) => void;
}

const FILES = ['Code.js', 'board.html', 'appsscript.json'];

/** Fingerprint of files: the same code has the same one. */
export function contentOf(files: ProjectFiles): string {
  const hash = createHash('sha256');
  for (const [name, text] of Object.entries(files).sort()) hash.update(`${name}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}

const kilobytes = (text: string): number => Math.ceil(Buffer.byteLength(text) / 1024);

/** `rehearse` gets what would be written, in place of writing it; null to write. */
export function openWorkshop(
  home: string,
  dist: string,
  rehearse: ((line: string) => void) | null,
): Workshop {
  const clear = (folder: string): void => {
    if (rehearse !== null) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, 'code'), { recursive: true });
  };
  return {
    home,
    folderOf: (project, name) => join(home, '.koers', `${project}s`, name),
    built: (project) =>
      Object.fromEntries(
        FILES.map((name) => [name, readFileSync(join(dist, project, name), 'utf8')]),
      ),
    clear,
    stage: (folder, scriptId, files) => {
      if (rehearse !== null) {
        const sizes = Object.entries(files).map(([name, text]) => `${name} ${kilobytes(text)} KB`);
        if (sizes.length > 0) rehearse(`    would write: ${sizes.join(', ')}`);
        return;
      }
      clear(folder);
      const settings = { scriptId, rootDir: 'code', scriptExtensions: ['.js'] };
      writeFileSync(join(folder, '.clasp.json'), `${JSON.stringify(settings, null, 2)}\n`);
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(folder, 'code', name), text);
      }
    },
  };
}
