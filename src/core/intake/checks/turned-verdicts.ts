import type { Day } from '../../model/calendar-date.ts';
import type { Kpi } from '../../model/kpi.ts';
import { cellOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import { looksHundredfold } from '../rows/number-cells.ts';
import { cellAt, formatAt } from '../sheet/sheet-input.ts';
import { ask, type CheckInput, positionsOf } from './check-input.ts';

/** So many amounts below zero are no correction. */
const FEWEST_BELOW = 2;
/** So many times apart, a figure and its target are not of one scale. */
const SCALES_APART = 20;

/** What the figures of a measure have in common. */
interface Seen {
  count: number;
  above: number;
  below: number;
  highest: number;
  /** Percentages typed a hundred times too big, as it seems. */
  readonly hundredfold: { readonly day: Day; readonly value: number }[];
}

/**
 * Figures that turn a verdict around: spending that an export writes with a minus never passes its
 * ceiling, and 2.4 for 2.4% is far beyond 2.5%. Nothing is judged until they are mended.
 */
export function checkTurnedVerdicts(input: CheckInput): void {
  const { measures, kpis } = input;
  const positionOf = positionsOf(input);
  const asked = kpis.flatMap((kpi) => {
    const position = positionOf.get(kpi.measureId) ?? -1;
    const measure = measures[position];
    const isAsked = kpi.target !== null && kpi.target > 0 && measure?.formula === null;
    return isAsked && (isSpent(input, kpi, position) || measure.unit.kind === 'percent')
      ? [{ kpi, position, target: kpi.target ?? 0 }]
      : [];
  });
  if (asked.length === 0) return;
  const seen = lookThrough(input, new Set(asked.map(({ position }) => position)));
  for (const { kpi, position, target } of asked) {
    const found = seen.get(position);
    if (found === undefined || input.survey.newestFact[position] === NO_FACT) continue;
    const { name: measure, unit } = measures[position];
    const details = { kpi: kpi.name, measure, target: { amount: target, unit } };
    const odd = unit.kind === 'percent' ? figureOfTwoScales(input, kpi, position, found) : null;
    if (odd !== null) {
      const last = { amount: odd, unit };
      const told = { ...details, last };
      input.context.issues.add('E_PERCENT_SCALES', kpi.place, told, { kpiId: kpi.id });
      ask(input, kpi, 'E_PERCENT_SCALES');
    } else if (isSpent(input, kpi, position) && found.above === 0 && found.below >= FEWEST_BELOW) {
      input.context.issues.add('E_BELOW_ZERO', kpi.place, details, { kpiId: kpi.id });
      ask(input, kpi, 'E_BELOW_ZERO');
    }
  }
}

const isSpent = ({ measures }: CheckInput, { type }: Kpi, position: number): boolean =>
  measures[position].aggregation === 'sum' && (type === 'ceiling' || type === 'at_most');

/** A figure of the KPI's own days that is a hundred times from the target; null for none. */
function figureOfTwoScales(
  { facts, survey }: CheckInput,
  { start, due, target }: Kpi,
  position: number,
  { count, hundredfold, highest }: Seen,
): number | null {
  if (target === null || count === 0 || highest <= 0) return null;
  const odd = hundredfold
    .filter(({ day, value }) => day >= start && day <= due && value > SCALES_APART * target)
    .pop();
  if (odd !== undefined && target <= 1) return odd.value;
  const isBelow = highest <= 1 && target > 1 && target > SCALES_APART * highest;
  return isBelow ? facts.value[survey.newestFact[position]] : null;
}

function lookThrough({ facts }: CheckInput, asked: ReadonlySet<number>): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (!asked.has(position)) continue;
    const value = facts.value[fact];
    const own = seen.get(position) ?? {
      count: 0,
      above: 0,
      below: 0,
      highest: value,
      hundredfold: [],
    };
    seen.set(position, own);
    own.count++;
    if (value > 0) own.above++;
    if (value < 0) own.below++;
    own.highest = Math.max(own.highest, value);
    if (Math.abs(value) <= 1) continue;
    const { sheet, column, row } = cellOfFact(facts, fact);
    const isSo = looksHundredfold(value, cellAt(sheet, column, row), formatAt(sheet, column, row));
    if (isSo) own.hundredfold.push({ day: facts.day[fact], value });
  }
  return seen;
}
