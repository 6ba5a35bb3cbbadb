import type { Day } from '../model/calendar-date.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { groupBy } from '../model/group-by.ts';
import { EMPTY_RECORD, type WorkbookRecord } from '../model/record.ts';
import type { WhatIf } from '../model/what-if.ts';
import type { Workspace } from '../model/workspace.ts';
import { evaluateActions } from './actions/evaluate-actions.ts';
import { totalChannelIssues } from './channels/total-channels.ts';
import { evaluateDrivers } from './drivers/evaluate-drivers.ts';
import { foretoldIssues } from './foretold/foretold.ts';
import { evaluateGoals } from './goals/evaluate-goals.ts';
import { filledWeights } from './goals/rollup.ts';
import { evaluateKpi } from './kpi/evaluate-kpi.ts';
import { calendarFacts } from './period/calendar-facts.ts';
import { examine } from './smart/examine.ts';
import type { EvaluationContext } from './target/kpi-case.ts';
import { readValues } from './values/value-reader.ts';
import { withWaysOut } from './ways-out/way-out.ts';

const byKpi = ({ kpiId }: { kpiId: string | null }): string | null => kpiId;

/** Of every KPI among those of its goal; those without a goal are among themselves. */
function weightsOf({ kpis }: Workspace): Map<string, number> {
  const members = groupBy(
    kpis,
    ({ goalId }) => goalId ?? '',
    (a, b) => a.order - b.order,
  );
  const weights = new Map<string, number>();
  for (const own of members.values()) {
    const filled = filledWeights(own.map(({ weight }) => weight));
    own.forEach(({ id }, i) => {
      weights.set(id, filled[i]);
    });
  }
  return weights;
}

function storedIntervals({ intervals }: WorkbookRecord): Map<string, Map<Day, number>> {
  const stored = new Map<string, Map<Day, number>>();
  for (const { kpiId, start, value } of intervals) {
    const own = stored.get(kpiId) ?? new Map<Day, number>();
    stored.set(kpiId, own.set(start, value));
  }
  return stored;
}

/**
 * Where everything stands on a day: the one way from Workspace to Evaluation. Pure: the same
 * workspace, day and record give the same evaluation.
 *
 * @param today civil date in the workbook's time zone
 * @param record what was kept of the past: frozen baselines, closed intervals, what was published
 * @param goOn asked before each KPI, and at each interval of a formula; throws when there is no time left for it
 * @param whatIf how measures are supposed to go on: it changes what is foreseen, never what was
 */
export function evaluateWorkspace(
  workspace: Workspace,
  today: Day,
  record: WorkbookRecord = EMPTY_RECORD,
  goOn: () => void = () => undefined,
  whatIf: WhatIf = [],
): Evaluation {
  const cut = {
    fiscalStartMonth: workspace.settings.fiscalStartMonth,
    customPeriods: workspace.customPeriods,
  };
  const calendar = calendarFacts(cut, today);
  const context: EvaluationContext = {
    workspace,
    record,
    calendar,
    values: readValues(workspace, calendar, goOn),
    measureById: new Map(workspace.measures.map((measure) => [measure.id, measure])),
    milestonesOf: groupBy(
      workspace.milestones,
      byKpi,
      (a, b) => a.day - b.day || a.order - b.order,
    ),
    periodTargetsOf: groupBy(
      workspace.periodTargets,
      byKpi,
      (a, b) => a.period.start - b.period.start || a.order - b.order,
    ),
    targetChangesOf: groupBy(
      workspace.targetChanges,
      byKpi,
      (a, b) => a.effectiveFrom - b.effectiveFrom || a.order - b.order,
    ),
    resourcesOf: groupBy(workspace.resources, byKpi),
    actionsOf: groupBy(workspace.actions, byKpi),
    baselineOf: new Map(record.baselines.map((baseline) => [baseline.kpiId, baseline])),
    storedIntervalsOf: storedIntervals(record),
    historyOf: groupBy(
      record.history.filter(({ day }) => day <= today),
      byKpi,
      (a, b) => a.day - b.day,
    ),
    weightOf: weightsOf(workspace),
    whatIf,
  };
  const kpis = workspace.kpis.map((kpi) => {
    goOn();
    return evaluateKpi(kpi, context);
  });
  const membersOf = groupBy(kpis, ({ kpi }) => kpi.goalId);
  const goals = evaluateGoals(workspace, kpis, membersOf);
  const drivers = evaluateDrivers(context, membersOf);
  const { scores, advice } = examine(workspace, kpis, today);
  const actions = evaluateActions(kpis, context);
  return {
    today,
    kpis: withWaysOut(
      kpis.map(({ kpi, evaluation }) =>
        Object.assign(evaluation, {
          smartScore: scores.get(kpi.id) ?? evaluation.smartScore,
          checkIn: actions.checkIns.get(kpi.id) ?? null,
        }),
      ),
      drivers.drivers,
    ),
    goals: goals.goals,
    drivers: drivers.drivers,
    actions: actions.actions,
    issues: [
      ...workspace.measures.flatMap((measure) => totalChannelIssues(measure, context.values)),
      ...kpis.flatMap(({ issues }) => issues),
      ...goals.issues,
      ...drivers.issues,
    ],
    advice: [
      ...actions.issues,
      ...advice,
      ...foretoldIssues(kpis, context.historyOf, record.snapshots),
    ],
  };
}
