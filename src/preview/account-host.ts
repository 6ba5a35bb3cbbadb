import { outputTabNames } from '../core/language/connector-languages.ts';
import { OUTPUT_TAB_IDS } from '../core/layout/output-tabs.ts';
import { cellAddress, cellPosition } from '../core/model/a1-notation.ts';
import type { Answer } from './data-studio/contract.ts';
import { answerDialogs } from './dialog-answers.ts';
import type { EmulatedAccount, ScreenEvent, Selection } from './emulation/host/account.ts';
import { createAccount } from './emulation/host/account.ts';
import { type Clock, movingClock } from './emulation/host/clock.ts';
import { connectorFailure } from './emulation/host/connector-failure.ts';
import { type RunResult, runFunction } from './emulation/host/execution.ts';
import type { TriggerKind } from './emulation/host/execution-state.ts';
import { type PushedProject, runTrigger } from './emulation/host/trigger-runner.ts';
import { UnreadableFile } from './emulation/host/unreadable-file.ts';
import { writeXlsx } from './emulation/host/write-xlsx.ts';
import { momentOf, wallTime } from './emulation/host/zoned-time.ts';
import type { Tab, Workbook } from './emulation/workbook/workbook.ts';
import type { PreviewHost } from './http-server.ts';
import { keepMessages } from './outbox.ts';
import type {
  MenuEntry,
  Person,
  PreviewState,
  RunReply,
  RunRequest,
  ScreenMessage,
  TypeRequest,
} from './page-api.ts';
import { scheduleText, shownMenu } from './script-menu.ts';
import { createStudio } from './studio-service.ts';
import { tabGrid } from './tab-grid.ts';
import { typeInto } from './typing.ts';
import { uncalculatedNotice } from './uncalculated-notice.ts';

export const OWNER = 'you@example.com';

/** Who can look at a report here; the workbook is shared with the viewer. */
const PEOPLE: Readonly<Record<Person, string>> = {
  owner: OWNER,
  viewer: 'viewer@example.com',
  stranger: 'stranger@example.com',
};
export const WORKBOOK_ID = 'koers-preview-workbook';

const OUTPUT_TABS: ReadonlySet<string> = new Set(OUTPUT_TAB_IDS.flatMap(outputTabNames));

const MOST_LOG_LINES = 100;
const HOUR_OF_DAY = 9;

export interface HostFacts {
  readonly version: string;
  readonly sheet: PushedProject;
  readonly connector: PushedProject;
  /** The page of the board, as the build made it for both projects. */
  readonly boardPage: string;
  readonly fileName: string;
  /** YYYY-MM-DD, or null for the real day. */
  readonly today: string | null;
  /** Reads the file anew; fails with an UnreadableFile only. */
  readonly readWorkbook: () => Workbook;
}

const toAnswer = ({ result, error }: RunResult): Answer =>
  error === undefined ? { result } : { error: connectorFailure(error) };

/** Whether people fill it in: what Koers writes it writes anew wherever the workbook is opened. */
const isPeoples = ({ title }: Tab): boolean => !OUTPUT_TABS.has(title);

/** What doGet of a script gave, as the emulation hands it over. */
interface WebPage {
  readonly content: string;
  readonly title: string;
}

/** The morning of the day asked for, in the workbook's own time zone. */
function clockAt(today: string | null, timeZone: string): Clock {
  if (today === null) return movingClock(Date.now());
  const [year = 1970, month = 1, day = 1] = today.split('-').map(Number);
  const moment = momentOf({ year, month, day, hour: HOUR_OF_DAY, minute: 0 }, timeZone);
  return movingClock(moment);
}

export interface AccountHost extends PreviewHost {
  /** Reads the file anew, recalculates and tells the page. */
  readonly reload: () => void;
}

/** An account of one's own on this machine: the workbook, both script projects, and Data Studio. */
export function createAccountHost(facts: HostFacts): AccountHost {
  const account: EmulatedAccount = createAccount({ owner: OWNER, boundWorkbookId: WORKBOOK_ID });
  account.htmlFiles = { board: facts.boardPage };
  const kept = keepMessages(account);
  account.projects.connector.scriptProperties.set('DEFAULT_WORKBOOK_ID', WORKBOOK_ID);
  account.projects.connector.scriptProperties.set('BOARD', 'ON');
  const listeners = new Set<() => void>();
  const menus = new Map<string, readonly MenuEntry[]>();
  let revision = 0;
  /** By language; empty until the workbook was read. */
  const problems = new Map<string, string | null>();

  const workbook = (): Workbook | undefined => account.workbooks.get(WORKBOOK_ID);

  /** Pages of sidebars and dialogs, in the order in which they were shown. */
  const shownPages: string[] = [];

  const runIn =
    (project: 'sheet' | 'connector') =>
    (functionName: string, trigger: TriggerKind, args: readonly unknown[] = [], asUser = OWNER) =>
      runFunction(account, { ...facts[project], project, functionName, trigger, args, asUser });
  const [runInSheet, runInConnector] = [runIn('sheet'), runIn('connector')];

  const toMessage = ({ kind, title, content }: ScreenEvent): ScreenMessage => {
    const text = String(content ?? '');
    if (kind !== 'sidebar' && kind !== 'dialog') return { kind, title, text };
    return { kind, title, text: '', page: shownPages.push(text) - 1 };
  };

  const studio = createStudio({
    call: (functionName, request, person) =>
      toAnswer(
        runInConnector(
          functionName,
          'datastudio',
          request === undefined ? [] : [request],
          PEOPLE[person],
        ),
      ),
    today: () => {
      const wall = wallTime(account.clock.now(), workbook()?.timeZone ?? 'Etc/UTC');
      const padded = [wall.month, wall.day].map((part) => String(part).padStart(2, '0'));
      return [wall.year, ...padded].join('-');
    },
  });

  const changed = (): void => {
    revision += 1;
    studio.refresh();
    for (const listener of listeners) listener();
  };

  const menuIn = (language: string): readonly MenuEntry[] => {
    const known = menus.get(language);
    if (known !== undefined) return known;
    account.userLocale = language;
    runInSheet('onOpen', 'simple', [{ authMode: 'LIMITED' }]);
    const menu = shownMenu(account);
    menus.set(language, menu);
    return menu;
  };

  const recalculate = (): void => {
    const { error } = runInSheet('recalculateOnSchedule', 'installable', [{}]);
    problems.clear();
    problems.set(account.userLocale, error === undefined ? null : error.message);
  };

  /** A failed recalculation is tried again for a reader of the other language. */
  const problemIn = (language: string): string | null => {
    const known = problems.get(language);
    if (known !== undefined) return known;
    const isWell = [...problems.values()].every((problem) => problem === null);
    if (isWell) return null;
    account.userLocale = language;
    recalculate();
    return problems.get(language) ?? null;
  };

  const reload = (): void => {
    try {
      const read = facts.readWorkbook();
      if (account.executions === 0) account.clock = clockAt(facts.today, read.timeZone);
      read.sharing = { ...read.sharing, viewers: [PEOPLE.viewer] };
      account.workbooks.set(WORKBOOK_ID, read);
      recalculate();
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      account.workbooks.delete(WORKBOOK_ID);
      problems.clear();
      for (const [language, sentence] of Object.entries(error.sentences)) {
        problems.set(language, sentence);
      }
    }
    changed();
  };

  /** The run that is asked for; null for one that neither menu nor triggers offer. */
  const requestedRun = ({ kind, id, language }: RunRequest): (() => RunResult) | null => {
    if (kind === 'menu') {
      const isListed = menuIn(language).some(({ functionName }) => functionName === id);
      return isListed ? () => runInSheet(id, 'menu') : null;
    }
    const trigger = account.projects.sheet.triggers.find((one) => one.id === id);
    return trigger ? () => runTrigger(account, 'sheet', facts.sheet, trigger) : null;
  };

  const run = (request: RunRequest): RunReply | null => {
    const requested = requestedRun(request);
    if (requested === null) return null;
    account.userLocale = request.language;
    const seen = account.screen.length;
    const { selection } = account;
    const answering = answerDialogs(account, request.answers ?? []);
    const result = requested();
    answering.stop();
    const open = answering.open();
    if (open !== null) {
      // Nothing happened yet: the page keeps what is typed at the question.
      account.screen.length = seen;
      const { kind, title, prompt, buttons } = open;
      const question = { kind, title, text: prompt, buttons: buttons.split('_') };
      return { error: null, messages: [], question };
    }
    const answered = new Set((request.answers ?? []).map(({ question }) => question));
    const events = account.screen
      .slice(seen)
      .filter(({ kind, content }) => kind !== 'menu' && !answered.has(String(content)));
    changed();
    return {
      error: result.error?.message ?? null,
      messages: events.map(toMessage),
      question: null,
      selected: selectedIn(selection),
    };
  };

  const state = (language: string): PreviewState => ({
    version: facts.version,
    fileName: facts.fileName,
    problem: problemIn(language),
    notice: uncalculatedNotice(workbook(), language),
    today: facts.today,
    revision,
    tabs: (workbook()?.tabs ?? []).map((tab) => ({ title: tab.title, isHidden: tab.hidden })),
    menu: menuIn(language),
    triggers: account.projects.sheet.triggers.map((trigger) => ({
      id: trigger.id,
      functionName: trigger.handler,
      schedule: scheduleText(trigger),
    })),
    outbox: kept.messages(),
    log: account.log
      .slice(-MOST_LOG_LINES)
      .map(({ at, severity, text }) => ({ at, severity, text }))
      .reverse(),
  });

  const webApp = (parameter: Readonly<Record<string, string>>): string => {
    const { result, error } = runInConnector('doGet', 'web_app', [{ parameter }]);
    // SAFETY: a web app that did not fail gave a page.
    return error === undefined ? (result as WebPage).content : error.message;
  };

  const copy = (): Uint8Array | null => {
    const book = workbook();
    const tabs = book?.tabs.filter(isPeoples) ?? [];
    return book === undefined || tabs.length === 0 ? null : writeXlsx({ ...book, tabs });
  };

  const type = ({ language, title, cell, texts }: TypeRequest): boolean => {
    const book = workbook();
    const tab = book?.tabs.find((own) => own.title === title && isPeoples(own));
    const place = cellPosition(cell);
    if (book === undefined || tab === undefined || place === null) return false;
    account.userLocale = language;
    typeInto(account, facts.sheet, book, tab, { ...place, texts });
    recalculate();
    changed();
    return true;
  };

  /** What a run selected, by tab and cell. */
  const selectedIn = (before: Selection | null): RunReply['selected'] => {
    const { selection } = account;
    const tab = workbook()?.tabs.find(({ sheetId }) => sheetId === selection?.sheetId);
    if (selection === null || selection === before || tab === undefined) return undefined;
    const { startRow, startColumn } = selection.rectangle;
    return { tab: tab.title, cell: cellAddress(startColumn, startRow) };
  };

  /** The page that a dialog of the Sheet would show; '' where it shows none. */
  const dialogPage = (functionName: string, ...args: readonly unknown[]): string => {
    const seen = account.screen.length;
    runInSheet(functionName, 'menu', args);
    const shown = account.screen.slice(seen).at(-1);
    return String(shown?.content ?? '');
  };

  return {
    studio,
    state,
    run,
    type,
    reload,
    boardPage: facts.boardPage,
    webApp,
    sheetBoard: (language) => dialogPage('showWideBoard', language),
    beginPage: () => dialogPage('showBegin'),
    copy,
    shownPage: (at) => shownPages[at] ?? null,
    mail: kept.mail,
    callScript: ({ project, functionName, args }) => {
      const before = workbook()?.revision;
      const { result, error } = runIn(project)(functionName, 'page', args);
      if (workbook()?.revision !== before) {
        problems.clear();
        changed();
      }
      return error === undefined ? { result } : { error: error.message };
    },
    speak: (language) => {
      account.userLocale = language;
    },
    tab: (title) => {
      const book = workbook();
      const tab = book?.tabs.find((one) => one.title === title);
      return book === undefined || tab === undefined ? null : tabGrid(book, tab, isPeoples(tab));
    },
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
  };
}
