import { readFileSync } from 'node:fs';

/** A series with its own future: what was known, and what came. */
export interface SeriesWithFuture {
  readonly id: string;
  readonly period: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Values per cycle of the periods that have one; of any other (YEARLY, OTHER) 1: no season. */
const SEASON_LENGTHS: Readonly<Record<string, number>> = {
  MONTHLY: 12,
  QUARTERLY: 4,
  WEEKLY: 52,
  DAILY: 7,
};

export const seasonLengthOf = (period: string): number => SEASON_LENGTHS[period] ?? 1;

/** Reads [{id, period, train, test}, …]; says which series is not of that form. */
export function readSeries(path: string): SeriesWithFuture[] {
  const all: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(all)) throw new Error(`${path} holds no list of series.`);
  return all.map((one: Partial<SeriesWithFuture> | null, position) => {
    const id = String(one?.id ?? position + 1);
    if (!isNumbers(one?.train) || !isNumbers(one?.test)) {
      throw new Error(`${path}: series ${id} has no list of numbers as train and as test.`);
    }
    return { id, period: String(one?.period ?? 'OTHER').toUpperCase(), ...pick(one) };
  });
}

const pick = (one: Partial<SeriesWithFuture>) => ({ train: one.train ?? [], test: one.test ?? [] });

const isNumbers = (values: unknown): values is readonly number[] =>
  Array.isArray(values) && values.every((value) => Number.isFinite(value));
