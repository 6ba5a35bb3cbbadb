import type { Kpi } from '../../model/kpi.ts';
import { MEAN_DAYS } from '../../model/period.ts';
import { placeOfFact } from '../figures/fact-buffer.ts';
import { NO_FACT } from '../figures/survey-facts.ts';
import { ask, type CheckInput, positionsOf } from './check-input.ts';

/** So many values show what one interval usually has. */
const FEWEST_VALUES = 2;
/** So many intervals in its period that one of them is far from the whole. */
const FEWEST_INTERVALS = 4;
/** All of them together come to so much of the target. */
const LEAST = 0.6;
const MOST = 1.7;
/** And what there was last time is so many times one of them: no level falls like that. */
const FAR = 2.5;

/**
 * Figures that together would come to about the target, while one alone is far from it: revenue by
 * the month that is to grow to a year's 120,000. Taken for a level, as kinds that do not add up
 * take it, it is off course for ever, or below its limit; nothing is judged until somebody says
 * how it adds up.
 */
export function checkAmountsAsLevels(input: CheckInput): void {
  const { measures, kpis, survey, facts, context } = input;
  const positionOf = positionsOf(input);
  const doubtful = kpis.flatMap((kpi) => {
    const position = positionOf.get(kpi.measureId) ?? -1;
    return isDoubtful(input, kpi, position) ? [{ kpi, position }] : [];
  });
  if (doubtful.length === 0) return;
  const factsOf = factsByMeasure(input, new Set(doubtful.map(({ position }) => position)));
  for (const { kpi, position } of doubtful) {
    const { name, unit, cadence } = measures[position];
    const usual = usualOf(input, kpi, factsOf.get(position) ?? []);
    const fact = survey.newestFact[position];
    if (cadence === 'irregular' || usual === null || fact === NO_FACT) continue;
    if (!comesTo(kpi, usual, (kpi.due - kpi.start + 1) / MEAN_DAYS[cadence])) continue;
    const details = {
      measure: name,
      kpi: kpi.name,
      usual: { amount: usual, unit },
      cadence: { list: 'cadence', code: cadence } as const,
      target: { amount: askedOf(kpi) ?? 0, unit },
    };
    context.issues.add('E_LEVEL_OR_AMOUNT', placeOfFact(facts, fact), details, { kpiId: kpi.id });
    ask(input, kpi, 'E_LEVEL_OR_AMOUNT');
  }
}

/** Nobody said that its figures do not add up, and they might. */
function isDoubtful({ measures, hasTypedAggregation }: CheckInput, kpi: Kpi, position: number) {
  const measure = measures[position];
  if (measure?.aggregation !== 'last' || hasTypedAggregation[position]) return false;
  const isAmount = measure.unit.kind === 'number' || measure.unit.kind === 'currency';
  return isAmount && measure.window === null && kpi.every === null;
}

function factsByMeasure({ facts }: CheckInput, asked: ReadonlySet<number>): Map<number, number[]> {
  const found = new Map<number, number[]>([...asked].map((position) => [position, []]));
  for (let fact = 0; fact < facts.length; fact++) found.get(facts.measure[fact])?.push(fact);
  return found;
}

/** What a KPI asks at its end: the target, the middle of its range, or what is to grow. */
function askedOf({ target, low, high, lastTime }: Kpi): number | null {
  if (target !== null) return target;
  return low !== null && high !== null ? (low + high) / 2 : lastTime;
}

function comesTo(kpi: Kpi, usual: number, intervals: number): boolean {
  const asked = askedOf(kpi);
  if (asked === null || asked <= 0 || usual <= 0 || intervals < FEWEST_INTERVALS - 0.5)
    return false;
  const sum = usual * intervals;
  const isFar = kpi.lastTime === null || kpi.lastTime >= FAR * usual;
  return isFar && asked >= FAR * usual && sum >= LEAST * asked && sum <= MOST * asked;
}

/** The middle one of its values so far; null for too few. */
function usualOf(
  { facts, today }: CheckInput,
  { start, due, channel }: Kpi,
  own: readonly number[],
): number | null {
  const until = Math.min(due, today - 1);
  const values = own
    .filter((fact) => facts.day[fact] >= start && facts.day[fact] <= until)
    .filter((fact) => channel === null || facts.channels[facts.channel[fact]] === channel)
    .map((fact) => facts.value[fact]);
  if (values.length < FEWEST_VALUES) return null;
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
