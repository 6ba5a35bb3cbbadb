import type { CellPlace } from '../../model/a1-notation.ts';
import { CADENCES } from '../../model/period.ts';
import { nearestName } from '../rows/nearest-name.ts';
import type { ReadContext } from '../rows/read-context.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import type { SheetInput } from '../sheet/sheet-input.ts';
import { isComputed, type MeasureDraft } from '../tabs/measure-draft.ts';

/** What a measure cell or header means when it is not the position of a measure with values. */
export const UNKNOWN_MEASURE = -1;
export const FORMULA_MEASURE = -2;
export const ELSEWHERE_MEASURE = -3;

/** Names and ids of measures as positions, with what is learnt of each while values are read. */
export interface MeasureDictionary {
  readonly measures: readonly MeasureDraft[];
  readonly positionOf: ReadonlyMap<string, number>;
  /** 1 where a blank Value is an event. */
  readonly isCount: Uint8Array;
  /** 1 where a value is still loading or its import failed. */
  readonly isLoading: Uint8Array;
  /** The longest period that a label of one of its values named. */
  readonly coarsestGrain: Uint8Array;
  /** The shortest one; 0, a day, as soon as one value has a date of its own. */
  readonly finestGrain: Uint8Array;
  /** First place and number of rows, by name, of what is no measure or has a formula. */
  readonly strangers: Map<string, { place: CellPlace; count: number; meaning: number }>;
  /** True when a whole tab, or the name in a row, could not be read yet. */
  isPartLoading: boolean;
}

export function measureDictionary(measures: readonly MeasureDraft[]): MeasureDictionary {
  const positionOf = new Map<string, number>();
  const twice = new Set<string>();
  measures.forEach((measure, position) => {
    const key = normaliseText(measure.name);
    if (positionOf.has(key)) twice.add(key);
    else positionOf.set(key, isComputed(measure) ? FORMULA_MEASURE : position);
  });
  // A name that two measures share means neither; their ids still do.
  for (const key of twice) positionOf.delete(key);
  measures.forEach((measure, position) => {
    const meaning = isComputed(measure) ? FORMULA_MEASURE : position;
    if (!positionOf.has(measure.id)) positionOf.set(measure.id, meaning);
  });
  return {
    measures,
    positionOf,
    isCount: Uint8Array.from(measures, ({ aggregation }) => (aggregation === 'count' ? 1 : 0)),
    isLoading: new Uint8Array(measures.length),
    coarsestGrain: new Uint8Array(measures.length),
    finestGrain: new Uint8Array(measures.length).fill(CADENCES.length),
    strangers: new Map(),
    isPartLoading: false,
  };
}

export const positionOfName = (dictionary: MeasureDictionary, name: string): number =>
  dictionary.positionOf.get(normaliseText(name)) ?? UNKNOWN_MEASURE;

export function noteStranger(
  dictionary: MeasureDictionary,
  name: string,
  meaning: number,
  place: CellPlace,
): void {
  const known = dictionary.strangers.get(name);
  if (known !== undefined) known.count++;
  else dictionary.strangers.set(name, { place, count: 1, meaning });
}

/** One warning for each name that rows or columns carry in vain. */
export function reportStrangers(dictionary: MeasureDictionary, context: ReadContext): void {
  const nearest = nearestName(dictionary.measures.map(({ name }) => name));
  for (const [received, { place, count, meaning }] of dictionary.strangers) {
    if (meaning === FORMULA_MEASURE) {
      context.issues.add('W_FORMULA_AND_VALUES', place, { measure: received });
    } else {
      const details = { received, count, suggestion: { nearest: nearest(received) } };
      context.issues.add('W_MEASURE_UNKNOWN', place, details);
    }
  }
}

/** A measure that names this very tab as its source is read by its own columns and filter. */
export const isReadElsewhere = (
  dictionary: MeasureDictionary,
  position: number,
  sheet: SheetInput,
): boolean => position >= 0 && dictionary.measures[position].source?.tab === sheet.name;
