import type { KpiEvaluation } from '../../src/core/model/evaluation.ts';

/** What the engine is still to publish. */
export type Awaited = Partial<{
  unreadableCount: number;
  periodsMet: number | null;
  periodsJudged: number | null;
}>;

/** The engine's numbers under the names of the reference. */
export function engineNumbers(kpi: KpiEvaluation): Record<string, number | null> {
  return {
    forecastValue: kpi.forecast.value.value,
    unreadableCount: (kpi as Awaited).unreadableCount ?? 0,
    target: kpi.target.value,
    actual: kpi.actual.value,
    baseline: kpi.baseline.value,
    reference: kpi.reference.value,
    growthVsReference: kpi.growthVsReference.value,
    elapsed: kpi.elapsed.value,
    coverage: kpi.coverage.value,
    plan: kpi.plan.value,
    progress: kpi.progress.value,
    attainment: kpi.attainment.value,
    gap: kpi.gap.value,
    gapShare: kpi.gapShare.value,
    paceIndex: kpi.paceIndex.value,
    daysBehind: kpi.daysBehind.value,
    speed: kpi.speed.value,
    recentSpeed: kpi.recentSpeed.value,
    requiredSpeed: kpi.requiredSpeed.value,
    speedFactor: kpi.speedFactor.value,
    etaDay: kpi.etaDay,
    daysLate: kpi.daysLate.value,
    meter: kpi.meter.value,
    course: kpi.course.value,
    score: kpi.score.value,
  };
}
