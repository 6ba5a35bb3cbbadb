import type { Measure } from '../../model/measure.ts';
import { restsOn } from '../../model/reference-chains.ts';
import type { Change, SupposedChange } from '../../model/what-if.ts';
import { concerns } from '../forecast/events.ts';
import { weightUpTo } from '../period/day-weights.ts';
import type { EvaluationContext, KpiPart } from '../target/kpi-case.ts';
import { isChannelPart } from '../values/aggregations.ts';
import { formulaValue } from '../values/formula-value.ts';
import { measureFamily } from '../values/measure-family.ts';

type Concerned = KpiPart<'kpi' | 'measure' | 'asker' | 'judged' | 'period'>;
type Known = Pick<EvaluationContext, 'values' | 'measureById' | 'workspace' | 'whatIf'>;

/** What is supposed of one KPI from the day after its judged day on. */
export interface Supposed {
  /** Of the KPI's own value, in this order. */
  readonly changes: readonly Change[];
  /** Positions in the what-if. */
  readonly positions: readonly number[];
}

const NOTHING_SUPPOSED: Supposed = { changes: [], positions: [] };

/**
 * The changes of the what-if that concern a KPI, as changes of its own value (calculations.md §7).
 * Those of its measure are as they were typed. Those of an operand or a channel become the part that
 * it plays: what the measured days would have been with them, against what they were.
 */
export function supposedOf(concerned: Concerned, context: Known): Supposed {
  const { kpi, measure } = concerned;
  const { channel } = kpi;
  const positions = context.whatIf.flatMap((event, at) =>
    concerns({ event, channel, context }, measure) ? [at] : [],
  );
  if (positions.length === 0) return NOTHING_SUPPOSED;
  const own = positions.map((at) => context.whatIf[at]);
  const isDirect = (change: SupposedChange) =>
    change.measureId === measure.id &&
    (change.channel === channel || (change.channel === null && change.change.kind === 'share'));
  const indirect = own.filter((change) => !isDirect(change));
  const followed = indirect.length === 0 ? null : followedBy(indirect, concerned, context);
  const direct = own.filter(isDirect).map(({ change }) => change);
  if (followed !== null) return { changes: [followed, ...direct], positions };
  // What cannot be followed moves nothing.
  return { changes: direct, positions: positions.filter((at) => isDirect(context.whatIf[at])) };
}

/** What a KPI does when its operands or channels change; null where that cannot be known. */
function followedBy(
  changes: readonly SupposedChange[],
  concerned: Concerned,
  context: Known,
): Change | null {
  const { kpi, measure, judged, period, asker } = concerned;
  const { judgedIndex, judgedDay } = judged;
  if (judgedIndex === -1 || judgedDay === null) return null;
  const { values, measureById } = context;
  const { start, end } = judged.intervals;
  const elapsed = weightUpTo(period, judgedDay);
  /** What was measured, for what is still to come, at the average so far. */
  const soFar = elapsed / (period.total - elapsed);
  const isTotal = (own: Measure) => measureFamily(own, measureById, kpi.kind) === 'total';
  const read = (own: Measure, channel: string | null) =>
    values.reader(own, { ...asker, channel }).over(start[0], end[judgedIndex]);
  const plain = under([]);
  const changed = under(changes);
  if (plain === null || changed === null) return null;
  if (plain !== 0) return { kind: 'share', share: changed / plain - 1 };
  const amount = isTotal(measure) ? changed / soFar : changed;
  return Number.isFinite(amount) ? { kind: 'amount', amount } : null;

  function under(supposed: readonly SupposedChange[]): number | null {
    const found = new Map<string, number | null>();
    for (const own of restsOn(measure, measureById)) {
      const measured =
        own.formula === null
          ? read(own, kpi.channel)
          : formulaValue(own.formula, (id) => found.get(id) ?? null);
      const value = supposed
        .filter(({ measureId }) => measureId === own.id)
        .reduce((all: number | null, change) => valueWith(change, all, own), measured);
      found.set(own.id, value);
    }
    return found.get(measure.id) ?? null;
  }

  function valueWith(supposed: SupposedChange, value: number | null, own: Measure): number | null {
    if (value === null) return null;
    const { change } = supposed;
    const { channel } = kpi;
    if (supposed.channel === channel) return value + added(change, value, own);
    if (supposed.channel === null) {
      // A channel has its part of what the whole gets more; what is no part of it, all of that.
      if (change.kind === 'share' || !isChannelPart(own)) return value + added(change, value, own);
      const whole = read(own, null);
      return whole === null || whole === 0 ? null : value * (1 + added(change, whole, own) / whole);
    }
    const part = channel === null && isChannelPart(own) ? read(own, supposed.channel) : null;
    return part === null ? value : value + added(change, part, own);
  }

  function added(change: Change, value: number, own: Measure): number {
    if (change.kind === 'share') return value * change.share;
    return isTotal(own) ? change.amount * soFar : change.amount;
  }
}
