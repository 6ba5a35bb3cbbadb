import { type Words, words } from './layout-types.ts';

/** The tabs that Koers writes; "data" is hidden and for the machine. */
export const OUTPUT_TABS = {
  status: words('Koers status|Koers status'),
  goals: words('Koers goals|Koers doelen'),
  milestones: words('Koers milestones|Koers mijlpalen'),
  checks: words('Koers checks|Koers controles'),
  timeline: words('Koers timeline|Koers tijdlijn'),
  data: words('Koers data|Koers data'),
} as const satisfies Record<string, Words>;

export type OutputTabId = keyof typeof OUTPUT_TABS;
