import type { CellPlace } from '../../model/a1-notation.ts';
import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Goal } from '../../model/goal.ts';
import { type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { Measure } from '../../model/measure.ts';
import type { ColumnLetters } from '../../model/workspace.ts';

/** Passed 1, doubtful ½, failed 0. */
type Mark = 1 | 0.5 | 0;

/** What one check says of a KPI: its mark and, below 1, what to fill in where. */
export interface Checked {
  readonly mark: Mark;
  readonly advice: readonly Issue[];
}

/** A KPI with all that is looked at to see how well it is described. */
export interface Described {
  readonly kpi: Kpi;
  readonly evaluation: KpiEvaluation;
  readonly issues: readonly Issue[];
  readonly measure: Measure | null;
  readonly goal: Goal | null;
  /** The goal, or one above it, serves a line of the Strategy tab. */
  readonly hasStrategy: boolean;
  /** Stops between start and due date, or targets per period. */
  readonly hasStops: boolean;
  /** The cell of a column in the row of the KPI, or of its measure. */
  readonly cell: (column: keyof ColumnLetters['kpis']) => CellPlace;
  readonly measureCell: (column: keyof ColumnLetters['measures']) => CellPlace;
}

/** Null: it does not apply. */
type Check = (described: Described) => Checked | null;

const PASSED: Checked = { mark: 1, advice: [] };

const found = (mark: Mark, ...advice: readonly Issue[]): Checked => ({ mark, advice });

/** A finding about the KPI, at another cell than its name. */
const at = (
  { kpi }: Described,
  place: CellPlace,
  code: 'I_SMART_TWO' | 'I_SMART_OWNER' | 'I_SMART_GOAL' | 'I_SMART_STOPS',
): Issue => newIssue(code, place, { kpi: kpi.name }, { kpiId: kpi.id });

const isMeasured = ({ kpi }: Described): boolean => kpi.type !== 'done';
const hasTarget = ({ kpi }: Described): boolean => kpi.type !== 'done' && kpi.type !== 'track';

const oneThing: Check = (own) =>
  own.kpi.isTwoInOne ? found(0.5, at(own, own.kpi.place, 'I_SMART_TWO')) : PASSED;

const unit: Check = (own) => {
  const { kpi, measure, measureCell } = own;
  if (measure === null || !isMeasured(own)) return null;
  if (measure.isUnitTyped || measure.formula !== null) return PASSED;
  const details = { kpi: kpi.name, measure: measure.name };
  return found(0.5, newIssue('I_SMART_UNIT', measureCell('unit'), details, { kpiId: kpi.id }));
};

const owner: Check = (own) => {
  if (own.kpi.owner !== '') return PASSED;
  const mark = own.goal !== null && own.goal.owner !== '' ? 0.5 : 0;
  return found(mark, at(own, own.cell('owner'), 'I_SMART_OWNER'));
};

const goal: Check = (own) =>
  own.goal === null ? found(0, at(own, own.cell('goal'), 'I_SMART_GOAL')) : PASSED;

/** Values, and where they come from: by a source, a formula, or in words. */
const source: Check = (own) => {
  const { kpi, measure, measureCell, evaluation } = own;
  if (measure === null || !isMeasured(own)) return null;
  const details = { kpi: kpi.name, measure: measure.name };
  const subject = { kpiId: kpi.id };
  if (evaluation.dataThroughDay === null) {
    return found(0, newIssue('I_SMART_NO_VALUES', measureCell('name'), details, subject));
  }
  if (measure.isSourceSaid) return PASSED;
  return found(0.5, newIssue('I_SMART_HOW', measureCell('how'), details, subject));
};

/** A start and a target that agree; what is wrong with them has its own finding. */
const target: Check = (own) => {
  if (!hasTarget(own)) return null;
  const { evaluation, issues } = own;
  const isBroken = evaluation.status === 'invalid' || evaluation.status === 'no_data';
  const isAsked = evaluation.target.value !== null || evaluation.rangeHigh.value !== null;
  if (!isAsked || (isBroken && issues.some(({ severity }) => severity === 'error'))) {
    return found(0);
  }
  return issues.some(({ code }) => code === 'W_BASELINE_FIRST_VALUE') ? found(0.5) : PASSED;
};

const ambition: Check = (own) => {
  const { kpi, evaluation, measure } = own;
  const fit = evaluation.ambition;
  if (fit === null || measure === null) return null;
  if (fit.verdict === 'fits') return PASSED;
  const place = own.cell('target');
  const subject = { kpiId: kpi.id };
  if (fit.verdict === 'too_easy') {
    return found(0.5, newIssue('I_SMART_EASY', place, { kpi: kpi.name }, subject));
  }
  const sign = evaluation.direction ?? 1;
  const details = {
    kpi: kpi.name,
    asked: { amount: sign * fit.asked, unit: measure.unit },
    best: { amount: sign * fit.best, unit: measure.unit },
  };
  return found(0.5, newIssue('I_SMART_AMBITIOUS', place, details, subject));
};

const contribution: Check = (own) => {
  if (own.goal === null) return null;
  if (own.kpi.contribution !== '') return PASSED;
  const details = { kpi: own.kpi.name, goal: own.goal.name };
  const subject = { kpiId: own.kpi.id };
  return found(0, newIssue('I_SMART_CONTRIBUTION', own.cell('contribution'), details, subject));
};

/** That the goal serves no line is told once, of the goal. */
const strategy: Check = ({ goal: own, hasStrategy }) =>
  own === null ? null : hasStrategy ? PASSED : found(0);

const horizon: Check = (own) => {
  const { kpi } = own;
  const start = own.goal?.start ?? null;
  const due = own.goal?.due ?? null;
  if (own.goal === null || (start === null && due === null)) return null;
  const isEarly = start !== null && kpi.start < start;
  if (!isEarly && (due === null || kpi.due <= due)) return PASSED;
  const day = { day: isEarly ? kpi.start : kpi.due };
  const bound = { day: isEarly ? start : (due ?? kpi.due) };
  const details = { kpi: kpi.name, goal: own.goal.name, date: day, bound };
  const place = own.cell(isEarly ? 'start' : 'due');
  return found(0, newIssue('I_SMART_HORIZON', place, details, { kpiId: kpi.id }));
};

/** The longest quarter; what counts anew every quarter or oftener is looked at as often. */
const QUARTER_DAYS = 92;

const stops: Check = (own) => {
  const { kpi, evaluation, hasStops } = own;
  const isPassing = evaluation.judgedAs === 'way' || evaluation.judgedAs === 'done';
  const isLong = kpi.due - kpi.start + 1 > QUARTER_DAYS;
  if (!isPassing || !isLong || (kpi.every !== null && kpi.every !== 'year')) return null;
  return hasStops ? PASSED : found(0, at(own, kpi.place, 'I_SMART_STOPS'));
};

/** S, M, A, R and T, in that order. */
const KPI_CHECKS: readonly Check[] = [
  oneThing,
  unit,
  owner,
  goal,
  source,
  target,
  ambition,
  contribution,
  strategy,
  horizon,
  stops,
];

/** What every check that applies says. */
export const checkKpi = (described: Described): Checked[] =>
  KPI_CHECKS.flatMap((check) => check(described) ?? []);
