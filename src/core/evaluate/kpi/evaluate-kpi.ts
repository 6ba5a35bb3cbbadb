import type { KpiEvaluation } from '../../model/evaluation.ts';
import type { Issue } from '../../model/issue.ts';
import type { Kpi } from '../../model/kpi.ts';
import { unknown } from '../../model/quantity.ts';
import type { EvaluationContext, KpiCase } from '../target/kpi-case.ts';
import { compareWithPast } from './comparison.ts';
import { evaluateDone } from './evaluate-done.ts';
import { evaluateEvery } from './evaluate-every.ts';
import { foresee } from './foresee.ts';
import { judge } from './judge.ts';
import { warningsOf } from './kpi-warnings.ts';
import { isSourceLoading, lastGoodResult } from './last-good.ts';
import { prepareKpi } from './prepare-kpi.ts';
import { invalidKpi, type KpiResult, publishKpi } from './publish-kpi.ts';

/** What is said of a KPI once all are known. */
const LATER = { wayOut: null, smartScore: unknown('NOT_APPLICABLE'), checkIn: null } as const;

/** What is done once, or only measured, does not start anew. */
const hasPeriods = ({ type }: Kpi): boolean => type !== 'done' && type !== 'track';

/** Judged, foreseen and published; or why it cannot be. */
function figuresOf(kpi: Kpi, context: EvaluationContext): KpiResult {
  if (isSourceLoading(kpi, context)) {
    return { figures: lastGoodResult(kpi, context), issues: [], kpiCase: null };
  }
  if (kpi.every !== null && hasPeriods(kpi)) return evaluateEvery(kpi, kpi.every, context);
  const { kpiCase, issues } = prepareKpi(kpi, context);
  if (kpiCase === null) return invalidKpi(kpi, issues, context);
  if (kpiCase.aim.judgedAs === 'done') {
    const done = evaluateDone(kpiCase, context);
    return { figures: done.figures, issues: [...issues, ...done.issues], kpiCase };
  }
  const judgement = judge(kpiCase);
  const foresight = foresee(kpiCase, judgement, context);
  return {
    figures: publishKpi(kpiCase, judgement, foresight, context),
    issues: [...issues, ...warningsOf(kpiCase, judgement, context.values)],
    kpiCase,
  };
}

/** One KPI, with what it is made of and the issues that its numbers raised. */
export interface EvaluatedKpi {
  readonly kpi: Kpi;
  readonly evaluation: KpiEvaluation;
  /** Null for one that could not be prepared. */
  readonly kpiCase: KpiCase | null;
  readonly issues: readonly Issue[];
}

export function evaluateKpi(kpi: Kpi, context: EvaluationContext): EvaluatedKpi {
  const { figures, issues, kpiCase } = figuresOf(kpi, context);
  const weight = context.weightOf.get(kpi.id) ?? 1;
  const past = compareWithPast(figures, context);
  const evaluation = Object.assign(figures, { weight, ...LATER }, past);
  return { kpi, evaluation, issues, kpiCase };
}
