import type { Kpi } from '../../model/kpi.ts';
import { cellOfFact, placeOfFact } from '../figures/fact-buffer.ts';
import { ask, type CheckInput, intervalOf, measuresFor } from './check-input.ts';
import { turnsCourse } from './running-totals.ts';

/** Of two figures for one period, so much of the larger one the smaller is, when one corrects the other. */
const ALIKE = 0.75;
/** Where more periods have two, each is a part. */
const MOST_TWICE = 0.5;

/** Two figures of one period, the later below the earlier. */
interface Pair {
  readonly earlier: number;
  readonly later: number;
}

/**
 * A period that has two figures of about one size, where others have one: perhaps the second
 * corrects the first, and they are added. Where that would turn the colour nothing is judged.
 * Rows that differ in words, by a note or a name, are two.
 */
export function checkTwiceInPeriod(input: CheckInput): void {
  const { measures, kpis, facts, context } = input;
  const isMeant = measuresFor(
    measures,
    ({ aggregation, cadence }) =>
      aggregation === 'sum' && cadence !== 'day' && cadence !== 'irregular',
  );
  if (isMeant === null) return;
  for (const [position, pairs] of pairsOf(input, isMeant)) {
    const { name: measure, unit, id } = measures[position];
    const [{ earlier, later }] = pairs;
    const details = {
      measure,
      date: { day: facts.day[later] },
      one: { amount: facts.value[earlier], unit },
      other: { amount: facts.value[later], unit },
      sum: { amount: facts.value[earlier] + facts.value[later], unit },
    };
    const place = placeOfFact(facts, later);
    const turned = kpis.filter((kpi) => kpi.measureId === id && isTurned(input, kpi, pairs));
    for (const kpi of turned) {
      context.issues.add('E_TWICE_IN_PERIOD', place, details, { kpiId: kpi.id });
      ask(input, kpi, 'E_TWICE_IN_PERIOD');
    }
    if (turned.length === 0) context.issues.add('W_TWICE_IN_PERIOD', place, details);
  }
}

/** By position the pairs of a measure that look like corrections, none of the others. */
function pairsOf(input: CheckInput, isMeant: Uint8Array): Map<number, readonly [Pair, ...Pair[]]> {
  const { facts, measures, context } = input;
  const single = new Map<string, number>();
  const found = new Map<number, { pairs: Pair[]; isOther: boolean; count: number }>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0 || facts.recordedAt[fact] !== 0) continue;
    const own = found.get(position) ?? { pairs: [], isOther: false, count: 0 };
    found.set(position, own);
    const { start } = intervalOf(measures[position].cadence, facts.day[fact], context);
    const key = `${position}|${facts.channel[fact]}|${start}`;
    const earlier = single.get(key);
    if (earlier === undefined) own.count++;
    else if (isCorrection(input, earlier, fact)) own.pairs.push({ earlier, later: fact });
    else own.isOther = true;
    single.set(key, fact);
  }
  const kept = new Map<number, readonly [Pair, ...Pair[]]>();
  for (const [position, { pairs, isOther, count }] of found) {
    const [first, ...rest] = pairs;
    if (first === undefined || isOther || pairs.length > MOST_TWICE * count) continue;
    kept.set(position, [first, ...rest]);
  }
  return kept;
}

function isCorrection({ facts }: CheckInput, earlier: number, later: number): boolean {
  const [one, other] = [facts.value[earlier], facts.value[later]];
  const isAlike = one * other > 0 && Math.min(one / other, other / one) >= ALIKE;
  return (
    isAlike && facts.day[earlier] === facts.day[later] && !differInWords(facts, earlier, later)
  );
}

function differInWords(facts: CheckInput['facts'], one: number, other: number): boolean {
  const [first, second] = [cellOfFact(facts, one), cellOfFact(facts, other)];
  if (first.sheet !== second.sheet) return true;
  const word = (cell: unknown) =>
    typeof cell === 'string' && /[a-z]/i.test(cell) ? cell.trim() : '';
  return first.sheet.columns.some(
    (cells, column) =>
      column !== first.column && word(cells[first.row]) !== word(cells[second.row]),
  );
}

/** Whether a KPI would be judged another way by the later figures alone. */
function isTurned({ facts, today }: CheckInput, kpi: Kpi, pairs: readonly Pair[]): boolean {
  const { start, due, target, channel } = kpi;
  if (target === null || target <= 0 || (kpi.type !== 'reach' && kpi.type !== 'ceiling')) {
    return false;
  }
  const until = Math.min(due, today - 1);
  const position = facts.measure[pairs[0].later];
  const isOwn = (fact: number) =>
    facts.day[fact] >= start &&
    facts.day[fact] <= until &&
    (channel === null || facts.channels[facts.channel[fact]] === channel);
  let [total, newest] = [0, start];
  for (let fact = 0; fact < facts.length; fact++) {
    if (facts.measure[fact] !== position || !isOwn(fact)) continue;
    total += facts.value[fact];
    newest = Math.max(newest, facts.day[fact]);
  }
  const replaced = pairs.filter(({ later }) => isOwn(later));
  const last = replaced.reduce((sum, { earlier }) => sum - facts.value[earlier], total);
  const plan = (target * (newest - start + 1)) / (due - start + 1);
  return replaced.length > 0 && turnsCourse(kpi, { total, last }, plan);
}
