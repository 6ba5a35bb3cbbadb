import type { CellPlace } from '../../model/a1-notation.ts';
import type { Aggregation, UnreadCells } from '../../model/measure.ts';
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
  /** What a Value cell of each is: a number, an event, or one of different values. */
  readonly reads: Uint8Array;
  /** By position the different values that were met, of a count the texts; each with its number. */
  readonly valuesOf: Map<number, Map<string, number>>;
  /** By position of a count, the first text that more than one of its events has. */
  readonly repeatedEvents: Map<number, { text: string; place: CellPlace }>;
  /** By position the currency of the first amount, where the measure does not say. */
  readonly currencies: string[];
  /** By position the first cell for which a value does not count, and how many there are. */
  readonly unread: Map<number, UnreadCells>;
  /** 1 where a value is still loading or its import failed. */
  readonly isLoading: Uint8Array;
  /** First place and number of rows, by name, of what is no measure or has a formula. */
  readonly strangers: Map<string, { place: CellPlace; count: number; meaning: number }>;
  /** True when a whole tab, or the name in a row, could not be read yet. */
  isPartLoading: boolean;
}

export const READS_NUMBER = 0;
export const READS_EVENT = 1;
export const READS_DIFFERENT_VALUE = 2;

function readsOf(aggregation: Aggregation | null): number {
  if (aggregation === 'count') return READS_EVENT;
  return aggregation === 'count_distinct' ? READS_DIFFERENT_VALUE : READS_NUMBER;
}

/** The number of a value among the different ones of its measure, from 0 in order of appearance. */
export function numberOfValue(
  { valuesOf }: MeasureDictionary,
  position: number,
  value: string,
): number {
  let known = valuesOf.get(position);
  if (known === undefined) {
    known = new Map();
    valuesOf.set(position, known);
  }
  const before = known.get(value);
  if (before !== undefined) return before;
  known.set(value, known.size);
  return known.size - 1;
}

/** So many texts of one count are compared, and no more. */
const MOST_TEXTS = 20_000;

/** A text that stands in two events of one measure may be one thing that was written down twice. */
export function noteEventText(
  dictionary: MeasureDictionary,
  position: number,
  text: string,
  place: () => CellPlace,
): void {
  const known = dictionary.valuesOf.get(position);
  if ((known?.size ?? 0) >= MOST_TEXTS || dictionary.repeatedEvents.has(position)) return;
  const isKnown = known?.has(text) ?? false;
  if (isKnown) dictionary.repeatedEvents.set(position, { text, place: place() });
  else numberOfValue(dictionary, position, text);
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
    reads: Uint8Array.from(measures, ({ aggregation }) => readsOf(aggregation)),
    valuesOf: new Map(),
    repeatedEvents: new Map(),
    currencies: [],
    unread: new Map(),
    isLoading: new Uint8Array(measures.length),
    strangers: new Map(),
    isPartLoading: false,
  };
}

/** A value that does not count, since its cell or its date could not be read. */
export function noteUnread(
  { unread }: MeasureDictionary,
  position: number,
  place: () => CellPlace,
): void {
  const known = unread.get(position);
  unread.set(position, { place: known?.place ?? place(), count: (known?.count ?? 0) + 1 });
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
