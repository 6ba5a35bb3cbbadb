import { tabName } from '../../core/language/tab-words.ts';
import { TAB_IDS, type TabId } from '../../core/layout/tab-layout.ts';
import { MENU_WORDS, type Translated } from '../language/menu-words.ts';

/** An entry of the menu: the function that Google calls, or more entries. */
export type MenuItem =
  | { readonly kind: 'action'; readonly label: Translated; readonly handler: string }
  | { readonly kind: 'submenu'; readonly label: Translated; readonly items: readonly MenuItem[] }
  | { readonly kind: 'separator' };

const action = (label: Translated, handler: string): MenuItem => ({
  kind: 'action',
  label,
  handler,
});

/** Handlers that add a tab, by tab. */
const ADD_TAB_HANDLERS: Readonly<Partial<Record<TabId, string>>> = {
  strategy: 'addStrategyTab',
  target_changes: 'addTargetChangesTab',
  resources: 'addResourcesTab',
  actions: 'addActionsTab',
  events: 'addEventsTab',
  calendar: 'addCalendarTab',
  periods: 'addPeriodsTab',
  people: 'addPeopleTab',
};

const addTabs = (): MenuItem[] =>
  TAB_IDS.flatMap((id) => {
    const handler = ADD_TAB_HANDLERS[id];
    const label = { en: tabName(id, 'en'), nl: tabName(id, 'nl') };
    return handler === undefined ? [] : [action(label, handler)];
  });

/** The function that a schedule calls. */
export const SCHEDULE_HANDLER = 'recalculateOnSchedule';

/** The function of a trigger that the live check makes and removes: it does nothing. */
export const CHECKED_TRIGGER_HANDLER = 'onCheckedTrigger';

export const menuItems = (): readonly MenuItem[] => [
  action(MENU_WORDS.recalculate, 'recalculate'),
  action(MENU_WORDS.openReport, 'openReport'),
  { kind: 'separator' },
  action(MENU_WORDS.nextPeriod, 'startNextPeriod'),
  action(MENU_WORDS.setUp, 'setUpWorkbook'),
  { kind: 'submenu', label: MENU_WORDS.add, items: addTabs() },
  {
    kind: 'submenu',
    label: MENU_WORDS.schedule,
    items: [
      action(MENU_WORDS.hourly, 'scheduleHourly'),
      action(MENU_WORDS.daily, 'scheduleDaily'),
      action(MENU_WORDS.off, 'scheduleOff'),
    ],
  },
  action(MENU_WORDS.confirmWorkbook, 'confirmWorkbook'),
  action(MENU_WORDS.checkInstallation, 'checkInstallation'),
];

/** Every function that the menu names. */
export const menuHandlers = (items: readonly MenuItem[] = menuItems()): string[] =>
  items.flatMap((item) => {
    if (item.kind === 'separator') return [];
    return item.kind === 'action' ? [item.handler] : menuHandlers(item.items);
  });
