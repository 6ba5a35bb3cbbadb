import { freeId, idFromName } from '../../core/intake/rows/make-ids.ts';
import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import type { Evaluation, KpiEvaluation } from '../../core/model/evaluation.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Milestone } from '../../core/model/milestone.ts';
import type { DayRange } from '../../core/model/period.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import { cutOf } from '../results/year-cut.ts';
import { followingName } from './following-name.ts';
import { type FollowingPeriod, followingPeriod } from './following-period.ts';

/** A KPI of the next period, on the measure of an old one. */
export interface NextKpi {
  readonly old: Kpi;
  readonly id: string;
  readonly name: string;
  readonly following: FollowingPeriod;
  /** Null: left blank. */
  readonly lastTime: number | null;
  /** Why Last time is blank. */
  readonly blankBecause: 'open' | 'year_earlier' | 'no_value' | null;
  readonly milestones: readonly Milestone[];
}

/** A KPI that could be continued. */
interface Candidate {
  readonly kpi: Kpi;
  readonly isOver: boolean;
}

export interface Candidates {
  readonly open: readonly Candidate[];
  readonly followed: ReadonlyArray<{ readonly kpi: Kpi; readonly by: Kpi }>;
}

const rangeOf = ({ start, due }: Kpi): DayRange => ({ start, end: due });

/**
 * The KPIs that are over or at least half way, earliest due date first. Those that another one
 * already follows are told apart, and so nothing is started twice.
 */
export function findCandidates({ kpis }: Workspace, { today }: Evaluation): Candidates {
  const followerOf = new Map(kpis.map((kpi) => [kpi.followsKpiId, kpi]));
  const due = kpis
    .filter(({ errors, state }) => errors.length === 0 && state !== 'cancelled')
    .filter((kpi) => today - kpi.start >= (kpi.due - kpi.start) / 2)
    .sort((a, b) => a.due - b.due || a.order - b.order);
  return {
    open: due
      .filter(({ id }) => !followerOf.has(id))
      .map((kpi) => ({ kpi, isOver: kpi.due < today })),
    followed: due.flatMap((kpi) => {
      const by = followerOf.get(kpi.id);
      return by === undefined ? [] : [{ kpi, by }];
    }),
  };
}

/**
 * Where the old one ended. Growth without a typed Last time keeps growing from a year earlier, and
 * a KPI that may still change has not ended.
 */
function lastTimeOf(
  { growth, lastTime, type }: Kpi,
  { isClosed, status, actual }: KpiEvaluation,
): Pick<NextKpi, 'lastTime' | 'blankBecause'> {
  if (type === 'done') return { lastTime: null, blankBecause: null };
  if (growth !== null && lastTime === null) {
    return { lastTime: null, blankBecause: 'year_earlier' };
  }
  const hasEnded = isClosed && (status === 'achieved' || status === 'missed');
  if (!hasEnded) return { lastTime: null, blankBecause: 'open' };
  return { lastTime: actual.value, blankBecause: actual.value === null ? 'no_value' : null };
}

/** What is written for each chosen KPI; names and ids are new to the workbook. */
export function planNextPeriod(
  workspace: Workspace,
  evaluation: Evaluation,
  chosen: readonly Kpi[],
): NextKpi[] {
  const cut = cutOf(workspace);
  const names = new Set(workspace.kpis.map(({ name }) => normaliseText(name)));
  const ids = new Set(workspace.kpis.map(({ id }) => id));
  const evaluations = new Map(evaluation.kpis.map((own) => [own.kpiId, own]));
  return chosen.flatMap((old): NextKpi[] => {
    const own = evaluations.get(old.id);
    if (own === undefined) return [];
    const following = followingPeriod(rangeOf(old), cut);
    const name = followingName(old.name, { from: rangeOf(old), to: following.range, cut }, names);
    names.add(normaliseText(name));
    const id = freeId(idFromName(name, 'kpi'), ids);
    ids.add(id);
    const milestones = workspace.milestones.filter(({ kpiId }) => kpiId === old.id);
    return [{ old, id, name, following, ...lastTimeOf(old, own), milestones }];
  });
}
