import type { CellPlace } from '../../model/a1-notation.ts';
import type { Day } from '../../model/calendar-date.ts';
import type { ActionEffect, ActionEvaluation, CheckIn } from '../../model/evaluation.ts';
import { aboutKpi, type Issue, newIssue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { unknown } from '../../model/quantity.ts';
import type { StatusCode } from '../../model/status.ts';
import type { Action } from '../../model/workspace.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { checkInOf } from './check-in.ts';
import { effectOf } from './effect.ts';

interface Evaluated {
  readonly kpi: Kpi;
  readonly evaluation: { readonly status: StatusCode };
  /** Null for one that could not be prepared. */
  readonly kpiCase: KpiCase | null;
}

interface EvaluatedActions {
  readonly actions: readonly ActionEvaluation[];
  readonly checkIns: ReadonlyMap<string, CheckIn>;
  readonly issues: readonly Issue[];
}

const NO_EFFECT: ActionEffect = { measured: unknown('NOT_APPLICABLE'), signal: null };

/** Planned, under way until a day to come, or said to be open or busy. */
function isToDo({ phase, status, overrideStatus, until }: Action, today: Day): boolean {
  if (status !== null) return status === 'open' || status === 'busy';
  if (overrideStatus !== null) return false;
  return phase === 'plan' || (phase === 'do' && until !== null && until >= today);
}

/** By when it is to be done: Until, else its date. */
const dueDayOf = ({ until, day }: Action): Day | null => until ?? day;

function isOverdue(action: Action, today: Day): boolean {
  const due = dueDayOf(action);
  return isToDo(action, today) && due !== null && due < today;
}

function effectFor(
  { effectDay, channel }: Action,
  kpiCase: KpiCase | null,
  { calendar, values }: EvaluationContext,
): ActionEffect {
  if (effectDay === null || kpiCase === null) return NO_EFFECT;
  if (kpiCase.aim.judgedAs === 'done') return NO_EFFECT;
  if (effectDay >= calendar.today) return { measured: unknown('TOO_EARLY'), signal: null };
  const own = channel === kpiCase.kpi.channel ? null : channel;
  const isKnown = own === null || values.channelsOf(kpiCase.measure).includes(own);
  if (!isKnown) return { measured: unknown('NO_DATA'), signal: null };
  return effectOf(kpiCase, effectDay, own, values);
}

function overdueIssue(action: Action, place: CellPlace): Issue {
  const details = { action: action.name, date: { day: dueDayOf(action) ?? 0 } };
  return newIssue('W_ACTION_OVERDUE', place, details, { kpiId: action.kpiId });
}

const RESTING: readonly StatusCode[] = ['cancelled', 'paused', 'not_started', 'invalid'];

function checkInIssues(kpi: Kpi, { isOverdue: isLate, dueDay }: CheckIn): Issue[] {
  if (!isLate || dueDay === null) return [];
  return [aboutKpi(kpi, 'I_CHECK_IN', { kpi: kpi.name, date: { day: dueDay } })];
}

/** What was done and what it did, what is overdue, and which KPIs should be looked at again. */
export function evaluateActions(
  kpis: readonly Evaluated[],
  context: EvaluationContext,
): EvaluatedActions {
  const { workspace, actionsOf, calendar } = context;
  const caseOf = new Map(kpis.map(({ kpi, kpiCase }) => [kpi.id, kpiCase]));
  const actions = workspace.actions.map((action) => ({
    actionId: action.id,
    effect: effectFor(action, caseOf.get(action.kpiId ?? '') ?? null, context),
    isToDo: isToDo(action, calendar.today),
    isOverdue: isOverdue(action, calendar.today),
  }));
  const checkIns = new Map<string, CheckIn>();
  const issues = workspace.actions.flatMap((action, i) =>
    actions[i].isOverdue ? [overdueIssue(action, action.place)] : [],
  );
  for (const { kpi, kpiCase, evaluation } of kpis) {
    if (kpiCase === null) continue;
    const isRunning = !RESTING.includes(evaluation.status);
    const own = checkInOf(kpiCase, actionsOf.get(kpi.id) ?? [], isRunning);
    if (own === null) continue;
    checkIns.set(kpi.id, own);
    issues.push(...checkInIssues(kpi, own));
  }
  return { actions, checkIns, issues };
}
