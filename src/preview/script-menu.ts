import type { EmulatedAccount, Trigger } from './emulation/host/account.ts';
import type { MenuEntry } from './page-api.ts';

interface ShownItem {
  readonly caption?: string;
  readonly functionName?: string;
  readonly items?: readonly ShownItem[];
}

function entriesOf(items: readonly ShownItem[], depth: number): MenuEntry[] {
  return items.flatMap(({ caption, functionName, items: inner }) => {
    if (caption === undefined) return [];
    if (inner !== undefined) return [{ label: caption, depth }, ...entriesOf(inner, depth + 1)];
    return [{ label: caption, depth, ...(functionName === undefined ? {} : { functionName }) }];
  });
}

/** The menu that the script showed last, from top to bottom. */
export function shownMenu(account: EmulatedAccount): readonly MenuEntry[] {
  const shown = account.screen.filter((event) => event.kind === 'menu').at(-1);
  if (shown === undefined) return [];
  // SAFETY: a menu event carries the items that the emulation's own Menu collected.
  const items = shown.content as readonly ShownItem[];
  return [{ label: shown.title, depth: 0 }, ...entriesOf(items, 1)];
}

/** "everyHours 1", "everyDays 1, atHour 6": what the script asked the platform for. */
export const scheduleText = ({ schedule, eventType }: Trigger): string => {
  const parts = Object.entries(schedule).map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? eventType : parts.join(', ');
};
