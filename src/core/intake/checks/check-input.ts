import type { CellPlace } from '../../model/a1-notation.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { IssueCode } from '../../model/issue-details.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import { type Cadence, type DayRange, intervalContaining } from '../../model/period.ts';
import type { FactBuffer } from '../figures/fact-buffer.ts';
import type { FactSurvey } from '../figures/survey-facts.ts';
import type { ReadContext } from '../rows/read-context.ts';

/** What a check looks at: every fact with its place, every measure complete. */
export interface CheckInput {
  readonly facts: FactBuffer;
  readonly survey: FactSurvey;
  readonly measures: readonly Measure[];
  readonly kpis: readonly Kpi[];
  /** By position of a count, the first text that more than one of its events has. */
  readonly repeatedEvents: ReadonlyMap<number, { text: string; place: CellPlace }>;
  /** By position, whether somebody said how often its figures come. */
  readonly hasTypedCadence: readonly boolean[];
  /** By position, whether somebody said how it adds up. */
  readonly hasTypedAggregation: readonly boolean[];
  readonly today: Day;
  readonly context: ReadContext;
  /** By KPI, the questions without whose answer it cannot be judged; checks add theirs. */
  readonly asked: Map<string, IssueCode[]>;
}

/** Leaves a KPI without a verdict until the question is answered. */
export const ask = ({ asked }: CheckInput, { id }: Kpi, code: IssueCode): void => {
  asked.set(id, [...(asked.get(id) ?? []), code]);
};

export type Check = (input: CheckInput) => void;

/** The calendar interval that a value belongs to; an irregular one stands on its own day. */
export function intervalOf(cadence: Cadence, day: Day, { cut }: ReadContext): DayRange {
  return intervalContaining(cadence === 'irregular' ? 'day' : cadence, day, cut);
}

/** Where a measure stands among the others, by its id. */
export const positionsOf = ({ measures }: Pick<CheckInput, 'measures'>): Map<string, number> =>
  new Map(measures.map(({ id }, position) => [id, position]));

/** 1 for every measure that a check is about; null when it is about none. */
export function measuresFor(
  measures: readonly Measure[],
  isMeant: (measure: Measure) => boolean,
): Uint8Array | null {
  const meant = Uint8Array.from(measures, (measure) => (isMeant(measure) ? 1 : 0));
  return meant.includes(1) ? meant : null;
}
