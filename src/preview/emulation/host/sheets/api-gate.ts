import { PlatformError, type ProjectState } from '../account.ts';
import type { Execution } from '../execution-state.ts';
import { isConsented, isGranted } from '../granted-scopes.ts';
import { apiError } from '../open-workbook.ts';

type Access = 'read' | 'write';

const SCOPES: Readonly<Record<Access, readonly string[]>> = {
  read: ['spreadsheets', 'spreadsheets.readonly', 'drive', 'drive.readonly', 'drive.file'],
  write: ['spreadsheets', 'drive', 'drive.file'],
};

/** Ours: a number of a Cloud project that nobody has. */
const PROJECT_NUMBER = 123456789012;
const MINUTE = 60_000;

/** [recorded] The text of 403 for a service that nobody switched on in the Cloud project. */
const SWITCHED_OFF =
  `Google Sheets API has not been used in project ${PROJECT_NUMBER} before or it is disabled. ` +
  `Enable it by visiting https://console.developers.google.com/apis/api/sheets.googleapis.com/overview?project=${PROJECT_NUMBER} ` +
  'then retry. If you enabled this action recently, wait a few minutes for the action to propagate to our systems and retry.';

/** [documented] For Drive; [assumed] for Sheets. */
const BLOCKED = 'The domain administrators have disabled Drive apps.';

/** [documented] Which scopes each method takes; [recorded] the text without one, unticked or not asked for. */
function refuseWithoutScope(execution: Execution, caller: string, access: Access): void {
  const anyOf = SCOPES[access].map((scope) => `https://www.googleapis.com/auth/${scope}`);
  if (isGranted(execution, anyOf) && isConsented(execution, anyOf)) return;
  throw apiError(caller, 403, 'Request had insufficient authentication scopes.');
}

/** [assumed] A quota is full again at each full minute of the clock. */
function usageIn(project: ProjectState, access: Access, now: number): Map<string, number> {
  const minute = Math.floor(now / MINUTE);
  if (project.apiUsage?.minute !== minute) {
    project.apiUsage = { minute, read: new Map(), write: new Map() };
  }
  return project.apiUsage[access];
}

/** [documented] Each request counts, also one that is refused for another reason. */
function countAgainstQuota(execution: Execution, caller: string, access: Access): void {
  const { account, project, user } = execution;
  const quota = account.sheetsQuota;
  if (quota === undefined) return;
  const used = usageIn(project, access, account.clock.now());
  const own = (used.get(user) ?? 0) + 1;
  used.set(user, own);
  const all = [...used.values()].reduce((sum, count) => sum + count, 0);
  const which = own > quota.perUser ? ' per user' : '';
  if (own <= quota.perUser && all <= quota.perProject) return;
  const metric = access === 'read' ? 'Read' : 'Write';
  // [recorded]
  throw apiError(
    caller,
    429,
    `Quota exceeded for quota metric '${metric} requests' and limit '${metric} requests per minute${which}' ` +
      `of service 'sheets.googleapis.com' for consumer 'project_number:${PROJECT_NUMBER}'.`,
  );
}

/** What every request of the Sheets API has to pass before a workbook is looked at. */
export function enterApi(execution: Execution, caller: string, access: Access): void {
  const { sheetsApi = 'on' } = execution.account;
  refuseWithoutScope(execution, caller, access);
  if (sheetsApi === 'off') throw apiError(caller, 403, SWITCHED_OFF);
  if (sheetsApi === 'blocked') throw apiError(caller, 403, BLOCKED);
  countAgainstQuota(execution, caller, access);
}

/** [documented] Complex sheets and requests with grid data of much of a workbook. */
export function refuseComplex(caller: string): never {
  throw apiError(caller, 503, 'The service is currently unavailable.');
}

/** An option that this emulation does not know is refused, never ignored. */
export function checkOptions(caller: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new PlatformError(`${caller} with ${unknown} is not emulated`, 'NotEmulatedError');
}
