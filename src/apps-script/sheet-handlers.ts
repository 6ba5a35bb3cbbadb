import {
  CHECK_IN_WORDS,
  KOERS_TAB_WORDS,
  MENU_MESSAGES,
  PUBLISH_WORDS,
} from '../core/language/sheet-languages.ts';
import type { TabId } from '../core/layout/tab-layout.ts';
import type { RunTrigger } from '../core/model/turns.ts';
import type { Language } from '../core/model/workspace.ts';
import { type CheckInAnswer, readCheckIn } from '../workflows/check-in/sent-check-in.ts';
import { writeCheckIn } from '../workflows/check-in/write-check-in.ts';
import type { SourcePorts } from '../workflows/connector/table-source.ts';
import { PersonFailure } from '../workflows/failures.ts';
import { registerFailure } from '../workflows/hidden-tab/change-stored-data.ts';
import type { SchedulePorts } from '../workflows/menu/schedule-runs.ts';
import type { Attempt } from '../workflows/ports.ts';
import { recalculate } from '../workflows/recalculation/recalculate.ts';
import { addTab } from '../workflows/set-up/set-up-workbook.ts';
import type { SendingPorts } from '../workflows/telling/send-waiting.ts';
import { computing } from './computing.ts';
import { explain, explained, personLanguage, VERSION } from './explained-failure.ts';
import { googleMailer, googlePoster } from './google-post.ts';
import { googleSchedule } from './google-schedule.ts';
import { googleScreen } from './google-screen.ts';
import {
  googleClock,
  googleCompression,
  googlePerson,
  scriptLock,
  scriptProperties,
  userCache,
  userLock,
} from './google-services.ts';
import { sheetsReader } from './sheets-reader.ts';
import { sheetsWriter } from './sheets-writer.ts';

/** What ends in a sentence ends nothing else. */
const attempt: Attempt = (work) => {
  try {
    work();
    return '';
  } catch (error) {
    return explain(error, 'attempt');
  }
};

export const sheetPorts: SchedulePorts = {
  reader: sheetsReader,
  writer: sheetsWriter,
  lock: scriptLock,
  clock: googleClock,
  compression: googleCompression,
  person: googlePerson,
  schedule: googleSchedule,
  attempt,
  properties: scriptProperties,
  version: VERSION,
};

export const sendingPorts = {
  ...sheetPorts,
  properties: scriptProperties,
  mailer: googleMailer,
  poster: googlePoster,
} satisfies SendingPorts;

/** What the board reads through: the same as the connector. */
export const boardPorts: SourcePorts = {
  ...sheetPorts,
  cache: userCache,
  lock: userLock,
  computing: () => computing,
};

/** The workbook that the script is bound to. */
export const boundWorkbookId = (): string => SpreadsheetApp.getActiveSpreadsheet().getId();

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

/** What goes wrong beside the matter leaves a line in the log, and hides nothing. */
export function quietly<Result>(action: string, run: () => Result): Result | null {
  try {
    return run();
  } catch (error) {
    explain(error, action);
    return null;
  }
}

/** A failed run says so in the workbook too, in its language. True when it is to be tried again. */
export function register(
  error: unknown,
  textIn: (language: Language) => string,
  trigger: RunTrigger,
): boolean {
  if (error instanceof PersonFailure && error.code === 'ALREADY_RUNNING') return false;
  const comesBack = quietly('register', () => {
    const at = googleClock.now();
    const by = googlePerson.email();
    const run = { at, by, trigger, version: VERSION };
    return registerFailure(sheetPorts, boundWorkbookId(), run, textIn);
  });
  return comesBack === true;
}

export function recalculateFromMenu(): void {
  fromMenu('recalculate', (fileId) => {
    try {
      const report = recalculate(sheetPorts, fileId, 'menu');
      const language = personLanguage();
      const words = MENU_MESSAGES[language];
      const { kpiCount, errorCount, isCopy, converted, publications } = report;
      const renewed = publications.filter(({ failure }) => failure === '');
      const groups = renewed.map(({ group }) => group).join(', ');
      const sentences = [
        words.recalculated(kpiCount, errorCount),
        ...(converted === null
          ? []
          : [words.converted(converted.months, converted.baselines, converted.closedKpis)]),
        ...(isCopy ? [KOERS_TAB_WORDS[language].isCopy] : []),
        ...(groups === '' ? [] : [PUBLISH_WORDS[language].renewed(groups)]),
        ...publications
          .filter(({ failure }) => failure !== '')
          .map(({ group, failure }) => KOERS_TAB_WORDS[language].notPublished(group, failure)),
      ];
      return sentences.join(' ');
    } catch (error) {
      const textIn = explained(error, 'recalculate');
      register(error, textIn, 'menu');
      return textIn(personLanguage());
    }
  });
}

export function addTabFromMenu(id: TabId): void {
  fromMenu('addTab', (fileId) =>
    MENU_MESSAGES[personLanguage()].added(addTab(sheetPorts, fileId, id)),
  );
}

/** A page shows whatever is said, also when it fails. */
export function checkInFromBoard(sent: unknown): CheckInAnswer {
  try {
    const asked = readCheckIn(sent);
    const language = personLanguage();
    if (asked === null) return { said: CHECK_IN_WORDS[language].nothingTyped, isWritten: false };
    return writeCheckIn(sheetPorts, boundWorkbookId(), asked, language);
  } catch (error) {
    return { said: explain(error, 'checkIn'), isWritten: false };
  }
}
