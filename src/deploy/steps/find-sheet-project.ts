import type { Clasp, ProjectOrder } from '../clasp/clasp.ts';
import { DeployFailure } from '../deploy-failure.ts';
import { workbookIdFrom } from '../deploy-options.ts';
import type { ScriptProject } from '../projects/projects.ts';
import type { Session } from '../session.ts';

type Place = 'new_workbook' | { readonly workbookId: string };

function complaintAboutAddress(typed: string): string | null {
  try {
    workbookIdFrom(typed);
    return null;
  } catch (error) {
    if (error instanceof DeployFailure) return error.message;
    throw error;
  }
}

async function askAddress(session: Session): Promise<Place> {
  const typed = await session.asker?.text('Its address', '', complaintAboutAddress);
  return { workbookId: workbookIdFrom(typed ?? '') };
}

const brokenOff = (title: string): string =>
  `A run broke off while Google was making the workbook "${title}".`;

/** Where the script goes: after a run that broke off nobody but the person knows what is there. */
async function choosePlace(session: Session, making: string | null): Promise<Place> {
  const { options, asker } = session;
  if (options.sheet !== null) return options.sheet === 'new' ? 'new_workbook' : options.sheet;
  if (asker === null) {
    throw new DeployFailure(
      making === null
        ? 'Which workbook? Say --sheet new for a new one, or --sheet with the address of one you have.'
        : `${brokenOff(making)} Look in Google Drive: when it is there, deploy again with --sheet and its address; when not, with --sheet new.`,
    );
  }
  if (making !== null) {
    return (await asker.confirm(`${brokenOff(making)} Is it in your Google Drive?`))
      ? askAddress(session)
      : 'new_workbook';
  }
  const isNew = await asker.choose('Which workbook?', [
    { name: 'Make a new one', value: true },
    { name: 'One that I have', value: false },
  ]);
  return isNew ? 'new_workbook' : askAddress(session);
}

/** The script project in the workbook: the one there is, or else a new one. */
export async function findSheetProject(
  session: Session,
  clasp: Clasp,
  name: string,
): Promise<ScriptProject> {
  const { ledger, options, workshop, tell } = session;
  const workbook = () => ledger.projects().workbooks[name];
  const { sheet, making, organisation } = workbook();
  const keep = (scriptId: string, workbookId: string | null): ScriptProject => {
    const made = { scriptId, releases: [] };
    ledger.setWorkbook(name, { ...workbook(), sheet: made, workbookId, making: null });
    return made;
  };
  if (sheet !== null) {
    if (options.script === null || options.script === sheet.scriptId) return sheet;
    // Where nothing was released, the id may have been mistyped.
    if (sheet.releases.length > 0) {
      throw new DeployFailure(
        `The workbook "${name}" has the script ${sheet.scriptId} already. Give the other workbook another name with --workbook.`,
      );
    }
  }
  if (options.script !== null) {
    tell('  sheet project       the one you gave');
    const given = options.sheet === 'new' ? null : options.sheet;
    return keep(options.script, given?.workbookId ?? null);
  }
  const place = await choosePlace(session, making);
  const { company } = ledger.projects().organisations[organisation].details;
  const title = `Koers – ${company} – ${name}`;
  const folder = workshop.folderOf('sheet', name);
  const kind: ProjectOrder['kind'] = place;
  ledger.setWorkbook(name, { ...workbook(), making: title });
  workshop.clear(folder);
  await clasp.createProject({ folder, title, kind }, ({ scriptId, workbookId }) => {
    const id = place === 'new_workbook' ? workbookId : place.workbookId;
    if (scriptId !== null) keep(scriptId, id);
  });
  tell(
    place === 'new_workbook'
      ? `  sheet project       made, with the workbook "${title}"`
      : '  sheet project       made, in your workbook',
  );
  return workbook().sheet as ScriptProject;
}
