import type { MilestoneEvaluation } from '../model/evaluation.ts';
import { adviseKpi } from './advise-kpi.ts';
import { explainChange } from './explain-change.ts';
import { explainKpi } from './explain-kpi.ts';
import { explainMilestone, stopName } from './explain-milestone.ts';
import {
  actualText,
  forecastText,
  gapText,
  signalText,
  speedText,
  targetText,
  valueText,
} from './kpi-texts.ts';
import type { KpiView } from './kpi-view.ts';
import { sentencesIn } from './languages.ts';

/** Everything there is to say about one KPI, in one language; null where there is nothing to say. */
export interface KpiSentences {
  explanation(): string;
  advice(): string | null;
  changed(): string | null;
  actual(): string | null;
  target(): string | null;
  gap(): string | null;
  forecast(): string | null;
  speed(): string | null;
  signal(): string | null;
  /** A value in its unit. */
  value(value: number | null): string | null;
  stop(milestone: MilestoneEvaluation): string;
  milestone(milestone: MilestoneEvaluation): string;
}

export function sentencesAbout(view: KpiView): KpiSentences {
  const { comparison } = view.evaluation;
  return {
    explanation: () => explainKpi(view),
    advice: () => adviseKpi(view),
    changed: () => (comparison === null ? null : explainChange(view, comparison)),
    actual: () => actualText(view),
    target: () => targetText(view),
    gap: () => gapText(view),
    forecast: () => forecastText(view),
    speed: () => speedText(view),
    signal: () => signalText(view),
    value: (value) => valueText(view, value),
    stop: (milestone) => stopName(milestone, { book: sentencesIn(view.language) }),
    milestone: (milestone) => explainMilestone(milestone, view),
  };
}
