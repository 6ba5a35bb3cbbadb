import { type Noise, seededNoise } from '../../examples/seeded-noise.ts';
import type { SheetInput } from '../../src/core/intake/sheet/sheet-input.ts';
import { civilFromDay, dayFromCivil, serialFromDay } from '../../src/core/model/calendar-date.ts';
import { FIRST_YEAR, MONTH_COUNT, type MonthlyValues, positionOf } from './monthly-values.ts';

const NUMBERS = [
  'Revenue',
  'Orders',
  'New customers',
  'Returning customers',
  'Website visitors',
  'Newsletter readers',
  'Average basket',
  'Delivery time',
  'Advertising spend',
  'Customer rating',
];
const PLACES = [
  'Amsterdam',
  'Rotterdam',
  'Den Haag',
  'Utrecht',
  'Eindhoven',
  'Groningen',
  'Tilburg',
  'Almere',
  'Breda',
  'Nijmegen',
  'Apeldoorn',
  'Haarlem',
  'Arnhem',
  'Enschede',
  'Amersfoort',
  'Zaanstad',
  "'s-Hertogenbosch",
  'Zwolle',
  'Leiden',
  'Maastricht',
];

/** 200 measures; every other one is averaged over time, the rest are added up. */
export const MEASURE_NAMES: readonly string[] = PLACES.flatMap((place) =>
  NUMBERS.map((name) => `${name} ${place}`),
);

export const isAveraged = (measure: number): boolean => measure % 2 === 1;

const FIRST_DAY = dayFromCivil(FIRST_YEAR, 1, 1);
const DAY_COUNT = dayFromCivil(FIRST_YEAR, MONTH_COUNT + 1, 1) - FIRST_DAY;
const BLANK_SHARE = 0.02;

export interface Figures {
  /** The answer of the Sheets API as text: columns of serials, names and values. */
  readonly columnsText: string;
  readonly expected: MonthlyValues;
}

/** A long Actuals tab in order of date, the measures of a day in no order, a few values blank. */
export function makeFigures(rowCount: number): Figures {
  const noise = seededNoise(rowCount);
  const columns: (string | number)[][] = [['Date'], ['Measure'], ['Value']];
  const sum = new Float64Array(MEASURE_NAMES.length * MONTH_COUNT);
  const count = new Int32Array(sum.length);
  for (let row = 0; row < rowCount; row++) {
    const day = FIRST_DAY + Math.floor((row * DAY_COUNT) / rowCount);
    const measure = Math.floor(noise.uniform() * MEASURE_NAMES.length);
    const value = drawValue(noise, measure);
    columns[0].push(serialFromDay(day));
    columns[1].push(MEASURE_NAMES[measure]);
    columns[2].push(value ?? '');
    if (value === null) continue;
    const { year, month } = civilFromDay(day);
    sum[positionOf(measure, year, month - 1)] += value;
    count[positionOf(measure, year, month - 1)]++;
  }
  const expected = Array.from(sum, (total, i) => {
    if (count[i] === 0) return null;
    return isAveraged(Math.floor(i / MONTH_COUNT)) ? total / count[i] : total;
  });
  return {
    columnsText: JSON.stringify({ majorDimension: 'COLUMNS', values: columns }),
    expected,
  };
}

/** Counts, amounts in cents, and now and then a return, which is negative. */
function drawValue(noise: Noise, measure: number): number | null {
  const drawn = noise.uniform();
  if (drawn < BLANK_SHARE) return null;
  const size = Math.floor(noise.uniform() * 100_000) - 2_000;
  return measure % 3 === 0 ? size : size / 100;
}

/**
 * The tab as intake gets it. Read from text in the process that measures, because a text that was
 * looked at before remembers its hash and would be looked up faster than one fresh from the API.
 */
export function readFigures(columnsText: string): SheetInput {
  const { values }: { values: unknown[][] } = JSON.parse(columnsText);
  return {
    name: 'Actuals',
    columns: values,
    formats: [{ usual: 'date' }, { usual: 'general' }, { usual: 'number' }],
  };
}
