import type { StrategyLine } from '../model/goal.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import type { NamedRow } from './read-identities.ts';

/** The Strategy tab. A line without a kind is a strategy; one with a bad kind is left out. */
export function readStrategy(rows: readonly NamedRow[]): StrategyLine[] {
  return rows.flatMap(({ row, name, id }, order): StrategyLine[] => {
    const kind = row.choice('kind', CHOICE_LISTS.strategy_kind);
    if (kind === null && row.has('kind')) return [];
    return [
      {
        id,
        kind: kind ?? 'strategy',
        order,
        text: name,
        owner: row.text('owner'),
        place: row.place('text'),
      },
    ];
  });
}
