import {
  driverKey,
  driverOpportunities,
  type RankedOpportunity,
} from '../evaluate/channels/opportunities.ts';
import type { WayOut } from '../language/kpi-view.ts';
import type { DriverEvaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { Workspace } from '../model/workspace.ts';

/** More ways than this are a list, not advice. */
const MOST_WAYS = 3;

/** The KPI on the factor, else the measure itself. */
export function driverName(
  { driverKpiId, driverMeasureId }: DriverEvaluation,
  { kpis, measures }: Workspace,
): string | null {
  const named =
    kpis.find(({ id }) => id === driverKpiId) ?? measures.find(({ id }) => id === driverMeasureId);
  return named?.name ?? null;
}

interface RankedWay {
  readonly name: string | null;
  readonly opportunity: RankedOpportunity | null | undefined;
}

/** The ways that close the whole gap, the best first. */
function bestWays(ways: readonly RankedWay[]): WayOut['ways'] {
  return ways
    .flatMap(({ name, opportunity }) =>
      name === null || !opportunity || opportunity.closes < 1 ? [] : [{ name, ...opportunity }],
    )
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_WAYS)
    .map(({ name, change }) => ({ name, change }));
}

/** What the drivers of a goal must do, each alone or all together, for its outcome KPI. */
export function wayOutByDrivers(
  drivers: readonly DriverEvaluation[],
  outcome: KpiEvaluation,
  workspace: Workspace,
): WayOut | null {
  const found = driverOpportunities(drivers, outcome);
  const each = drivers.filter(({ against }) => against === 'plan');
  const ways = bestWays(
    each.map((driver) => ({
      name: driverName(driver, workspace),
      opportunity: found.get(driverKey(driver)),
    })),
  );
  if (ways.length === 0) return null;
  const change = each[0].neededChangeTogether.value;
  const isSeveral = change !== null && each.length > 1;
  return { isCeiling: false, ways, together: isSeveral ? { count: each.length, change } : null };
}

/** The channels that could each bring a KPI to its target by themselves. */
export function wayOutByChannels(
  { channels, type }: KpiEvaluation,
  opportunities: ReadonlyArray<RankedOpportunity | null>,
): WayOut | null {
  const ways = bestWays(
    channels.map(({ channel }, at) => ({ name: channel, opportunity: opportunities[at] })),
  );
  return ways.length === 0 ? null : { isCeiling: type === 'ceiling', ways, together: null };
}
