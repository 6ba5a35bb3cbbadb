import type { StrategyLine } from '../../model/goal.ts';
import type { NamedRow } from '../rows/read-identities.ts';

/** The Strategy tab. A line without a kind is a strategy; one with a bad kind is left out. */
export function readStrategy(rows: readonly NamedRow<'strategy'>[]): StrategyLine[] {
  return rows.flatMap(({ row, name, id }, order): StrategyLine[] => {
    const kind = row.read('kind');
    if (kind === null && row.has('kind')) return [];
    return [
      {
        id,
        kind: kind ?? 'strategy',
        order,
        text: name,
        owner: row.read('owner'),
        place: row.place('text'),
      },
    ];
  });
}
