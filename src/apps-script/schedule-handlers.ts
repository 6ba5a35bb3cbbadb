import { MENU_MESSAGES } from '../core/language/sheet-languages.ts';
import { readTurns, type Turns } from '../core/model/turns.ts';
import { PersonFailure } from '../workflows/failures.ts';
import {
  type ScheduleReport,
  scheduleRuns,
  takeOverSchedule as takeOver,
} from '../workflows/menu/schedule-runs.ts';
import { scheduleStory } from '../workflows/menu/schedule-story.ts';
import { typedDaily, typedWeekly } from '../workflows/menu/typed-turns.ts';
import { type RecalculationReport, recalculate } from '../workflows/recalculation/recalculate.ts';
import { sendWaiting } from '../workflows/telling/send-waiting.ts';
import { turnsInWords } from '../workflows/workbook/schedule-text.ts';
import { explained, personLanguage } from './explained-failure.ts';
import { googleSchedule } from './google-schedule.ts';
import { googleScreen } from './google-screen.ts';
import { cloudLog, googleClock } from './google-services.ts';
import {
  boundWorkbookId,
  fromMenu,
  quietly,
  register,
  sendingPorts,
  sheetPorts,
} from './sheet-handlers.ts';
import { sheetsReader } from './sheets-reader.ts';

/** Another run ends within six minutes. */
const MINUTES_AFTER_ANOTHER = 10;
const MINUTES_AFTER_FAILURE = 30;

/** That this fails must not hide what failed before it. */
const comeBack = (minutes: number) => quietly('again', () => googleSchedule.again(minutes));

/** A run that is broken off cannot ask to come back, so a turn asks beforehand. */
function expectToComeBack(trigger: 'schedule' | 'retry'): void {
  if (trigger === 'schedule') comeBack(MINUTES_AFTER_FAILURE);
  else quietly('again', googleSchedule.clearAgain);
}

/** A turn whose trigger was set on another clock than that of the workbook gets a new one. */
function followTimeZone(fileId: string, { schedule, timeZone }: RecalculationReport): void {
  const turns = readTurns(schedule.choice);
  if (turns === null || schedule.timeZone === timeZone) return;
  quietly('schedule', () => scheduleRuns(sheetPorts, fileId, turns));
}

/**
 * Fails with the sentence, so that Google's mail about a failed trigger says what to do, and comes
 * back. So does a run that finds another one at work: it says so in the log.
 */
export function recalculateFromTrigger(trigger: 'schedule' | 'retry'): void {
  const startedAt = googleClock.now();
  expectToComeBack(trigger);
  try {
    const fileId = boundWorkbookId();
    const report = recalculate(sheetPorts, fileId, trigger);
    quietly('again', googleSchedule.clearAgain);
    followTimeZone(fileId, report);
    // What could not be sent waits for the next run.
    quietly('send', () => sendWaiting(sendingPorts, fileId, startedAt));
  } catch (error) {
    const code = error instanceof PersonFailure ? error.code : null;
    if (code === 'OTHERS_SCHEDULE') {
      googleSchedule.set(null, '');
      return;
    }
    const textIn = explained(error, 'recalculateOnSchedule');
    const text = textIn(personLanguage());
    if (code === 'ALREADY_RUNNING') {
      comeBack(MINUTES_AFTER_ANOTHER);
      cloudLog.error({ action: 'recalculateOnSchedule', steppedAside: text });
      return;
    }
    const comesBack = register(error, textIn, trigger);
    if (comesBack && trigger === 'retry') comeBack(MINUTES_AFTER_FAILURE);
    throw new Error(text);
  }
}

function scheduleSentence(report: ScheduleReport): string {
  const words = MENU_MESSAGES[personLanguage()];
  const { turns, timeZone, otherBy } = report;
  const text =
    turns === null
      ? words.scheduledOff
      : words.scheduled(turnsInWords(turns, personLanguage()), timeZone);
  return otherBy === '' ? text : `${text} ${words.tookOver(otherBy)}`;
}

export function schedule(turns: Turns | null): void {
  fromMenu('schedule', (fileId) => scheduleSentence(scheduleRuns(sheetPorts, fileId, turns)));
}

/** Asks for the time first, on the clock of the workbook; nothing is held while a person thinks. */
export function scheduleAsTyped(every: 'day' | 'week'): void {
  fromMenu('schedule', (fileId) => {
    const words = MENU_MESSAGES[personLanguage()];
    const { timeZone } = sheetsReader.facts(fileId);
    const [question, read] =
      every === 'day'
        ? ([words.whichHour, typedDaily] as const)
        : ([words.whichWeekday, typedWeekly] as const);
    const typed = googleScreen.askText('Koers', question(timeZone));
    if (typed === null) return '';
    const turns = read(typed);
    if (turns === null) return words.noSuchTurn(typed);
    return scheduleSentence(scheduleRuns(sheetPorts, fileId, turns));
  });
}

export function takeOverSchedule(): void {
  fromMenu('schedule', (fileId) => {
    const report = takeOver(sheetPorts, fileId);
    return report === null
      ? MENU_MESSAGES[personLanguage()].nothingToTakeOver
      : scheduleSentence(report);
  });
}

export const showSchedule = (): void =>
  fromMenu('showSchedule', (fileId) => scheduleStory(sheetPorts, fileId, personLanguage()));
