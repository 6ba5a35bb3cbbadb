import { MENU_WORDS } from '../../core/language/sheet-languages.ts';
import { tabName } from '../../core/language/tab-words.ts';
import { TAB_IDS, type TabId } from '../../core/layout/tab-layout.ts';
import type { Language } from '../../core/model/workspace.ts';

/** An entry of the menu: the function that Google calls, or more entries. */
export type MenuItem =
  | { readonly kind: 'action'; readonly label: string; readonly handler: string }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly MenuItem[] }
  | { readonly kind: 'separator' };

const action = (label: string, handler: string): MenuItem => ({
  kind: 'action',
  label,
  handler,
});

/** Handlers that add a tab, by tab. */
const ADD_TAB_HANDLERS: Readonly<Partial<Record<TabId, string>>> = {
  strategy: 'addStrategyTab',
  targets: 'addTargetsTab',
  target_changes: 'addTargetChangesTab',
  resources: 'addResourcesTab',
  actions: 'addActionsTab',
  events: 'addEventsTab',
  calendar: 'addCalendarTab',
  periods: 'addPeriodsTab',
  people: 'addPeopleTab',
};

const addTabs = (language: Language): MenuItem[] =>
  TAB_IDS.flatMap((id) => {
    const handler = ADD_TAB_HANDLERS[id];
    return handler === undefined ? [] : [action(tabName(id, language), handler)];
  });

/** The function that a schedule calls. */
export const SCHEDULE_HANDLER = 'recalculateOnSchedule';

/** The function of a run that comes back after one that stepped aside or failed. */
export const AGAIN_HANDLER = 'recalculateAgain';

/** The function that explains how script and data differ. */
export const VERSION_HANDLER = 'explainVersion';

/** The function of a trigger that the live check makes and removes: it does nothing. */
export const CHECKED_TRIGGER_HANDLER = 'onCheckedTrigger';

/** `versionLabel` is the entry that explains how script and data differ; null where they do not. */
export function menuItems(
  language: Language,
  versionLabel: string | null = null,
): readonly MenuItem[] {
  const words = MENU_WORDS[language];
  const version: readonly MenuItem[] =
    versionLabel === null ? [] : [action(versionLabel, VERSION_HANDLER), { kind: 'separator' }];
  return [
    ...version,
    action(words.recalculate, 'recalculate'),
    action(words.board, 'showBoard'),
    action(words.wideBoard, 'showWideBoard'),
    action(words.review, 'showReview'),
    action(words.openReport, 'openReport'),
    {
      kind: 'submenu',
      label: words.publish,
      items: [
        action(words.publishGoals, 'publishForGroup'),
        action(words.showPublications, 'showPublications'),
        action(words.stopPublishing, 'stopPublishing'),
      ],
    },
    action(words.nextProblem, 'goToNextProblem'),
    { kind: 'separator' },
    action(words.nextPeriod, 'startNextPeriod'),
    action(words.begin, 'showBegin'),
    action(words.setUp, 'setUpWorkbook'),
    action(words.removeExamples, 'removeExampleRows'),
    { kind: 'submenu', label: words.add, items: addTabs(language) },
    {
      kind: 'submenu',
      label: words.schedule,
      items: [
        action(words.hourly, 'scheduleHourly'),
        action(words.daily, 'scheduleDaily'),
        action(words.weekly, 'scheduleWeekly'),
        action(words.off, 'scheduleOff'),
        { kind: 'separator' },
        action(words.takeOver, 'takeOverSchedule'),
        action(words.showSchedule, 'showSchedule'),
      ],
    },
    {
      kind: 'submenu',
      label: words.messages,
      items: [
        action(words.mailOn, 'mailOn'),
        action(words.mailOff, 'mailOff'),
        action(words.setChat, 'setChat'),
        { kind: 'separator' },
        action(words.showMessages, 'showMessages'),
        action(words.sendMessages, 'sendMessages'),
        action(words.showDigest, 'showDigest'),
      ],
    },
    action(words.confirmWorkbook, 'confirmWorkbook'),
    action(words.repairData, 'repairKoersData'),
    action(words.checkInstallation, 'checkInstallation'),
  ];
}

/** Every function that the menu names. */
export const menuHandlers = (items: readonly MenuItem[] = menuItems('en')): string[] =>
  items.flatMap((item) => {
    if (item.kind === 'separator') return [];
    return item.kind === 'action' ? [item.handler] : menuHandlers(item.items);
  });
