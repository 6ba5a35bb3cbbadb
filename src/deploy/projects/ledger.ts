import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DeployFailure } from '../deploy-failure.ts';
import { isShortName } from '../organisation.ts';
import {
  NO_PROJECTS,
  type Organisation,
  PROJECTS_LAYOUT,
  type Projects,
  type Workbook,
} from './projects.ts';

/** The file, and what is in it now. Every change is on disk before the next step begins. */
export interface Ledger {
  readonly projects: () => Projects;
  readonly setOrganisation: (name: string, organisation: Organisation) => void;
  readonly setWorkbook: (name: string, workbook: Workbook) => void;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProject = (value: unknown): boolean =>
  value === null ||
  (isObject(value) && typeof value.scriptId === 'string' && Array.isArray(value.releases));

/** Names of entries become folders, so a name that is none is as wrong as a missing part. */
const hasShape = (value: unknown): value is Projects =>
  isObject(value) &&
  isObject(value.organisations) &&
  isObject(value.workbooks) &&
  [...Object.keys(value.organisations), ...Object.keys(value.workbooks)].every(isShortName) &&
  Object.values(value.organisations).every(
    (entry) => isObject(entry) && isObject(entry.details) && isProject(entry.connector),
  ) &&
  Object.values(value.workbooks).every(
    (entry) =>
      isObject(entry) &&
      typeof entry.organisation === 'string' &&
      isProject(entry.sheet) &&
      Array.isArray(entry.rollouts),
  );

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readProjects(path: string): Projects {
  if (!existsSync(path)) return NO_PROJECTS;
  const value = parsed(readFileSync(path, 'utf8'));
  if (isObject(value) && Number(value.layout) > PROJECTS_LAYOUT) {
    throw new DeployFailure(
      `${path} was written by a newer Koers. Use that one, so that nothing it wrote is lost.`,
    );
  }
  if (!hasShape(value)) {
    throw new DeployFailure(
      `${path} cannot be read any more. Put back a copy of it; or move it away and deploy again with --script, --sheet, --connector and --deployment, so that the projects that exist are found and no second ones are made.`,
    );
  }
  return value;
}

function writeProjects(path: string, projects: Projects): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, `${JSON.stringify(projects, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** What is in the file; with `write` false it changes in memory only. */
export function openLedger(path: string, write: boolean): Ledger {
  let projects = readProjects(path);
  const change = (next: Projects): void => {
    projects = next;
    if (write) writeProjects(path, next);
  };
  return {
    projects: () => projects,
    setOrganisation: (name, organisation) =>
      change({
        ...projects,
        organisations: { ...projects.organisations, [name]: organisation },
      }),
    setWorkbook: (name, workbook) =>
      change({ ...projects, workbooks: { ...projects.workbooks, [name]: workbook } }),
  };
}
