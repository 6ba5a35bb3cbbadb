/** Exactly what menu, triggers and board of a Sheet call. The build makes a stub of each. */

import { MENU_MESSAGES } from '../core/language/sheet-languages.ts';
import { checkEdit } from '../workflows/guidance/check-edit.ts';
import { nextProblem } from '../workflows/guidance/next-problem.ts';
import { liveCheckPage } from '../workflows/live-check/report.ts';
import { confirmWorkbook as confirm } from '../workflows/menu/confirm-workbook.ts';
import {
  showPublications as listPublications,
  publishForGroup as publish,
  stopPublishing as stop,
} from '../workflows/menu/publish-for-group.ts';
import { removeExampleRows as removeExamples } from '../workflows/menu/remove-examples.ts';
import { repairData } from '../workflows/menu/repair-data.ts';
import { openReportLink } from '../workflows/menu/report-link.ts';
import { versionNote } from '../workflows/menu/version-note.ts';
import { startNextPeriod as continueKpis } from '../workflows/next-period/start-next-period.ts';
import { setUpText } from '../workflows/set-up/set-up-text.ts';
import { setUpWorkbook as setUp } from '../workflows/set-up/set-up-workbook.ts';
import { beginAnswer, beginPage } from './begin-page.ts';
import { askedLanguage, boardAnswer, boardPage, boardWish } from './board-page.ts';
import { dataVersion } from './data-version.ts';
import { editedWorkbook, editOf, googlePointer } from './edited-workbook.ts';
import { personLanguage, VERSION } from './explained-failure.ts';
import { googleScreen, showMenu } from './google-screen.ts';
import { scriptProperties } from './google-services.ts';
import type * as RunCheck from './live-check/run-check.ts';
import { chat, digestDialog, mail, sendByHand, tellMessages } from './message-handlers.ts';
import { decisionsAnswer, reviewPage } from './review-page.ts';
import {
  recalculateFromTrigger,
  schedule,
  scheduleAsTyped,
  showSchedule as showScheduleNow,
  takeOverSchedule as takeOver,
} from './schedule-handlers.ts';
import {
  addTabFromMenu,
  boardPorts,
  boundWorkbookId,
  checkInFromBoard,
  fromMenu,
  quietly,
  recalculateFromMenu,
  sheetPorts,
} from './sheet-handlers.ts';
import { sheetsMaker } from './sheets-writer.ts';

const noteOnVersion = () => versionNote(dataVersion(), VERSION, personLanguage());

/** Run by the bundle when it is called for the first time, and not before. */
declare const require: (path: './live-check/run-check.ts') => typeof RunCheck;

/** Nothing that is wrong with the data may take the menu away. */
export const onOpen = () =>
  showMenu(personLanguage(), quietly('onOpen', noteOnVersion)?.label ?? null);

/** Whoever types is never stopped: what goes wrong here leaves a line in the log. */
export const onEdit = (event: unknown) =>
  quietly('onEdit', () => {
    const edit = editOf(event);
    if (edit !== null) checkEdit(editedWorkbook(), edit);
  });

export const goToNextProblem = () =>
  fromMenu('goToNextProblem', (fileId) => {
    nextProblem({ ...sheetPorts, pointer: googlePointer }, fileId, personLanguage());
    return '';
  });

export const explainVersion = () =>
  fromMenu(
    'explainVersion',
    () => noteOnVersion()?.text ?? MENU_MESSAGES[personLanguage()].oneVersion(VERSION),
  );

export const recalculate = () => recalculateFromMenu();

export const recalculateOnSchedule = () => recalculateFromTrigger('schedule');

export const recalculateAgain = () => recalculateFromTrigger('retry');

export const setUpWorkbook = () =>
  fromMenu('setUpWorkbook', (fileId) => {
    const report = setUp(sheetPorts, fileId, personLanguage());
    return setUpText(report, personLanguage());
  });

export const removeExampleRows = () =>
  fromMenu('removeExampleRows', (fileId) =>
    MENU_MESSAGES[personLanguage()].examplesRemoved(removeExamples(sheetPorts, fileId)),
  );

export const addStrategyTab = () => addTabFromMenu('strategy');
export const addTargetsTab = () => addTabFromMenu('targets');
export const addTargetChangesTab = () => addTabFromMenu('target_changes');
export const addResourcesTab = () => addTabFromMenu('resources');
export const addActionsTab = () => addTabFromMenu('actions');
export const addEventsTab = () => addTabFromMenu('events');
export const addCalendarTab = () => addTabFromMenu('calendar');
export const addPeriodsTab = () => addTabFromMenu('periods');
export const addPeopleTab = () => addTabFromMenu('people');

export const scheduleHourly = () => schedule({ every: 'hour' });
export const scheduleDaily = () => scheduleAsTyped('day');
export const scheduleWeekly = () => scheduleAsTyped('week');
export const scheduleOff = () => schedule(null);
export const takeOverSchedule = () => takeOver();
export const showSchedule = () => showScheduleNow();

export const startNextPeriod = () =>
  fromMenu('startNextPeriod', (fileId) =>
    continueKpis({ ...sheetPorts, screen: googleScreen }, fileId, personLanguage()),
  );

export const openReport = () =>
  fromMenu('openReport', (fileId) => {
    openReportLink(
      { ...sheetPorts, properties: scriptProperties, screen: googleScreen },
      fileId,
      personLanguage(),
    );
    return '';
  });

const publishPorts = {
  ...sheetPorts,
  properties: scriptProperties,
  screen: googleScreen,
  maker: sheetsMaker,
};

export const publishForGroup = () =>
  fromMenu('publishForGroup', (fileId) => publish(publishPorts, fileId, personLanguage()));

export const showPublications = () =>
  fromMenu('showPublications', (fileId) =>
    listPublications(publishPorts, fileId, personLanguage()),
  );

export const stopPublishing = () =>
  fromMenu('stopPublishing', (fileId) => stop(publishPorts, fileId, personLanguage()));

export const confirmWorkbook = () =>
  fromMenu('confirmWorkbook', (fileId) => {
    const words = MENU_MESSAGES[personLanguage()];
    const ask = () => googleScreen.ask('Koers', words.confirmQuestion);
    const answer = confirm(sheetPorts, fileId, ask);
    return { confirmed: words.confirmed, already_real: words.alreadyReal, refused: '' }[answer];
  });

export const mailOn = () => mail(true);
export const mailOff = () => mail(false);
export const setChat = () => chat();
export const showMessages = () => tellMessages();
export const sendMessages = () => sendByHand();
export const showDigest = () => digestDialog();

export const repairKoersData = () =>
  fromMenu('repairKoersData', (fileId) =>
    repairData({ ...sheetPorts, screen: googleScreen }, fileId, personLanguage()),
  );

const boardNow = (language: unknown, whatIf: unknown = '') =>
  boardAnswer(boardPorts, boundWorkbookId, boardWish(language, whatIf));

const openedBoard = (language: unknown) =>
  boardPage({ view: 'board', workbook: '', answer: boardNow(language), canCheckIn: true });

export const showBoard = () =>
  fromMenu('showBoard', () => {
    SpreadsheetApp.getUi().showSidebar(openedBoard(null));
    return '';
  });

/** The menu names no language: then it is that of the workbook. */
export const showWideBoard = (language?: unknown) =>
  fromMenu('showWideBoard', () => {
    const page = openedBoard(language).setWidth(1180).setHeight(760);
    SpreadsheetApp.getUi().showModalDialog(page, page.getTitle());
    return '';
  });

export const showBegin = () =>
  fromMenu('showBegin', (fileId) => {
    const page = beginPage(fileId).setWidth(860).setHeight(720);
    SpreadsheetApp.getUi().showModalDialog(page, page.getTitle());
    return '';
  });

export const showReview = () =>
  fromMenu('showReview', (fileId) => {
    const page = reviewPage(fileId).setWidth(1180).setHeight(760);
    SpreadsheetApp.getUi().showModalDialog(page, page.getTitle());
    return '';
  });

/** What the page of the first steps asks for. */
export const beginText = (asked: unknown): string =>
  JSON.stringify(beginAnswer(boundWorkbookId(), asked));

/** What somebody wrote down of a KPI on the board; gives what there is to say to it. */
export const checkInText = (sent: unknown): string => JSON.stringify(checkInFromBoard(sent));

/** What a review decided: first shown, then written down. */
export const decisionsText = (sent: unknown, language: unknown): string =>
  JSON.stringify(decisionsAnswer(boundWorkbookId(), sent, askedLanguage(language)));

/** What the page of the board asks for when it is refreshed, or another future is supposed. */
export const boardText = (language: unknown, _workbook?: unknown, whatIf?: unknown): string =>
  JSON.stringify(boardNow(language, whatIf));

export const checkInstallation = () =>
  fromMenu('checkInstallation', () => {
    const answers = require('./live-check/run-check.ts').runLiveCheck(VERSION);
    googleScreen.showPage(liveCheckPage(answers, personLanguage()));
    return '';
  });

export const onCheckedTrigger = () => undefined;
