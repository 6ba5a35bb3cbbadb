import type { Day } from '../../core/model/calendar-date.ts';
import type { YearCut } from '../../core/model/period.ts';
import type { CloseSnapshot, FrozenBaseline, StoredInterval } from '../../core/model/record.ts';
import type { Told, WaitingLetter } from '../../core/model/told.ts';
import type { RunTrigger, TurnsText } from '../../core/model/turns.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Sending } from '../ports.ts';

/** Version of everything below; a change of shape adds a migration (migrations.ts). */
export const DATA_LAYOUT = 2;

/** Which file the data belongs to: a copy carries the same workbook id in another file. */
export interface StoredIdentity {
  readonly workbookId: string;
  readonly fileId: string;
}

/** One line of the register: when Koers ran, on whose authorisation, and what failed. */
export interface RegisteredRun {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly by: string;
  readonly trigger: RunTrigger;
  /** '' when it went well, else the sentence. */
  readonly failure: string;
  /** Of Koers; the first registers left it out. */
  readonly version?: string;
}

export interface StoredSchedule {
  readonly choice: TurnsText;
  /** Whose trigger it is, or who switched it off; '' where nobody said anything yet. */
  readonly by: string;
  /** The clock of the trigger; left out by versions that followed the script's. */
  readonly timeZone?: string;
}

/** Results of some goals that each run puts into a workbook of their own. */
export interface StoredPublication {
  /** Of that workbook, made by Koers for this. */
  readonly fileId: string;
  readonly url: string;
  /** Who it is for, as it was typed. */
  readonly group: string;
  readonly goalIds: readonly string[];
  /** On whose authorisation it was made; '' where Google does not tell. */
  readonly by: string;
  /** '' when it was renewed by the last run that tried, else the sentence. */
  readonly failure: string;
}

/** Whether messages are sent, and what became of those that wait. */
export interface StoredPost {
  /** Whether mail was switched on, and by whom. */
  readonly isMailOn: boolean;
  readonly by: string;
  /** Keys of waiting letters that are gone already (letter-key.ts). */
  readonly gone: readonly string[];
  /** What kept the last ones from going, and to whom; null where nothing did. */
  readonly trouble: { readonly why: Exclude<Sending, 'sent'>; readonly to: string } | null;
}

export const NO_POST: StoredPost = { isMailOn: false, by: '', gone: [], trouble: null };

/** A goal and the chart that it has: its place among them is that of its rows. */
export interface StoredChart {
  readonly goalId: string;
  /** From then on it is the person's: it is not made again. */
  readonly isMade: boolean;
}

export interface RunRegister {
  /** Newest first. */
  readonly runs: readonly RegisteredRun[];
  readonly schedule: StoredSchedule;
  /** Left out by versions that did not publish. */
  readonly publications?: readonly StoredPublication[];
  /** Left out by versions that made none. */
  readonly charts?: readonly StoredChart[];
  /** Left out by the first registers. */
  readonly post?: StoredPost;
}

/** What people were told, and the letters that wait to be sent. */
export interface StoredMessages {
  readonly told: Told;
  readonly outbox: readonly WaitingLetter[];
}

export const NO_MESSAGES: StoredMessages = { told: { kpis: {}, digestDay: null }, outbox: [] };

const EMPTY_REGISTER: RunRegister = {
  runs: [],
  schedule: { choice: 'off', by: '' },
};

/** What the results below were computed from and for. */
export interface StoredStamp {
  /** Milliseconds since 1970 UTC. */
  readonly recalculatedAt: number;
  readonly today: Day;
  /** Whether Today was typed in Settings. */
  readonly isTodaySet: boolean;
  readonly language: Language;
  readonly currency: string;
  /** What everything that people filled in comes down to (inputs-hash.ts). */
  readonly inputs: string;
  /** How the year is cut, for the connector's own intervals. */
  readonly cut: YearCut;
}

/** Found in another file than it was written in. */
export const isCopyIn = ({ identity }: Pick<StoredData, 'identity'>, fileId: string): boolean =>
  identity !== null && identity.fileId !== fileId;

/** The hidden tab, read. Tables and history stay packed until somebody needs them. */
export interface StoredData {
  /** Version of the layout that it was found in. */
  readonly layout: number;
  readonly identity: StoredIdentity | null;
  readonly register: RunRegister;
  readonly stamp: StoredStamp | null;
  readonly baselines: readonly FrozenBaseline[];
  readonly snapshots: readonly CloseSnapshot[];
  readonly intervals: readonly StoredInterval[];
  /** Day each finding was first found, by its key. */
  readonly findings: Readonly<Record<string, Day>>;
  readonly messages: StoredMessages;
  /** Hash of each month of the history; null where an older version did not write them down. */
  readonly months: Readonly<Record<string, string>> | null;
  /** Table id to packed table. */
  readonly tables: Readonly<Record<string, string>>;
}

/** What the last recalculation came to. */
export type StoredResults = Pick<StoredData, 'stamp' | 'tables'>;

export const NO_STORED_DATA: StoredData = {
  layout: DATA_LAYOUT,
  identity: null,
  register: EMPTY_REGISTER,
  stamp: null,
  baselines: [],
  snapshots: [],
  intervals: [],
  findings: {},
  messages: NO_MESSAGES,
  months: null,
  tables: {},
};
