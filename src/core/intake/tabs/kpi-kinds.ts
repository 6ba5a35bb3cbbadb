import type { Direction, KpiKind, KpiType } from '../../model/kpi.ts';
import type { Aggregation } from '../../model/measure.ts';

/** How a measure adds up that leaves it to the KPIs on it. */
export type ImpliedAggregation = Extract<Aggregation, 'sum' | 'last'>;

/** What the one choice of Kind settles. */
export interface KindRule {
  readonly type: KpiType;
  /** Null: the target decides. */
  readonly direction: Direction | null;
  /** Of a measure that does not say; null: no values are needed. */
  readonly aggregation: ImpliedAggregation | null;
  /** Which cells a KPI of this kind cannot do without. */
  readonly needs: 'target' | 'range' | 'nothing';
}

export const KIND_RULES: Readonly<Record<KpiKind, KindRule>> = {
  add_up_to: { type: 'reach', direction: null, aggregation: 'sum', needs: 'target' },
  grow_to: { type: 'reach', direction: 1, aggregation: 'last', needs: 'target' },
  bring_down_to: { type: 'reach', direction: -1, aggregation: 'last', needs: 'target' },
  keep_at_least: { type: 'at_least', direction: 1, aggregation: 'last', needs: 'target' },
  keep_at_most: { type: 'at_most', direction: -1, aggregation: 'last', needs: 'target' },
  spend_no_more_than: { type: 'ceiling', direction: -1, aggregation: 'sum', needs: 'target' },
  keep_between: { type: 'range', direction: null, aggregation: 'last', needs: 'range' },
  done_by: { type: 'done', direction: null, aggregation: null, needs: 'nothing' },
  just_track: { type: 'track', direction: null, aggregation: 'last', needs: 'nothing' },
};
