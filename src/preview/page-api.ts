// What the page and its server say to each other. Types only: both sides import them.
import type { ConfigParam, Exchange } from './data-studio/contract.ts';
import type { Column, Query, QueryResult } from './data-studio/query-types.ts';

export type Answers = Readonly<Record<string, string | readonly string[] | boolean>>;

/** Who looks: who made the data source, who may view the workbook, who may not. */
export type Person = 'owner' | 'viewer' | 'stranger';

/** Which data source: the answers of the configuration form, in this language. */
export interface SourceRequest {
  readonly language: string;
  /** The owner when left out. */
  readonly person?: Person;
  readonly answers: Answers;
  /** Chooses the result table, whatever the form's answer is. */
  readonly table?: string;
}

export interface ConfigRequest extends SourceRequest {
  readonly changed?: { readonly name: string; readonly value: Answers[string] };
}

export interface ConfigReply {
  readonly params: readonly ConfigParam[];
  readonly answers: Answers;
  readonly isComplete: boolean;
  readonly dateRangeRequired: boolean;
  /** The question that chooses the table, and its choices. */
  readonly tableParam: string | null;
  readonly exchanges: readonly Exchange[];
}

export interface FieldReply extends Column {
  readonly group: string;
  readonly isDefault: boolean;
  readonly isCalculated: boolean;
}

export interface SchemaReply {
  readonly fields: readonly FieldReply[];
  readonly warnings: readonly { readonly field: string; readonly text: string }[];
  readonly exchanges: readonly Exchange[];
}

export interface QueryRequest extends SourceRequest {
  readonly query: Query;
  /** Leaves out fields that this table does not have, instead of refusing the question. */
  readonly skipAbsent?: boolean;
}

export interface QueryReply extends QueryResult {
  readonly exchanges: readonly Exchange[];
}

/** What a chart shows instead of data. */
export interface FailureReply {
  readonly failure: {
    readonly title: string;
    readonly text: string;
    readonly debug?: string;
    readonly stack?: string;
  };
}

export interface MenuEntry {
  readonly label: string;
  /** Absent for a heading or a separator. */
  readonly functionName?: string;
  readonly depth: number;
}

interface TriggerView {
  readonly id: string;
  readonly functionName: string;
  readonly schedule: string;
}

/** A mail, or a post to a chat. */
interface MessageView {
  /** An address, or the host of a chat: the rest of it is a secret. */
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** Which of the mails, to be drawn as a mail program does; null for a post. */
  readonly mail: number | null;
  readonly sentAt: number;
}

interface LogView {
  readonly at: number;
  readonly severity: string;
  readonly text: string;
}

interface TabSummary {
  readonly title: string;
  readonly isHidden: boolean;
}

export interface PreviewState {
  readonly version: string;
  readonly fileName: string;
  /** One sentence when the workbook cannot be read; the page then shows this first. */
  readonly problem: string | null;
  /** What to know of the file, though it can be read. */
  readonly notice: string | null;
  /** The day everything is judged from, YYYY-MM-DD, when it was set on the command line. */
  readonly today: string | null;
  readonly revision: number;
  readonly tabs: readonly TabSummary[];
  readonly menu: readonly MenuEntry[];
  readonly triggers: readonly TriggerView[];
  /** The newest first. */
  readonly outbox: readonly MessageView[];
  readonly log: readonly LogView[];
}

export interface TabCell {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'error' | 'blank';
  /** What a person would type for it, where that is something else than what it shows. */
  readonly typed?: string;
  readonly isBold?: boolean;
  /** Colours by what it holds, #rrggbb. */
  readonly ink?: string;
  readonly paper?: string;
  /** The cell that its link leads to. */
  readonly leadsTo?: { readonly tab: string; readonly cell: string };
  readonly note?: string;
}

/** A chart that lies on a tab: its figures, the day first, and how each of its lines looks. */
export interface TabChart {
  readonly description: string;
  /** What stands in the two cells above it. */
  readonly heading: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly strokes: readonly { readonly colour: string; readonly isDashed: boolean }[];
}

export interface TabView {
  readonly title: string;
  /** False for a tab that Koers writes. */
  readonly canType: boolean;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly TabCell[] }[];
  readonly isCut: boolean;
  readonly charts: readonly TabChart[];
}

/** What somebody typed or pasted into a tab, from a cell to the right and down. */
export interface TypeRequest {
  readonly language: string;
  readonly title: string;
  /** In A1 notation. */
  readonly cell: string;
  readonly texts: readonly (readonly string[])[];
}

/** What the person pressed or typed at a question of the script. */
export interface DialogAnswer {
  readonly question: string;
  readonly button: string;
  readonly text: string;
}

export interface RunRequest {
  readonly kind: 'menu' | 'trigger';
  /** A menu's function, or a trigger's id. */
  readonly id: string;
  readonly language: string;
  readonly answers?: readonly DialogAnswer[];
}

/** What a person at the screen would have seen. */
export interface ScreenMessage {
  readonly kind: string;
  readonly title: string;
  readonly text: string;
  /** A sidebar or dialog: which of the pages that were shown. */
  readonly page?: number;
}

/** What the script asks, with the buttons to press: YES, NO, OK, CANCEL, CLOSE. */
export interface ScreenQuestion {
  readonly kind: 'alert' | 'prompt';
  readonly title: string;
  readonly text: string;
  readonly buttons: readonly string[];
}

export interface RunReply {
  readonly error: string | null;
  /** The script waits for an answer: run it again with one more. */
  readonly question: ScreenQuestion | null;
  readonly messages: readonly ScreenMessage[];
  /** The cell that the script selected. */
  readonly selected?: { readonly tab: string; readonly cell: string };
}

/** What a page of the script asks of google.script.run. */
export interface ScriptCall {
  readonly language?: string;
  readonly project: 'sheet' | 'connector';
  readonly functionName: string;
  readonly args: readonly unknown[];
}

export type ScriptReply = { readonly result?: unknown } | { readonly error: string };
