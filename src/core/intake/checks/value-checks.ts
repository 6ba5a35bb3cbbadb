import { isoDate } from '../../model/calendar-date.ts';
import { cellOfFact, placeOfFact } from '../figures/fact-buffer.ts';
import { CHOICE_LISTS } from '../layout/choice-lists.ts';
import { looksHundredfold, percentScaleDetails } from '../percent-scale.ts';
import { cellAt, formatAt } from '../sheet-input.ts';
import { type CheckInput, intervalOf, measuresFor } from './check-input.ts';

/** A percent typed as 2.4 for 2.4 %. */
export function checkPercentScale({ facts, measures, context }: CheckInput): void {
  const isPercent = measuresFor(measures, ({ unit }) => unit.kind === 'percent');
  if (isPercent === null) return;
  for (let fact = 0; fact < facts.length; fact++) {
    const value = facts.value[fact];
    if (isPercent[facts.measure[fact]] === 0 || Math.abs(value) <= 1) continue;
    const { sheet, column, row } = cellOfFact(facts, fact);
    if (!looksHundredfold(value, cellAt(sheet, column, row), formatAt(sheet, column, row)))
      continue;
    context.issues.add('W_PERCENT_SCALE', placeOfFact(facts, fact), {
      ...percentScaleDetails(value),
      column: measures[facts.measure[fact]].name,
    });
  }
}

/** A measure that counts rows has a number in Value. */
export function checkCountValues({ facts, measures, context }: CheckInput): void {
  const isCount = measuresFor(measures, ({ aggregation }) => aggregation === 'count');
  if (isCount === null) return;
  for (let fact = 0; fact < facts.length; fact++) {
    const value = facts.value[fact];
    if (isCount[facts.measure[fact]] === 0 || value === 0 || value === 1) continue;
    context.issues.add('W_COUNT_VALUE', placeOfFact(facts, fact), {
      measure: measures[facts.measure[fact]].name,
      received: value,
    });
  }
}

/** Cells that show a duration, for a measure whose unit is another one. One warning a measure. */
export function checkDurationUnits({ facts, measures, context }: CheckInput): void {
  const warned = new Uint8Array(measures.length);
  facts.segments.forEach(({ start, sheet, valueColumn }, index) => {
    const format = sheet.formats?.[valueColumn];
    if (format === undefined) return;
    if (format.except === undefined && !isTime(format.usual)) return;
    const end = facts.segments[index + 1]?.start ?? facts.length;
    for (let fact = start; fact < end; fact++) {
      const measure = measures[facts.measure[fact]];
      if (warned[facts.measure[fact]] === 1 || measure.unit.kind === 'duration') continue;
      if (!isTime(formatAt(sheet, valueColumn, facts.row[fact]))) continue;
      warned[facts.measure[fact]] = 1;
      const { kind } = measure.unit;
      const name = CHOICE_LISTS.unit.find(({ code }) => code === kind)?.name;
      context.issues.add('W_DURATION_UNIT', placeOfFact(facts, fact), {
        measure: measure.name,
        unitEn: name?.en ?? kind,
        unitNl: name?.nl ?? 'valuta',
      });
    }
  });
}

const isTime = (format: string): boolean => format === 'duration' || format === 'time';

const COUNTS_PEOPLE = /\b(uniek|unieke|unique|users|gebruikers|distinct|unieken)\b/i;

/** Counts of people that are added up: over days by a sum, or finer than their own cadence. */
export function checkUniqueCounts(input: CheckInput): void {
  const { facts, measures, context } = input;
  const isMeant = measuresFor(
    measures,
    ({ aggregation, name }) =>
      aggregation === 'unique' || (aggregation === 'sum' && COUNTS_PEOPLE.test(name)),
  );
  if (isMeant === null) return;
  const warned = new Uint8Array(measures.length);
  const seen = new Map<string, number>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0 || warned[position] === 1) continue;
    const measure = measures[position];
    const interval = intervalOf(measure.cadence, facts.day[fact], context);
    const key = `${position}|${facts.channel[fact]}|${interval.start}`;
    const before = seen.get(key);
    seen.set(key, facts.day[fact]);
    const isAdded =
      measure.aggregation === 'sum'
        ? seen.size > 1
        : before !== undefined && before !== facts.day[fact];
    if (!isAdded) continue;
    warned[position] = 1;
    const cadence = CHOICE_LISTS.cadence.find(({ code }) => code === measure.cadence)?.name;
    context.issues.add('W_UNIQUE_ADDED', placeOfFact(facts, fact), {
      measure: measure.name,
      cadenceEn: cadence?.en ?? '',
      cadenceNl: cadence?.nl ?? '',
    });
  }
}

/** A level has two values for one day and channel, and nothing says which is the later. */
export function checkDuplicates({ facts, measures, context }: CheckInput): void {
  const isLevel = measuresFor(
    measures,
    ({ aggregation }) => aggregation === 'last' || aggregation === 'unique',
  );
  if (isLevel === null) return;
  const channelCount = facts.channels.length;
  // In sheets that are in order of date the newest day of each series is enough to compare with.
  const newest = new Map<number, number>();
  const seen = new Set<string>();
  const isUnordered = unorderedSeries(isLevel, facts, channelCount);
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isLevel[position] === 0 || facts.recordedAt[fact] !== 0) continue;
    const day = facts.day[fact];
    const series = position * channelCount + facts.channel[fact];
    let isDuplicate = newest.get(series) === day;
    newest.set(series, day);
    if (isUnordered.has(series)) {
      const key = `${series}|${day}`;
      isDuplicate = seen.has(key);
      seen.add(key);
    }
    if (!isDuplicate) continue;
    context.issues.add('W_DUPLICATE', placeOfFact(facts, fact), {
      measure: measures[position].name,
      date: isoDate(day),
    });
  }
}

/** Series (measure and channel) whose rows are not in order of date. */
function unorderedSeries(
  isLevel: Uint8Array,
  { measure, channel, day, length }: CheckInput['facts'],
  channelCount: number,
): ReadonlySet<number> {
  const newest = new Map<number, number>();
  const unordered = new Set<number>();
  for (let fact = 0; fact < length; fact++) {
    if (isLevel[measure[fact]] === 0) continue;
    const series = measure[fact] * channelCount + channel[fact];
    const before = newest.get(series);
    if (before !== undefined && day[fact] < before) unordered.add(series);
    else newest.set(series, day[fact]);
  }
  return unordered;
}
