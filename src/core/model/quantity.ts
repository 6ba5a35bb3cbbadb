/** Why a number is null. Stable codes; their words stand in the sentences of each language. */
export type ReasonCode =
  | 'INVALID'
  | 'NO_DATA'
  | 'NO_TARGET'
  | 'NO_BASELINE'
  | 'NOT_APPLICABLE'
  | 'NOT_A_FLOW'
  | 'NOT_STARTED'
  | 'TOO_EARLY'
  | 'FIRST_INTERVAL'
  | 'TOO_FEW_VALUES'
  | 'DIVISION_BY_ZERO'
  | 'PLAN_FLAT'
  | 'PLAN_NOT_MONOTONE'
  | 'NO_MOVEMENT'
  | 'PERIOD_OVER'
  | 'NO_ETA'
  | 'BEYOND_HORIZON'
  | 'NO_PROGRESS'
  | 'NO_USE'
  | 'REACHED'
  | 'OUT_OF_FUEL'
  | 'NO_HISTORY'
  | 'NO_BAND'
  | 'INCOMPLETE'
  | 'UNREADABLE'
  | 'REFERENCE_INCOMPLETE'
  | 'STOPS_PER_PERIOD'
  | 'AWAITING_FIGURES'
  | 'WINDOW_OPEN'
  | 'ONE_VALUE'
  | 'SOURCE_LOADING'
  | 'CEILING_PASSED'
  | 'OUTLOOK'
  | 'E_CHANNELS';

/** A published number: never NaN or infinite, and a reason wherever it is missing. */
export type Quantity =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: ReasonCode };

/** What was divided by next to nothing is not known. */
export const known = (value: number): Quantity =>
  Number.isFinite(value) ? { value, reason: null } : unknown('DIVISION_BY_ZERO');

const unknownBy = new Map<ReasonCode, Quantity>();

/** One object for each reason: the timelines of a workbook hold millions of them. */
export function unknown(reason: ReasonCode): Quantity {
  const before = unknownBy.get(reason);
  if (before !== undefined) return before;
  const made: Quantity = { value: null, reason };
  unknownBy.set(reason, made);
  return made;
}

/** A number when it is finite, else null with the reason. */
export const knownOr = (value: number | null, reason: ReasonCode): Quantity =>
  value !== null && Number.isFinite(value) ? known(value) : unknown(reason);

/** What is multiplied and squared on the way overflows beyond; nobody has ever counted as far. */
const LARGEST = 1e100;

/** A number that can be reckoned with: finite, and not so large that its square is not. */
export const isReckonable = (value: number): boolean => Math.abs(value) < LARGEST;

const EQUALITY_TOLERANCE = 1e-9;

/** |a − b| ≤ 1e−9·max(1, |a|, |b|): full precision everywhere, without being fooled by it. */
export const nearlyEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= EQUALITY_TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));

/** Everything below it is surely less: for long ways, where most of what is compared lies far off. */
export const leastNearlyEqual = (b: number): number =>
  b - 2 * EQUALITY_TOLERANCE * Math.max(1, Math.abs(b));

/** a − b; 0 where they are equal but for rounding, so that nothing is made of it. */
export const differenceOf = (a: number, b: number): number => (nearlyEqual(a, b) ? 0 : a - b);

/** a ≥ b, a boundary going to the better side. */
export const atLeast = (a: number, b: number): boolean => a >= b || nearlyEqual(a, b);

/** From one number to another, as a share of the first one's size; null without both, or from 0. */
export const relativeChange = (from: number | null, to: number | null): number | null =>
  from === null || to === null || from === 0 ? null : (to - from) / Math.abs(from);
