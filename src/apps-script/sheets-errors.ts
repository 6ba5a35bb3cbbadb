import { PersonFailure } from '../workflows/failures.ts';

const NO_ACCESS = /not found|does not have permission|PERMISSION_DENIED|do not have permission/i;
const NO_EDIT = /protected|permission to edit|cannot edit/i;
const BUSY =
  /quota|rate limit|RESOURCE_EXHAUSTED|too many times|unavailable|internal error|deadline|timed? ?out/i;
const CODES: Readonly<Record<number, 'NO_ACCESS' | 'BUSY'>> = {
  403: 'NO_ACCESS',
  404: 'NO_ACCESS',
  429: 'BUSY',
  500: 'BUSY',
  503: 'BUSY',
};

/** [seen] A call that the manifest does not allow is our mistake, not the person's. */
const SCOPE_MISSING = /permissions are not sufficient|insufficient authentication scopes/i;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '');

function codeOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null) return null;
  const details: unknown = Reflect.get(error, 'details');
  if (typeof details !== 'object' || details === null) return null;
  const code: unknown = Reflect.get(details, 'code');
  return typeof code === 'number' ? code : null;
}

function kindOf(error: unknown): 'NO_ACCESS' | 'NO_EDIT' | 'BUSY' | null {
  const message = messageOf(error);
  if (SCOPE_MISSING.test(message)) return null;
  if (BUSY.test(message)) return 'BUSY';
  if (NO_EDIT.test(message)) return 'NO_EDIT';
  const code = codeOf(error);
  if (code !== null && code in CODES) return CODES[code];
  return NO_ACCESS.test(message) ? 'NO_ACCESS' : null;
}

/** A refusal of Sheets as the sentence that helps; anything else stays what it is. */
export function sheetsFailure(error: unknown, isWriting: boolean): unknown {
  const kind = kindOf(error);
  if (kind === null) return error;
  return new PersonFailure(isWriting && kind === 'NO_ACCESS' ? 'NO_EDIT' : kind, {});
}

const MOST_ATTEMPTS = 3;
const FIRST_WAIT_MILLISECONDS = 1000;

/** Sheets asks callers that it turned away for lack of room to come back a little later. */
export function callSheets<T>(call: () => T, isWriting = false): T {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return call();
    } catch (error) {
      if (kindOf(error) !== 'BUSY' || attempt === MOST_ATTEMPTS) {
        throw sheetsFailure(error, isWriting);
      }
      Utilities.sleep(FIRST_WAIT_MILLISECONDS * 2 ** (attempt - 1));
    }
  }
}

/** The advanced service as the manifest switches it on. */
export function sheetsService() {
  if (Sheets === undefined) throw new Error('The manifest does not enable the Sheets service');
  return Sheets;
}
