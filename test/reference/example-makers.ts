import type { Kpi } from '../../src/core/model/kpi.ts';
import { day } from '../support/workspace-builder.ts';

export const MONTHLY = { cadence: 'month' } as const;

export const HALF_YEAR = { start: day('2026-01-01'), due: day('2026-06-30') };

export const keep = (kind: 'at_least' | 'at_most', target: number | null): Partial<Kpi> => ({
  kind: kind === 'at_least' ? 'keep_at_least' : 'keep_at_most',
  type: kind,
  declaredDirection: kind === 'at_least' ? 1 : -1,
  target,
});
