/** The tabs that Koers writes; "data" is hidden and for the machine. */
export const OUTPUT_TAB_IDS = [
  'status',
  'goals',
  'milestones',
  'checks',
  'timeline',
  'data',
  'charts',
] as const;
export type OutputTabId = (typeof OUTPUT_TAB_IDS)[number];
