import type { StatusOverride } from '../../../src/core/model/evaluation.ts';
import type { Book } from './book.ts';

/** An act row with a status and an end, made by today and not over; the latest made counts. */
export function overrideOf(
  { workspace, today }: Book,
  kpiId: string,
): StatusOverride['status'] | null {
  const made = workspace.actions
    .filter((one) => one.kpiId === kpiId && one.phase === 'act' && one.overrideStatus !== null)
    .filter(({ until, day }) => until !== null && until >= today && (day ?? today) <= today);
  const days = made.map(({ day }) => day ?? Number.NEGATIVE_INFINITY);
  const latest = Math.max(...days);
  return made.filter((_, i) => days[i] === latest).at(-1)?.overrideStatus ?? null;
}
