import {
  ACTUALS_TAB,
  MILESTONES_TAB,
  RESOURCES_TAB,
  TARGET_CHANGES_TAB,
  TARGETS_TAB,
} from './figures-tabs.ts';
import { GOALS_TAB, KPIS_TAB, MEASURES_TAB, SETTINGS_TAB, STRATEGY_TAB } from './plan-tabs.ts';
import { ACTIONS_TAB, CALENDAR_TAB, EVENTS_TAB, PEOPLE_TAB, PERIODS_TAB } from './steering-tabs.ts';
import { type ColumnLayout, TAB_IDS, type TabId, type TabLayout } from './tab-layout.ts';

/** Changes whenever a tab or column changes its meaning; migrations go by it. */
export const LAYOUT_VERSION = 1;

const LAYOUTS = {
  settings: SETTINGS_TAB,
  strategy: STRATEGY_TAB,
  goals: GOALS_TAB,
  measures: MEASURES_TAB,
  kpis: KPIS_TAB,
  targets: TARGETS_TAB,
  milestones: MILESTONES_TAB,
  actuals: ACTUALS_TAB,
  target_changes: TARGET_CHANGES_TAB,
  resources: RESOURCES_TAB,
  actions: ACTIONS_TAB,
  events: EVENTS_TAB,
  calendar: CALENDAR_TAB,
  periods: PERIODS_TAB,
  people: PEOPLE_TAB,
} satisfies { readonly [Id in TabId]: TabLayout<Id> };

export type ColumnsOf<Id extends TabId> = (typeof LAYOUTS)[Id]['columns'];
export type ColumnId<Id extends TabId = TabId> = {
  [Tab in Id]: keyof ColumnsOf<Tab> & string;
}[Id];

export const tabLayout = <Id extends TabId>(id: Id): (typeof LAYOUTS)[Id] => LAYOUTS[id];

/** The columns of a tab with their ids, in the order in which they stand. */
export const columnEntries = <Id extends TabId>(tab: Id): [ColumnId<Id>, ColumnLayout][] =>
  // SAFETY: the entries of the record that ColumnId is made from.
  Object.entries(LAYOUTS[tab].columns) as [ColumnId<Id>, ColumnLayout][];

const neededOf = new Map<TabId, readonly string[]>();

/** Those without which a row says nothing, and a tab has no header. */
export function neededColumns<Id extends TabId>(tab: Id): readonly ColumnId<Id>[] {
  const needed =
    neededOf.get(tab) ?? columnEntries(tab).flatMap(([id, own]) => (own.needed ? [id] : []));
  neededOf.set(tab, needed);
  // SAFETY: kept by tab.
  return needed as readonly ColumnId<Id>[];
}

/** Every tab that people fill in, in the order in which they stand. */
export const TABS: readonly TabLayout[] = TAB_IDS.map(tabLayout);
