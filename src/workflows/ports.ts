import type { SheetInput } from '../core/intake/sheet/sheet-input.ts';
import type { OutputTabId } from '../core/layout/output-tabs.ts';
import type { CellPlace } from '../core/model/a1-notation.ts';
import type { Day } from '../core/model/calendar-date.ts';
import type { CivilTime, Turns } from '../core/model/turns.ts';
import type { PixelImage } from '../drawing/course-pixels.ts';
import type { WorkbookChange } from './workbook-change.ts';

/** A cell as it is read: a date is a serial number, a blank one is '', undefined or null. */
export type ReadCell = string | number | boolean | null | undefined;

/** Ids of what Koers keeps with a workbook outside its cells, such as the moment of recalculation. */
export interface WorkbookMark {
  readonly id: number;
  readonly text: string;
}

export interface TabFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly isHidden: boolean;
  /** False for a tab that holds a chart or a connected source instead of cells. */
  readonly isGrid: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly isProtected: boolean;
  /** Whether cells are coloured by what they hold. */
  readonly hasColours: boolean;
  /** Set once what stands in it has proved that Koers made it, although its sheet id is another. */
  readonly adoptedAs?: OutputTabId;
}

/** What a workbook says of itself without one cell being read. Getting it proves access. */
export interface WorkbookFacts {
  readonly fileId: string;
  readonly url: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  /** Null until Koers has recalculated in this workbook. */
  readonly mark: WorkbookMark | null;
  readonly tabs: readonly TabFacts[];
}

/** A note on a cell, rows and columns from 0. */
export interface CellNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** How the cells of one tab look, which their values do not tell. */
export interface TabLook {
  readonly sheetId: number;
  readonly formats: NonNullable<SheetInput['formats']>;
  readonly notes: readonly CellNote[];
}

/** What a cell has beside its value; only of cells that have any of it. */
export interface DressedCell {
  readonly row: number;
  readonly column: number;
  readonly hasNote: boolean;
  /** A list, a tick box or another rule of what may be typed. */
  readonly hasRule: boolean;
  /** Bold, or on a colour. */
  readonly hasStyle: boolean;
  readonly hasFormat: boolean;
}

/** What a tab and some of its cells have of all that people see and do not type. */
export interface TabDress {
  readonly sheetId: number;
  readonly frozenRows: number;
  /** Past the last column that is in a group; 0 for none. */
  readonly groupedUntil: number;
  readonly cells: readonly DressedCell[];
}

export interface WorkbookReader {
  facts(fileId: string): WorkbookFacts;
  /** Looks are those of the tabs that people fill in; empty where the workbook is too large. */
  factsAndLooks(fileId: string): { facts: WorkbookFacts; looks: readonly TabLook[] };
  /** Of the tabs that these ranges are in, and of the cells in them, in one call. */
  dress(fileId: string, ranges: readonly string[]): readonly TabDress[];
  /** Columns of every range, in the order asked, in one call. Ranges in A1 notation. */
  columns(fileId: string, ranges: readonly string[]): ReadCell[][][];
  /** The same; null where the workbook, or a tab of it, is not there or not for this person. */
  columnsIfThere(fileId: string, ranges: readonly string[]): ReadCell[][][] | null;
}

/** Some rows of a tab, the first one asked for as row 0. */
export type RowsRead = Required<Pick<SheetInput, 'columns' | 'formats'>>;

/**
 * The workbook in which somebody just typed, for a run that may do no more than that person there.
 * Rows and columns from 0.
 */
export interface EditedWorkbook {
  readonly locale: string;
  /** The civil date in its time zone. */
  today(): Day;
  tabs(): readonly Pick<TabFacts, 'sheetId' | 'title'>[];
  /** At most `count` rows; fewer where the tab ends. */
  rows(title: string, first: number, count: number): RowsRead;
  notes(title: string, first: number, count: number): readonly CellNote[];
  /** '' takes the note away. */
  writeNote(title: string, note: CellNote): void;
}

export interface WorkbookWriter {
  /** All changes or none. */
  apply(fileId: string, changes: readonly WorkbookChange[]): void;
}

/** Where a new spreadsheet stands. */
export type MadeWorkbook = Pick<WorkbookFacts, 'fileId' | 'url'>;

/** A new spreadsheet, of the person who runs this and shared with nobody. */
export interface WorkbookMaker {
  /** Null where Google's answer got lost: it may have been made. */
  make(title: string, like: Pick<WorkbookFacts, 'locale' | 'timeZone'>): MadeWorkbook | null;
}

/**
 * Does what is beside the matter: whatever goes wrong in it ends nothing else. Gives '' when it went
 * well, else the sentence for people.
 */
export type Attempt = (work: () => void) => string;

/** What one user had served before; anything in it may vanish at any moment. */
export interface ResultCache {
  /** Only the keys that are there. */
  getAll(keys: readonly string[]): Readonly<Record<string, string>>;
  putAll(entries: Readonly<Record<string, string>>, seconds: number): void;
}

export interface Lock {
  /** Waits at most this long; false when somebody else still holds it. */
  acquire(milliseconds: number): boolean;
  release(): void;
}

/** Small texts that whoever installed Koers left beside the script. */
export interface PropertyStore {
  get(key: string): string | null;
}

/** The same, where a person may leave one or take it away. */
export interface OpenPropertyStore extends PropertyStore {
  /** Null takes it away. */
  set(key: string, value: string | null): void;
}

/**
 * What became of a message: gone; no more today; no consent to send any; refused by whoever was to
 * take it; or not there to take it. Never a text of the service: it holds the address.
 */
export type Sending = 'sent' | 'full' | 'no_consent' | 'refused' | 'unreachable';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same with pictures, by the names that it shows them by; null where there are none. */
  readonly illustrated: {
    readonly html: string;
    readonly pictures: readonly { readonly id: string; readonly image: PixelImage }[];
  } | null;
}

/** Mail in the name of whoever runs this. */
export interface Mailer {
  /** How many may still go today. */
  remaining(): number;
  send(mail: Mail): Sending;
}

/** Posts to an address of a chat, which is a secret. */
export interface Poster {
  post(address: string, body: string): Sending;
}

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** The civil date at this moment in a time zone. */
  civilDay(milliseconds: number, timeZone: string): Day;
  civilTime(milliseconds: number, timeZone: string): CivilTime;
}

/** Text made small, as plain letters that a cache or a cell can hold. */
export interface Compression {
  pack(text: string): string;
  unpack(packed: string): string;
}

/** The time-driven triggers of the person who runs this; others' triggers cannot be seen. */
export interface Schedule {
  /** Nothing for null; the one there was stays until the new one is there. */
  set(turns: Turns | null, timeZone: string): void;
  isSet(): boolean;
  /** One more run, so many minutes from now, beside the turns. */
  again(minutes: number): void;
  /** Takes away what `again` left. */
  clearAgain(): void;
}

/** A page to read, with a block of text to copy from it. */
export interface ScreenPage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly block: { readonly label: string; readonly text: string };
}

/** Links with what they are for. */
export interface LinkGroup {
  readonly text: string;
  readonly links: readonly { readonly text: string; readonly url: string }[];
}

/** The person at the spreadsheet. */
export interface Screen {
  tell(title: string, text: string): void;
  /** True for yes. */
  ask(title: string, question: string): boolean;
  /** What the person typed; null when they cancelled. */
  askText(title: string, question: string): string | null;
  /** Texts with links that open in a new window. */
  showLinks(title: string, groups: readonly LinkGroup[]): void;
}

/** Where the person at the spreadsheet is, and a word that asks for no answer. */
export interface Pointer {
  /** The cell that is selected; null where none is. */
  at(): CellPlace | null;
  /** Selects a cell of the workbook, on its own tab. */
  goTo(place: CellPlace): void;
  remark(title: string, text: string): void;
}

export interface PageScreen {
  showPage(page: ScreenPage): void;
}

export interface ErrorLog {
  error(line: Readonly<Record<string, string>>): void;
}

/** Who runs this and in which language; '' where it may not be known. */
export interface Person {
  email(): string;
  locale(): string;
}

/** Who opened a page of the script; '' where Google does not tell. */
export interface Visitor extends Person {
  visitor(): string;
}

/** A new identifier that nothing else has. */
export type NewId = () => string;
