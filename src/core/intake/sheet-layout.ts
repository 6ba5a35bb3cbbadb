import {
  ACTUALS_TAB,
  MILESTONES_TAB,
  RESOURCES_TAB,
  TARGET_CHANGES_TAB,
} from './layout/figures-tabs.ts';
import { KPIS_TAB } from './layout/kpis-tab.ts';
import type { TabId, TabLayout } from './layout/layout-types.ts';
import { MEASURES_TAB } from './layout/measures-tab.ts';
import { SETTINGS_TAB } from './layout/settings-list.ts';
import {
  ACTIONS_TAB,
  CALENDAR_TAB,
  EVENTS_TAB,
  PEOPLE_TAB,
  PERIODS_TAB,
} from './layout/steering-tabs.ts';
import { GOALS_TAB, STRATEGY_TAB } from './layout/strategy-tabs.ts';
import { normaliseText } from './normalise-text.ts';

/** Changes whenever a tab or column changes its meaning; migrations go by it. */
export const LAYOUT_VERSION = 1;

/** Every tab that people fill in, in the order in which they stand. */
export const TABS: readonly TabLayout[] = [
  SETTINGS_TAB,
  STRATEGY_TAB,
  GOALS_TAB,
  MEASURES_TAB,
  KPIS_TAB,
  MILESTONES_TAB,
  ACTUALS_TAB,
  TARGET_CHANGES_TAB,
  RESOURCES_TAB,
  ACTIONS_TAB,
  EVENTS_TAB,
  CALENDAR_TAB,
  PERIODS_TAB,
  PEOPLE_TAB,
];

export function tabLayout(id: TabId): TabLayout {
  const layout = TABS.find((tab) => tab.id === id);
  // SAFETY: TABS holds one layout for every TabId; the golden test counts them.
  return layout!;
}

const OWN_TAB = /^koers( |$)/;

/** Which tab a name stands for, in either language; null: not one of ours. */
export function tabNamed(name: string): TabLayout | null {
  const key = normaliseText(name);
  if (OWN_TAB.test(key)) return null;
  for (const tab of TABS) {
    const names = [tab.name.en, tab.name.nl, ...tab.synonyms].map(normaliseText);
    if (names.includes(key)) return tab;
    if (tab.many && names.some((start) => key.startsWith(start))) return tab;
  }
  return null;
}
