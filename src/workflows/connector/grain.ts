import type { YearCut } from '../../core/model/period.ts';
import type { PlainTable } from '../store/plain-table.ts';
import type { Grain } from './request.ts';

export function inGrain(table: PlainTable, _grain: Grain, _cut: YearCut): PlainTable {
  return table;
}
