import type { Clasp } from '../clasp/clasp.ts';
import type { Release, ScriptProject } from '../projects/projects.ts';
import type { Session } from '../session.ts';
import { contentOf, type ProjectFiles, type ProjectName } from '../workshop.ts';
import { settleVersionsFromElsewhere } from './settle-version.ts';

interface ReleaseOrder {
  readonly project: ProjectName;
  /** Short name of the workbook or the organisation. */
  readonly name: string;
  readonly script: ScriptProject;
  readonly files: ProjectFiles;
}

/**
 * Pushes the code and makes a version of it. The same code never gets a second version: it is found
 * by its fingerprint, here or in Google's own list, where a run that broke off may have left it.
 */
export async function releaseCode(
  session: Session,
  clasp: Clasp,
  { project, name, script, files }: ReleaseOrder,
): Promise<Release> {
  const { workshop, koers, tell } = session;
  const folder = workshop.folderOf(project, name);
  const content = contentOf(files);
  const description = `Koers ${koers} (${content})`;
  workshop.stage(folder, script.scriptId, files);
  const known = script.releases.find((release) => release.content === content);
  const versions = known === undefined ? await clasp.versions(folder) : [];
  await settleVersionsFromElsewhere(session, script, versions);
  const pushed = await clasp.push(folder);
  const done = pushed.length === 0 ? 'already there' : `pushed (${pushed.length} files)`;
  const label = `  ${project} code`.padEnd(22);
  if (known !== undefined) {
    tell(`${label}${done}, version ${known.version} as before`);
    return known;
  }
  const left = versions.find((each) => each.description === description);
  const version = left?.version ?? (await clasp.createVersion(folder, description));
  tell(`${label}${done}, version ${version}`);
  return { version, koers, content };
}
