import { placeOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import { type Check, type CheckInput, intervalOf, positionsOf } from './check-input.ts';

/**
 * Values of intervals that have not begun; and figures of a month (quarter, year) that are all
 * dated on a first day while the newest of these periods still runs, and none of which stands in
 * the first period of a KPI: probably each is last month's.
 */
function checkDates(input: CheckInput): void {
  const { facts, measures, today, context } = input;
  const newest = input.survey.newestFact;
  const isOneLate = beginsOneLate(input);
  const suspects = new Map<number, number>();
  measures.forEach((measure, position) => {
    if (newest[position] === NO_FACT) return;
    const day = facts.day[newest[position]];
    const current = intervalOf(measure.cadence, today, context);
    if (day > current.end) {
      context.issues.add('W_FUTURE_VALUE', placeOfFact(facts, newest[position]), {
        measure: measure.name,
        date: { day },
      });
    } else if (isOneLate[position] && day === current.start && today <= current.end) {
      suspects.set(position, newest[position]);
    }
  });
  if (suspects.size > 0) warnOfFirstDays(input, suspects);
}

/** By measure: whether its first figure stands one month (quarter, year) after a KPI's first one. */
function beginsOneLate(input: CheckInput): readonly boolean[] {
  const { measures, kpis, survey, context } = input;
  const isLate = measures.map(() => false);
  const positionOf = positionsOf(input);
  for (const { measureId, start } of kpis) {
    const position = positionOf.get(measureId) ?? -1;
    const cadence = measures[position]?.cadence;
    if (cadence !== 'month' && cadence !== 'quarter' && cadence !== 'year') continue;
    if (intervalOf(cadence, start, context).end + 1 === survey.firstDay[position]) {
      isLate[position] = true;
    }
  }
  return isLate;
}

function warnOfFirstDays(input: CheckInput, suspects: Map<number, number>): void {
  const { facts, measures, context } = input;
  for (let fact = 0; fact < facts.length && suspects.size > 0; fact++) {
    const position = facts.measure[fact];
    if (!suspects.has(position)) continue;
    const day = facts.day[fact];
    if (intervalOf(measures[position].cadence, day, context).start !== day) {
      suspects.delete(position);
    }
  }
  for (const [position, fact] of suspects) {
    const day = facts.day[fact];
    context.issues.add('W_FIRST_OF_NEXT', placeOfFact(facts, fact), {
      measure: measures[position].name,
      date: { day },
      before: { day: day - 1 },
    });
  }
}

export const DATE_CHECKS: readonly Check[] = [checkDates];
