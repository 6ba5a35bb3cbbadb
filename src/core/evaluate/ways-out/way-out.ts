import type {
  DriverEvaluation,
  KpiEvaluation,
  Opportunity,
  WayOut,
} from '../../model/evaluation.ts';

/** More ways than this are a list, not advice. */
const MOST_WAYS = 3;

interface Way {
  readonly name: string;
  readonly opportunity: Opportunity | null;
}

/** The ways that close the whole gap, the best first. */
function bestWays(ways: readonly Way[]): WayOut['ways'] {
  return ways
    .flatMap(({ name, opportunity }) =>
      opportunity === null || opportunity.closes < 1 ? [] : [{ name, ...opportunity }],
    )
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_WAYS)
    .map(({ name, change }) => ({ name, change }));
}

/** What the drivers of a goal must do, each alone or all together, for its outcome KPI. */
function byDrivers(drivers: readonly DriverEvaluation[]): WayOut | null {
  const each = drivers.filter(({ against }) => against === 'plan');
  const ways = bestWays(each);
  if (ways.length === 0) return null;
  const change = each[0].neededChangeTogether.value;
  const isSeveral = change !== null && each.length > 1;
  return { isCeiling: false, ways, together: isSeveral ? { count: each.length, change } : null };
}

/** The channels that could each bring a KPI to its target by themselves. */
function byChannels({ channels, judgedAs }: KpiEvaluation): WayOut | null {
  const ways = bestWays(
    channels.map(({ channel, opportunity }) => ({ name: channel, opportunity })),
  );
  return ways.length === 0 ? null : { isCeiling: judgedAs === 'ceiling', ways, together: null };
}

/** By the drivers of the goal that each KPI decides, else by the channels of the KPI itself. */
export function withWaysOut(
  kpis: readonly KpiEvaluation[],
  drivers: readonly DriverEvaluation[],
): KpiEvaluation[] {
  const driversOf = new Map<string, DriverEvaluation[]>();
  for (const driver of drivers) {
    const own = driversOf.get(driver.outcomeKpiId);
    if (own === undefined) driversOf.set(driver.outcomeKpiId, [driver]);
    else own.push(driver);
  }
  return kpis.map((kpi) => {
    const wayOut = byDrivers(driversOf.get(kpi.kpiId) ?? []) ?? byChannels(kpi);
    return Object.assign(kpi, { wayOut });
  });
}
