import { anyOf } from '../../language/cell-words.ts';
import { type Day, dayFromSerial } from '../../model/calendar-date.ts';
import type { IssueCode, IssueDetails } from '../../model/issue-details.ts';

/** What a finding about a cell carries; the reader of the row adds the column's name. */
export type ProblemDetails<Code extends IssueCode> = Omit<IssueDetails<Code>, 'column'>;

/** A finding about one cell; the reader of the row adds the column's name and the place. */
export type CellProblem = {
  [Code in IssueCode]: { readonly code: Code; readonly details: ProblemDetails<Code> };
}[IssueCode];

/** Value, blank or bad: three things that never turn into one another. */
export type CellReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'blank' }
  | { readonly kind: 'bad'; readonly problem: CellProblem };

export const BLANK = { kind: 'blank' } as const;

export const read = <T>(value: T): CellReading<T> => ({ kind: 'value', value });

export type BadReading = { readonly kind: 'bad'; readonly problem: CellProblem };

/** The details that the sentences of the code need, but for the column's name. */
export const bad = <Code extends IssueCode>(
  code: Code,
  details: ProblemDetails<Code>,
): BadReading => ({ kind: 'bad', problem: problemOf(code, details) });

// SAFETY: the code has fixed its details; only that both are of one code does not survive a generic.
export const problemOf = <Code extends IssueCode>(
  code: Code,
  details: ProblemDetails<Code>,
): CellProblem => ({ code, details }) as CellProblem;

const LONGEST_SHOWN = 60;

/** A cell as it is shown in a sentence: one line, cut to a readable length. */
export function shown(cell: unknown): string {
  const text = String(cell).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A number that shows as a date, as that date; the number itself where there is no such date. */
export const shownDate = (serial: number): string | { day: Day } =>
  serial >= 0 && serial < 2958466 ? { day: dayFromSerial(serial) } : shown(serial);

const LOADING = new RegExp(`^${anyOf(({ loading }) => loading)}\\s*(?:…|\\.{3})$`, 'i');
const ERROR_VALUE = /^#[A-Z0-9/ÄÖÜ]+[!?]?$/;
const ERROR_ENDING = /[!?/]/;

const isLoadingText = (text: string): boolean => LOADING.test(text.trim());

/** #REF!, #N/A, #DEEL/0! in every language; "#1" and "#winning" are just text. */
function isErrorValue(text: string): boolean {
  const trimmed = text.trim();
  return ERROR_VALUE.test(trimmed) && ERROR_ENDING.test(trimmed);
}

/** What a cell of text says about its source, if anything: still loading, or an error value. */
export function brokenSource(text: string): CellReading<never> | null {
  if (isLoadingText(text)) return bad('SOURCE_LOADING', { received: shown(text) });
  if (isErrorValue(text)) return bad('E_CELL_ERROR', { received: shown(text) });
  return null;
}
