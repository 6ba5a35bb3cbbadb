import { PersonFailure } from '../workflows/failures.ts';

/** What Google's services refuse, told by their own words. The first that fits counts. */
const REFUSALS = [
  // [recorded] The service was not switched on in the script's Cloud project.
  ['API_OFF', /has not been used in project|API .*is(?: currently)? disabled/i],
  // [recorded] An administrator's policy.
  ['API_BLOCKED', /administrators? (?:have|has) disabled|blocked by (?:your |an |the )?admin/i],
  // [recorded] A box that was left unticked when Google asked for consent.
  ['CONSENT_MISSING', /Authorization is required|insufficient authentication scopes/i],
  ['OFFICE_FILE', /not supported for this document/i],
  ['DAY_LIMIT', /too many times for one day|computer time for one day/i],
  ['TOO_MANY_TRIGGERS', /too many triggers/i],
  ['WORKBOOK_FULL', /above the limit of \d+ cells/i],
  ['PROTECTED', /protected cell or object/i],
  // [recorded] A tab that was there a moment ago, by its name and by its id.
  ['CHANGED_MEANWHILE', /Unable to parse range|No (?:grid|sheet) with id/i],
] as const;

const BUSY =
  /quota|rate limit|RESOURCE_EXHAUSTED|too many|unavailable|DNS error|internal error|server error|empty response|deadline|timed? ?out/i;
const NO_EDIT = /permission to edit|cannot edit/i;
const NO_ACCESS = /not found|does not have permission|PERMISSION_DENIED|do not have permission/i;

const CODES: Readonly<Record<number, 'NO_ACCESS' | 'BUSY'>> = {
  403: 'NO_ACCESS',
  404: 'NO_ACCESS',
  // [seen] What Google answered before there was a 429.
  420: 'BUSY',
  429: 'BUSY',
  500: 'BUSY',
  502: 'BUSY',
  503: 'BUSY',
  504: 'BUSY',
};

/** [seen] A right that the manifest does not ask for is our mistake, not the person's. */
const SCOPE_MISSING = /Specified permissions are not sufficient/i;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

function codeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const details: unknown = Reflect.get(error, 'details');
  if (typeof details !== 'object' || details === null) return null;
  const code: unknown = Reflect.get(details, 'code');
  return typeof code === 'number' ? code : null;
}

const accountRefusal = (message: string) => REFUSALS.find(([, words]) => words.test(message))?.[0];

function kindOf(error: unknown) {
  const message = messageOf(error);
  if (SCOPE_MISSING.test(message)) return null;
  const refusal = accountRefusal(message);
  if (refusal !== undefined) return refusal;
  if (BUSY.test(message)) return 'BUSY';
  if (NO_EDIT.test(message)) return 'NO_EDIT';
  const code = codeOf(error);
  if (code !== null && code in CODES) return CODES[code];
  return NO_ACCESS.test(message) ? 'NO_ACCESS' : null;
}

/** A refusal of Sheets as the sentence that helps; anything else stays what it is. */
export function sheetsFailure(error: unknown, isWriting: boolean): unknown {
  const kind = error instanceof PersonFailure ? null : kindOf(error);
  if (kind === null) return error;
  return new PersonFailure(isWriting && kind === 'NO_ACCESS' ? 'NO_EDIT' : kind, {});
}

/** What any service may refuse, whatever it was asked, as the sentence that helps. */
export function serviceFailure(error: unknown): unknown {
  const refusal = error instanceof PersonFailure ? undefined : accountRefusal(messageOf(error));
  return refusal === undefined ? error : new PersonFailure(refusal, {});
}

const MOST_ATTEMPTS = 3;
const FIRST_WAIT_MILLISECONDS = 1000;

/** Sheets asks callers that it turned away for lack of room to come back a little later. */
function attempts<T>(call: () => T): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return call();
    } catch (error) {
      if (kindOf(error) !== 'BUSY' || attempt === MOST_ATTEMPTS) throw error;
      Utilities.sleep(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1));
    }
  }
}

export function readSheets<T>(call: () => T): T {
  try {
    return attempts(call);
  } catch (error) {
    throw sheetsFailure(error, false);
  }
}

/** An answer that got lost tells nothing, a refusal does; what cannot be asked counts as not done. */
function isDoneAll(error: unknown, isDone: () => boolean): boolean {
  const kind = kindOf(error);
  if (kind !== null && kind !== 'BUSY') return false;
  try {
    return isDone();
  } catch {
    return false;
  }
}

/**
 * Writes, and sees whether it was done where it seemed to fail. Never a second time while that cannot
 * be asked: rows that are inserted or deleted would be so again.
 */
export function writeSheets(call: () => unknown, isDone: () => boolean): void {
  let isTried = false;
  try {
    attempts(() => {
      if (isTried && isDone()) return;
      isTried = true;
      call();
    });
  } catch (error) {
    if (!isDoneAll(error, isDone)) throw sheetsFailure(error, true);
  }
}

/** The advanced service as the manifest switches it on. */
export function sheetsService() {
  if (Sheets === undefined) throw new Error('The manifest does not enable the Sheets service');
  return Sheets;
}
