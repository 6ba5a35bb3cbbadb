import { KOERS_TAB_WORDS, MENU_MESSAGES } from '../core/language/sheet-languages.ts';
import type { TabId } from '../core/layout/tab-layout.ts';
import { PersonFailure } from '../workflows/failures.ts';
import { registerFailure } from '../workflows/hidden-tab/change-stored-data.ts';
import { type SchedulePorts, scheduleRuns } from '../workflows/menu/schedule-runs.ts';
import { addTab } from '../workflows/menu/set-up-workbook.ts';
import type { ScheduleChoice } from '../workflows/ports.ts';
import { recalculate } from '../workflows/recalculation/recalculate.ts';
import { explain, personLanguage, VERSION } from './explained-failure.ts';
import { googleSchedule } from './google-schedule.ts';
import { googleScreen } from './google-screen.ts';
import {
  cloudLog,
  googleClock,
  googleCompression,
  googlePerson,
  scriptLock,
} from './google-services.ts';
import { sheetsReader } from './sheets-reader.ts';
import { sheetsWriter } from './sheets-writer.ts';

export const sheetPorts: SchedulePorts = {
  reader: sheetsReader,
  writer: sheetsWriter,
  lock: scriptLock,
  clock: googleClock,
  compression: googleCompression,
  person: googlePerson,
  schedule: googleSchedule,
  version: VERSION,
};

/** The workbook that the script is bound to. */
const boundWorkbookId = (): string => SpreadsheetApp.getActiveSpreadsheet().getId();

/** One choice of the menu: what it has to say appears on the screen, also when it fails. */
export function fromMenu(action: string, run: (fileId: string) => string): void {
  let text: string;
  try {
    text = run(boundWorkbookId());
  } catch (error) {
    text = explain(error, action);
  }
  if (text !== '') googleScreen.tell('Koers', text);
}

/** A failed run says so in the workbook too; that this fails as well must not hide the first. */
function register(error: unknown, text: string, trigger: 'menu' | 'schedule'): void {
  if (error instanceof PersonFailure && error.code === 'ALREADY_RUNNING') return;
  try {
    const at = googleClock.now();
    const by = googlePerson.email();
    registerFailure(sheetPorts, boundWorkbookId(), { at, by, trigger, failure: text });
  } catch (second) {
    explain(second, 'register');
  }
}

export function recalculateFromMenu(): void {
  fromMenu('recalculate', (fileId) => {
    try {
      const report = recalculate(sheetPorts, fileId, 'menu');
      const language = personLanguage();
      const text = MENU_MESSAGES[language].recalculated(report.kpiCount, report.errorCount);
      return report.isCopy ? `${text} ${KOERS_TAB_WORDS[language].isCopy}` : text;
    } catch (error) {
      const text = explain(error, 'recalculate');
      register(error, text, 'menu');
      return text;
    }
  });
}

const isPassing = (error: unknown): boolean =>
  error instanceof PersonFailure && (error.code === 'ALREADY_RUNNING' || error.code === 'BUSY');

/** One more run in ten minutes; that this fails must not hide what failed before it. */
function comeBack(): void {
  try {
    googleSchedule.again();
  } catch (error) {
    explain(error, 'again');
  }
}

/**
 * Fails with the sentence, so that Google's mail about a failed trigger says what to do. A run that
 * finds another one at work says so in the log, and comes back.
 */
export function recalculateFromTrigger(isAgain: boolean): void {
  try {
    if (isAgain) googleSchedule.clearAgain();
    recalculate(sheetPorts, boundWorkbookId(), 'schedule');
  } catch (error) {
    const steppedAside = error instanceof PersonFailure && error.code === 'ALREADY_RUNNING';
    if (steppedAside || (isPassing(error) && !isAgain)) comeBack();
    if (steppedAside) {
      cloudLog.error({ action: 'recalculateOnSchedule', steppedAside: error.message });
      return;
    }
    const text = explain(error, 'recalculateOnSchedule');
    register(error, text, 'schedule');
    throw new Error(text);
  }
}

export function schedule(choice: ScheduleChoice): void {
  fromMenu('schedule', (fileId) => {
    const { otherBy } = scheduleRuns(sheetPorts, fileId, choice);
    const words = MENU_MESSAGES[personLanguage()];
    const text = words.scheduled[choice];
    return otherBy === '' ? text : `${text} ${words.otherSchedule(otherBy)}`;
  });
}

export function addTabFromMenu(id: TabId): void {
  fromMenu('addTab', (fileId) =>
    MENU_MESSAGES[personLanguage()].added(addTab(sheetPorts, fileId, id)),
  );
}
