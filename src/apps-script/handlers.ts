import type { TabId } from '../core/intake/layout/layout-types.ts';
import { languageOf } from '../core/intake/read-settings.ts';
import type { Language } from '../core/model/workspace.ts';
import type { ConnectorPorts } from '../workflows/connector/answer-request.ts';
import { explainFailure, PersonFailure } from '../workflows/failures.ts';
import { MENU_MESSAGES } from '../workflows/language/menu-words.ts';
import { TAB_WORDS } from '../workflows/language/tab-words.ts';
import { registerFailure } from '../workflows/menu/change-stored-data.ts';
import { type SchedulePorts, scheduleRuns } from '../workflows/menu/schedule-runs.ts';
import { addTab } from '../workflows/menu/set-up-workbook.ts';
import type { ScheduleChoice } from '../workflows/ports.ts';
import { recalculate } from '../workflows/recalculation/recalculate.ts';
import { throwUserError } from './data-studio.ts';
import { googleSchedule } from './google-schedule.ts';
import { googleScreen } from './google-screen.ts';
import {
  cloudLog,
  googleClock,
  googleCompression,
  googlePerson,
  newId,
  scriptLock,
  scriptProperties,
  userCache,
  userLock,
} from './google-services.ts';
import { sheetsReader } from './sheets-reader.ts';
import { sheetsWriter } from './sheets-writer.ts';

/** Filled in by the build from package.json. */
declare const KOERS_VERSION: string;

export const connectorPorts: ConnectorPorts = {
  reader: sheetsReader,
  cache: userCache,
  lock: userLock,
  clock: googleClock,
  compression: googleCompression,
  properties: scriptProperties,
  person: googlePerson,
  version: KOERS_VERSION,
};

export const sheetPorts: SchedulePorts = {
  reader: sheetsReader,
  writer: sheetsWriter,
  lock: scriptLock,
  clock: googleClock,
  compression: googleCompression,
  person: googlePerson,
  schedule: googleSchedule,
  version: KOERS_VERSION,
};

/** The workbook that the script is bound to. */
const boundWorkbookId = (): string => SpreadsheetApp.getActiveSpreadsheet().getId();

export const personLanguage = (): Language => languageOf(googlePerson.locale());

/** The sentence for the person; a bug also leaves a line in the log, under the same id. */
function explain(error: unknown, action: string): string {
  const context = { language: personLanguage(), action, version: KOERS_VERSION, newId };
  const { explained, logged } = explainFailure(error, context);
  if (logged !== null) cloudLog.error(logged);
  return explained.text;
}

const debugText = (error: unknown): string =>
  error instanceof PersonFailure ? error.code : error instanceof Error ? error.name : '';

/** One call of Data Studio: whatever goes wrong reaches the viewer as a sentence. */
export function answering<T>(action: string, answer: () => T): T {
  let failure: unknown;
  try {
    return answer();
  } catch (error) {
    failure = error;
  }
  return throwUserError(explain(failure, action), debugText(failure));
}

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
      return report.isCopy ? `${text} ${TAB_WORDS[language].isCopy}` : text;
    } catch (error) {
      const text = explain(error, 'recalculate');
      register(error, text, 'menu');
      return text;
    }
  });
}

/** Fails with the sentence, so that Google's mail about a failed trigger says what to do. */
export function recalculateFromTrigger(): void {
  try {
    recalculate(sheetPorts, boundWorkbookId(), 'schedule');
  } catch (error) {
    if (error instanceof PersonFailure && error.code === 'ALREADY_RUNNING') return;
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
