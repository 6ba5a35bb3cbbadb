import type { RegularCadence } from '../model/period.ts';
import type { ChatId } from '../model/told.ts';
import type { RunTrigger, Turns } from '../model/turns.ts';
import type { Language } from '../model/workspace.ts';

/** What menu, dialogs, configuration and failures say, for every language. */

interface ConfigChoiceWords {
  readonly name: string;
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** What a report's controls may be set to, in small letters, and what is said of what is not understood. */
export interface ControlWords {
  /** "per", before an interval. */
  readonly each: readonly string[];
  readonly grains: Readonly<Record<'measured' | RegularCadence, readonly string[]>>;
  readonly asInWorkbook: readonly string[];
  /** Of this language, what it and the others are called. */
  readonly languages: Readonly<Record<Language, readonly string[]>>;
  readonly today: readonly string[];
  readonly yesterday: readonly string[];
  readonly unknownGrain: (typed: string) => string;
  readonly unknownLanguage: (typed: string) => string;
  readonly unknownDay: (typed: string) => string;
  readonly dayToCome: (typed: string) => string;
}

interface TextQuestionWords {
  readonly name: string;
  readonly help: string;
  readonly placeholder: string;
}

/** The form that Data Studio shows when a data source is made. */
export interface ConfigWords {
  /** The version of Koers that answers: a deployment may be an older one. */
  readonly intro: (version: string) => string;
  readonly workbook: TextQuestionWords;
  readonly whatIf: TextQuestionWords;
  readonly viewDate: TextQuestionWords;
  readonly choices: Readonly<
    Record<'table' | 'date_mode' | 'fields' | 'grain' | 'freshness' | 'guard', ConfigChoiceWords>
  > & {
    readonly language: ConfigChoiceWords & {
      readonly labels: Readonly<Record<'workbook' | Language, string>>;
    };
  };
}

/** The entries of the menu. */
export interface MenuWords {
  readonly menu: string;
  readonly recalculate: string;
  readonly nextProblem: string;
  readonly nextPeriod: string;
  readonly begin: string;
  readonly setUp: string;
  readonly removeExamples: string;
  readonly add: string;
  readonly schedule: string;
  readonly hourly: string;
  readonly daily: string;
  readonly weekly: string;
  readonly off: string;
  readonly takeOver: string;
  readonly showSchedule: string;
  readonly board: string;
  readonly wideBoard: string;
  readonly review: string;
  readonly openReport: string;
  readonly publish: string;
  readonly publishGoals: string;
  readonly showPublications: string;
  readonly stopPublishing: string;
  readonly messages: string;
  readonly mailOn: string;
  readonly mailOff: string;
  readonly setChat: string;
  readonly showMessages: string;
  readonly sendMessages: string;
  readonly showDigest: string;
  readonly confirmWorkbook: string;
  readonly repairData: string;
  readonly checkInstallation: string;
}

/** How much Set up added, of each kind; columns by tab. */
interface AddedParts {
  readonly tabs: readonly string[];
  readonly columns: readonly { readonly tab: string; readonly count: number }[];
  readonly settings: number;
  readonly notes: number;
  readonly lists: number;
  readonly formats: number;
  readonly headers: number;
}

/** What the menu answers. */
export interface MenuMessages {
  readonly recalculated: (kpis: number, errors: number) => string;
  /** What came along when an older Koers had recalculated last. */
  readonly converted: (months: number, baselines: number, closedKpis: number) => string;
  readonly setUp: string;
  readonly completed: (added: AddedParts) => string;
  readonly complete: string;
  /** Of a tab that has a name of ours and another content. */
  readonly leftAlone: (tab: string) => string;
  readonly examplesRemoved: (rows: number) => string;
  readonly added: (tab: string) => string;
  readonly whichHour: (timeZone: string) => string;
  readonly whichWeekday: (timeZone: string) => string;
  readonly noSuchTurn: (typed: string) => string;
  /** What the words of the schedule call it, and where its clock is. */
  readonly scheduled: (every: string, timeZone: string) => string;
  readonly scheduledOff: string;
  /** After the sentence before, where somebody else ran it until now. */
  readonly tookOver: (by: string) => string;
  readonly nothingToTakeOver: string;
  readonly runsNow: (every: string, timeZone: string, by: string) => string;
  readonly noTrigger: string;
  readonly lastRuns: string;
  /** Who is '' where it is not known, the failure '' where it went well. */
  readonly run: (moment: string, trigger: RunTrigger, by: string, failure: string) => string;
  /** By how the script differs from the data: an entry of the menu, and what it says. */
  readonly versions: Readonly<
    Record<
      'script_refuses' | 'script_older' | 'script_newer' | 'script_converts',
      { readonly label: string; readonly text: (script: string, data: string) => string }
    >
  >;
  readonly earlierVersion: string;
  readonly laterVersion: string;
  readonly oneVersion: (script: string) => string;
  readonly confirmQuestion: string;
  readonly confirmed: string;
  readonly alreadyReal: string;
  readonly reportTitle: string;
  readonly reportText: string;
  readonly reportLink: string;
  readonly copiedReportText: string;
  readonly blankReportText: string;
  readonly wholeReportLink: string;
  readonly sourcesText: string;
}

/** What there is to say of messages in the menu. */
export interface TellingWords {
  readonly title: string;
  readonly mailIsOn: (by: string) => string;
  readonly mailIsOff: string;
  readonly switchedOn: string;
  readonly switchedOff: string;
  readonly chats: Readonly<Record<ChatId, string>>;
  readonly chatIsOn: (chat: string) => string;
  /** The addresses are pasted; one is taken away by its name. */
  readonly whichChat: (chats: string) => string;
  readonly noSuchChat: string;
  readonly chatConnected: (chat: string) => string;
  readonly chatRemoved: (chat: string) => string;
  readonly chatFailed: (chat: string, why: string) => string;
  readonly hello: string;
  readonly helloLine: string;
  /** Of whom People says what. */
  readonly readers: (all: number, mine: number) => string;
  readonly noReaders: string;
  readonly digest: (day: string, hour: number) => string;
  readonly noDigest: string;
  readonly noSchedule: string;
  readonly waiting: (letters: number) => string;
  readonly mailLeft: (mails: number) => string;
  readonly sent: (letters: number) => string;
  readonly trouble: (to: string, why: string) => string;
  readonly why: Readonly<Record<'full' | 'no_consent' | 'refused' | 'unreachable', string>>;
  readonly todayIsSet: string;
  readonly isCopy: string;
}

type Followed = ReadonlyArray<{ readonly kpi: { name: string }; readonly by: { name: string } }>;

export interface NextPeriodWords {
  readonly title: string;
  readonly which: string;
  readonly stillRuns: string;
  readonly andMore: (count: number) => string;
  readonly rules: string;
  readonly nothing: string;
  readonly noneOver: string;
  readonly unknown: (text: string) => string;
  readonly changed: (kpis: string) => string;
  readonly started: string;
  readonly lastTimeBlank: (kpis: string) => string;
  readonly fromYearEarlier: (kpis: string) => string;
  readonly targetsCopied: string;
  readonly growthKept: string;
  readonly stillDecides: (goal: string, old: string, next: string) => string;
  /** A line for every KPI that is left out because another one follows it already. */
  readonly followed: (pairs: Followed) => string[];
}

/** What the results of some goals, kept for a group in a workbook of their own, ask and say. */
export interface PublishWords {
  readonly title: string;
  /** `list`: a line for each goal, with its number. */
  readonly whichGoals: (list: string) => string;
  /** Of a spreadsheet that Google may have made without saying so, by its name. */
  readonly maybeMade: (title: string) => string;
  /** The same at once, behind the sentence that says why. */
  readonly inVain: (title: string, reason: string) => string;
  readonly unknownGoal: (typed: string) => string;
  readonly whichGroup: (goals: string) => string;
  readonly noGoals: string;
  readonly notFromCopy: string;
  readonly tooMany: (most: number) => string;
  readonly published: (group: string, goals: string) => string;
  readonly notYet: (group: string, sentence: string) => string;
  readonly open: string;
  /** Names of goals; '' where none of them is left in the workbook. */
  readonly kept: (group: string, goals: string, by: string, failure: string) => string;
  readonly nothing: string;
  readonly whichToStop: (list: string) => string;
  readonly unknownNumber: (typed: string) => string;
  readonly stopped: (group: string) => string;
  /** Groups whose workbook was renewed by a run. */
  readonly renewed: (groups: string) => string;
}

/** What is said of a problem beside its cell. */
export interface GuidanceWords {
  readonly title: string;
  readonly problem: (position: number, count: number) => string;
  readonly none: string;
}

/** What a repair of the hidden tab says. */
export interface RepairWords {
  readonly title: string;
  readonly whole: string;
  readonly question: string;
  readonly repaired: string;
  /** Months as 2026-01, separated by commas; '' for none. */
  readonly keptMonths: (months: string) => string;
  readonly lostMonths: (months: string) => string;
  readonly unknownMonths: string;
  readonly lost: (parts: string) => string;
  readonly nothingElseLost: string;
  /** What each block of the hidden tab holds; '' for what nobody misses. */
  readonly parts: Readonly<
    Record<
      | 'identity'
      | 'register'
      | 'stamp'
      | 'baselines'
      | 'snapshots'
      | 'findings'
      | 'messages'
      | 'months'
      | 'intervals',
      string
    >
  >;
}

/** Lines above the tables that Koers writes into the workbook. */
export interface KoersTabWords {
  /** Moment, person and when the next run is; the last two may be ''. */
  readonly recalculated: (moment: string, by: string, next: string) => string;
  readonly isCopy: string;
  /** Above the column with the way of a goal. */
  readonly route: string;
  /** Of a KPI, interval by interval. */
  readonly trend: string;
  /** What a chart shows, for whoever does not see it. */
  readonly chartShows: string;
  readonly shortened: (kept: number, all: number) => string;
  readonly withoutLooks: string;
  readonly lastRunFailed: (moment: string, sentence: string) => string;
  readonly triesAgain: string;
  readonly notPublished: (group: string, sentence: string) => string;
  /** In the workbook of a group, where the older history did not fit. */
  readonly historyFrom: (day: string) => string;
  readonly protection: string;
  readonly dataTab: string;
}

type TurnsEvery<Every extends Turns['every']> = Extract<Turns, { readonly every: Every }>;

/** What tabs, tables and dialogs say of the schedule. An address may be ''. */
export interface ScheduleWords {
  readonly every: {
    readonly [Every in Turns['every']]: (turns: TurnsEvery<Every>) => string;
  };
  readonly next: (day: string, hour: number, by: string) => string;
  readonly nextWithinTheHour: (by: string) => string;
  readonly overdue: (moment: string) => string;
  readonly lastRunFailed: (moment: string) => string;
}

/** What can stand in the way, by what Google says. */
export type ObstacleId =
  | 'api_off'
  | 'right_missing'
  | 'blocked'
  | 'no_edit'
  | 'busy'
  | 'not_asked'
  | 'unknown';

export type NeedId =
  | 'read'
  | 'write'
  | 'rights'
  | 'stores'
  | 'texts'
  | 'schedule'
  | 'cells'
  | 'connector';

export interface LiveCheckWords {
  readonly title: string;
  readonly allWell: string;
  readonly notAll: (refused: number, needs: number) => string;
  readonly needs: Readonly<Record<NeedId, string>>;
  readonly works: string;
  readonly refused: string;
  readonly google: (text: string) => string;
  readonly whatToDo: Readonly<Record<ObstacleId, string>>;
  readonly zones: (script: string, workbook: string) => string;
  readonly leftTab: string;
  readonly asked: (answers: number, refusals: number, skipped: number) => string;
  readonly blockLabel: string;
}

/** Everything a person can put right, and what went wrong of our own, with what the sentence tells. */
export interface FailureDetails {
  UNEXPECTED: { readonly errorId: string };
  NO_WORKBOOK: NoDetails;
  NOT_A_WORKBOOK: NoDetails;
  NO_ACCESS: NoDetails;
  BUSY: NoDetails;
  OLDER_RESULTS: NoDetails;
  COMPUTED_NOW: { readonly moment: string };
  OTHERS_SCHEDULE: { readonly by: string };
  NO_EDIT: NoDetails;
  PROTECTED: NoDetails;
  API_OFF: NoDetails;
  API_BLOCKED: NoDetails;
  CONSENT_MISSING: NoDetails;
  OFFICE_FILE: NoDetails;
  DAY_LIMIT: NoDetails;
  TOO_MANY_TRIGGERS: NoDetails;
  WORKBOOK_FULL: NoDetails;
  UNKNOWN_TABLE: { readonly table: string; readonly tables: string };
  NOT_A_KOERS_WORKBOOK: { readonly tab: string };
  ALREADY_RUNNING: NoDetails;
  CHANGED_MEANWHILE: NoDetails;
  IS_COPY: NoDetails;
  OUT_OF_TIME: NoDetails;
  ANSWER_OUT_OF_TIME: NoDetails;
  NEWER_LAYOUT: { readonly tab: string };
  DAMAGED_DATA: { readonly tab: string };
  OTHER_DAMAGE: NoDetails;
  TAB_EXISTS: { readonly tab: string };
  NO_REPORT_LINK: NoDetails;
  TOO_LARGE: { readonly rows: number };
  NOT_PUBLISHED_INTO: { readonly title: string };
  /** `day` as an ISO date. */
  PUBLISHED_AS_IS: { readonly day: string; readonly language: Language };
  NOT_PUBLISHED: NoDetails;
  BOARD_OFF: NoDetails;
  BOARD_AS_MAKER: NoDetails;
}

type NoDetails = Readonly<Record<never, never>>;

export type FailureCode = keyof FailureDetails;

/** What is wrong and what to do about it, for whoever reads it. */
export type FailureWords = {
  readonly [Code in FailureCode]: (details: FailureDetails[Code]) => string;
};

/** What a check-in on the board is answered with. */
export interface CheckInWords {
  /** Of the row in Actions. */
  readonly name: string;
  readonly written: (tab: string) => string;
  readonly unknownKpi: string;
  readonly unreadable: (tab: string) => string;
  readonly nothingTyped: string;
}
