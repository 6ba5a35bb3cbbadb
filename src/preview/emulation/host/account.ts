import type { GridRectangle, Workbook } from '../workbook/workbook.ts';
import { type Clock, fixedClock } from './clock.ts';

/** The two script projects that one bundle becomes. */
export type ProjectName = 'sheet' | 'connector';

export interface CacheEntry {
  readonly value: string;
  readonly expiresAt: number;
}

export interface Trigger {
  readonly id: string;
  readonly handler: string;
  readonly eventType: string;
  readonly source: 'CLOCK' | 'SPREADSHEETS' | 'FORMS' | 'CALENDAR' | 'DOCUMENTS';
  /** The workbook an edit, change or open trigger listens to. */
  readonly sourceId?: string;
  /** Triggers show only to their maker and run as that person. */
  readonly owner: string;
  /** What the builder was told (everyHours: 1, atHour: 7 …), for display and "run now". */
  readonly schedule: Readonly<Record<string, number | string>>;
  readonly createdAt: number;
  /** When the schedule last let it fire; "run now" leaves it as it was. */
  readonly lastFiredAt?: number;
}

export interface SentMail {
  readonly to: string;
  readonly cc?: string;
  readonly bcc?: string;
  readonly replyTo?: string;
  readonly senderName?: string;
  readonly subject: string;
  readonly body: string;
  readonly htmlBody?: string;
  /** Pictures that came along, by the names that the markup shows them by. */
  readonly inlineImages?: Readonly<
    Record<string, { readonly contentType: string | null; readonly base64: string }>
  >;
  readonly sentBy: string;
  readonly sentAt: number;
}

/** A request a script made; answers come from `EmulatedAccount.answerRequest`. */
export interface FetchRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

export interface FetchAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface LogEntry {
  readonly executionId: number;
  readonly at: number;
  readonly severity: 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';
  readonly text: string;
}

/** What a menu, an alert or a sidebar of the script shows to the person at the screen. */
export interface ScreenEvent {
  readonly kind: 'menu' | 'sidebar' | 'dialog' | 'alert' | 'prompt' | 'toast';
  readonly title: string;
  /** A menu: its items; a sidebar or dialog: the page's HTML in `content`. */
  readonly content: unknown;
}

/** The cells that the person at the screen has selected. */
export interface Selection {
  readonly workbookId: string;
  readonly sheetId: number;
  readonly rectangle: GridRectangle;
}

/** A question or a message of the script that waits for the person at the screen. */
export interface Dialog {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly prompt: string;
  /** The name of the ButtonSet: "OK", "YES_NO" … */
  readonly buttons: string;
}

/** State of one script project that outlives an execution. Stores of one user are kept by e-mail. */
export interface ProjectState {
  readonly scriptId: string;
  /** The spreadsheet a bound script lives in; null for a standalone project. */
  boundWorkbookId: string | null;
  readonly scriptProperties: Map<string, string>;
  readonly documentProperties: Map<string, string>;
  readonly userProperties: Map<string, Map<string, string>>;
  readonly scriptCache: Map<string, CacheEntry>;
  readonly documentCache: Map<string, CacheEntry>;
  readonly userCaches: Map<string, Map<string, CacheEntry>>;
  /** Lock name (script, document, user:<e-mail>) → the execution that holds it. */
  readonly locks: Map<string, number>;
  triggers: Trigger[];
  /** Who may read the script besides the account's owner; anyone with the link when left out. */
  readers?: readonly string[];
  /** Requests of the Sheets API in this minute, by person. */
  apiUsage?: {
    readonly minute: number;
    readonly read: Map<string, number>;
    readonly write: Map<string, number>;
  };
}

/** One call of a service method, as the script made it. */
interface ServiceCall {
  readonly method: string;
  readonly executionId: number;
  /** 1 for the first call of this execution. */
  readonly count: number;
}

export interface EmulatedAccount {
  /** Who installed Koers, and whom executions run as unless asked otherwise. */
  readonly owner: string;
  readonly workbooks: Map<string, Workbook>;
  readonly projects: Readonly<Record<ProjectName, ProjectState>>;
  clock: Clock;
  readonly outbox: SentMail[];
  readonly log: LogEntry[];
  readonly screen: ScreenEvent[];
  selection: Selection | null;
  /** How many recipients are left today. */
  mailQuota: number;
  /** How many requests UrlFetchApp has left today; no end to them when left out. */
  fetchQuota?: number;
  /** Services (SpreadsheetApp, PropertiesService …) that were used too often today. */
  usedUpServices?: readonly string[];
  /** Whether triggers have run for as long as they may today. */
  isComputerTimeUsedUp?: boolean;
  /** How many requests the Sheets API takes a minute; no end to them when left out. */
  sheetsQuota?: { readonly perUser: number; readonly perProject: number };
  /** Whether the API was switched on in the Cloud project, or is blocked by an administrator. */
  sheetsApi?: 'on' | 'off' | 'blocked';
  /** The scopes that a person left unticked when asked for consent, by e-mail. */
  untickedScopes?: ReadonlyMap<string, readonly string[]>;
  /** The language of the person at the screen (Session.getActiveUserLocale). */
  userLocale: string;
  executions: number;
  /** Answers UrlFetchApp; absent means there is no network. */
  answerRequest?: (request: FetchRequest) => FetchAnswer;
  /** Answers ui.alert and ui.prompt: the button pressed and the text typed. */
  answerDialog?: (dialog: Dialog) => { button: string; text: string };
  /**
   * Runs before each service call. What it throws the script gets as that call's error; a
   * StoppedExecution ends the execution for good; calling runFunction in it interleaves.
   */
  beforeCall?: (call: ServiceCall) => void;
  /**
   * Runs after each operation of the host, with its answer: what it gives back the script gets, what
   * it throws comes instead of the answer, although the effect is there.
   */
  onAnswer?: (operation: string, answer: unknown) => unknown;
  /** The order that Fields.forIds(ids) answers in, which Google's texts contradict: that of the ids when left out. */
  forIdsOrder?: 'request' | 'declaration';
  /** Whether this cache entry has gone before its time; asked at each read. */
  evictsEarly?: (key: string) => boolean;
  /** The HTML files of the projects, by file name without ".html". */
  htmlFiles?: Readonly<Record<string, string>>;
}

/** [documented] Requests a minute, of one person and of all together; reading and writing apart. */
export const SHEETS_QUOTA = { perUser: 60, perProject: 300 };

/** Thrown from `beforeCall` or an operation: the execution ends here, as if the platform killed it. */
export class StoppedExecution extends Error {
  override name = 'Exception';
}

/** An error that the script gets to see, with the platform's text. */
export class PlatformError extends Error {
  readonly details?: unknown;

  constructor(message: string, name = 'Exception', details?: unknown) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

function emptyProject(scriptId: string): ProjectState {
  return {
    scriptId,
    boundWorkbookId: null,
    scriptProperties: new Map(),
    documentProperties: new Map(),
    userProperties: new Map(),
    scriptCache: new Map(),
    documentCache: new Map(),
    userCaches: new Map(),
    locks: new Map(),
    triggers: [],
  };
}

export interface AccountFacts {
  readonly owner: string;
  readonly workbooks?: readonly Workbook[];
  /** The workbook the sheet project is bound to; the first one when left out. */
  readonly boundWorkbookId?: string;
  readonly clock?: Clock;
}

/** A Google account with these workbooks and both script projects, before anything has run. */
export function createAccount(facts: AccountFacts): EmulatedAccount {
  const workbooks = facts.workbooks ?? [];
  const sheet = emptyProject('sheet-project');
  sheet.boundWorkbookId = facts.boundWorkbookId ?? workbooks[0]?.id ?? null;
  return {
    owner: facts.owner,
    workbooks: new Map(workbooks.map((workbook) => [workbook.id, workbook])),
    projects: { sheet, connector: emptyProject('connector-project') },
    clock: facts.clock ?? fixedClock(Date.UTC(2026, 0, 15, 9, 30)),
    outbox: [],
    log: [],
    screen: [],
    selection: null,
    mailQuota: 100,
    userLocale: 'en',
    executions: 0,
  };
}
