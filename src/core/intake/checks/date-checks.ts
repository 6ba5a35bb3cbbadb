import { isoDate } from '../../model/calendar-date.ts';
import { placeOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import { type Check, type CheckInput, intervalOf, measuresFor } from './check-input.ts';

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
function beginsOneLate({ measures, kpis, survey, context }: CheckInput): readonly boolean[] {
  return measures.map(({ id, cadence }, position) => {
    if (cadence !== 'month' && cadence !== 'quarter' && cadence !== 'year') return false;
    const firstDay = survey.firstDay[position];
    return kpis.some(
      (kpi) => kpi.measureId === id && intervalOf(cadence, kpi.start, context).end + 1 === firstDay,
    );
  });
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
      before: isoDate(day - 1),
    });
  }
}

/** A measure with a total and with channels in one interval. One warning a measure. */
function checkTotalsAndChannels({ facts, measures, context }: CheckInput): void {
  if (facts.channels.length === 1) return;
  const hasTotal = new Uint8Array(measures.length);
  const hasChannel = new Uint8Array(measures.length);
  for (let fact = 0; fact < facts.length; fact++) {
    if (facts.channel[fact] === 0) hasTotal[facts.measure[fact]] = 1;
    else hasChannel[facts.measure[fact]] = 1;
  }
  const isMeant = measuresFor(
    measures,
    ({ order }) => hasTotal[order] === 1 && hasChannel[order] === 1,
  );
  if (isMeant === null) return;
  const totals = new Map<string, number>();
  const channels = new Set<string>();
  for (let fact = 0; fact < facts.length; fact++) {
    const position = facts.measure[fact];
    if (isMeant[position] === 0) continue;
    const { start } = intervalOf(measures[position].cadence, facts.day[fact], context);
    const key = `${position}|${start}`;
    if (facts.channel[fact] !== 0) channels.add(key);
    else if (!totals.has(key)) totals.set(key, fact);
    const total = totals.get(key);
    if (total === undefined || !channels.has(key)) continue;
    isMeant[position] = 0;
    context.issues.add('W_TOTAL_AND_CHANNELS', placeOfFact(facts, total), {
      measure: measures[position].name,
      date: { day: facts.day[total] },
    });
  }
}

export const DATE_CHECKS: readonly Check[] = [checkTotalsAndChannels, checkDates];
