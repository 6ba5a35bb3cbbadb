import { differenceOf } from '../../model/quantity.ts';
import type { DriverSet } from './find-drivers.ts';
import { splitDifference } from './split-difference.ts';

/** Whether no value is missing. */
export const isFull = (values: ReadonlyArray<number | null>): values is readonly number[] =>
  values.every((value) => value !== null);

export interface Contributions {
  /** What each driver added to the difference. */
  parts: readonly number[];
  /** The difference; 0 when the values before and after are one. */
  total: number;
}

const madeOf = (kind: DriverSet['kind'], values: readonly number[]): number =>
  kind === 'sum'
    ? values.reduce((sum, value) => sum + value, 0)
    : values.reduce((all, value) => all * value, 1);

/**
 * What each driver added to the difference between two sets of values, and the difference itself
 * (calculations.md §12); null when a value is missing.
 */
export function contributionsOf(
  { kind }: DriverSet,
  before: ReadonlyArray<number | null>,
  after: ReadonlyArray<number | null>,
): Contributions | null {
  if (!isFull(before) || !isFull(after)) return null;
  const parts =
    kind === 'sum' ? after.map((value, i) => value - before[i]) : splitDifference(before, after);
  if (parts === null) return null;
  const [was, is] = [madeOf(kind, before), madeOf(kind, after)];
  return { parts, total: differenceOf(is, was) };
}
