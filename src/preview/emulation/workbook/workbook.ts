/** A spreadsheet in memory, as plain data: what both sides of the emulation read and write. */

/** A cell's typed value. A date is a number whose format shows it as one; null is empty. */
export type CellValue = number | string | boolean | { readonly error: string } | null;

/** A data validation, by the Sheets API's names: ONE_OF_LIST, NUMBER_GREATER, BOOLEAN … */
export interface ValidationRule {
  readonly condition: {
    readonly type: string;
    readonly values?: readonly { readonly userEnteredValue?: string }[];
  };
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
  readonly inputMessage?: string;
}

/** Red, green and blue from 0 to 1; one left out is 0. */
export interface Rgb {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

/** How a cell looks, as the Sheets API writes it, its number format apart. */
export interface CellStyle {
  readonly textFormat?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly fontSize?: number;
    readonly foregroundColor?: Rgb;
    readonly [property: string]: unknown;
  };
  readonly backgroundColor?: Rgb;
  readonly horizontalAlignment?: string;
  readonly verticalAlignment?: string;
  readonly wrapStrategy?: string;
  readonly [property: string]: unknown;
}

export interface Cell {
  /** For a formula: the value it had when the file was saved, or its own text when a script wrote it. */
  readonly value: CellValue;
  readonly formula?: string;
  /** A number format pattern; absent means automatic ("General"). */
  readonly format?: string;
  readonly note?: string;
  readonly validation?: ValidationRule;
  readonly style?: CellStyle;
}

/** Zero-based, end exclusive, as in the Sheets API. */
export interface GridRectangle {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

export interface ProtectedRange {
  readonly id: number;
  /** Absent: the whole tab. */
  readonly rectangle?: GridRectangle;
  readonly description: string;
  readonly warningOnly: boolean;
  readonly editors: readonly string[];
}

export interface DimensionGroup {
  readonly start: number;
  readonly end: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

export interface DimensionProperties {
  readonly pixelSize?: number;
  readonly hidden?: boolean;
}

/** Cells of a tab as the Sheets API names them: zero-based, end exclusive, a missing bound is open. */
export interface ChartRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface ChartData {
  readonly sourceRange?: { readonly sources?: readonly ChartRange[] };
}

/** What a chart shows, by the names of the Sheets API; what is not read here is kept as given. */
export interface ChartSpec {
  readonly altText?: string;
  readonly title?: string;
  readonly basicChart?: {
    readonly chartType?: string;
    readonly headerCount?: number;
    readonly domains?: readonly { readonly domain?: ChartData }[];
    readonly series?: readonly {
      readonly series?: ChartData;
      readonly colorStyle?: { readonly rgbColor?: Rgb };
      readonly lineStyle?: { readonly type?: string; readonly width?: number };
    }[];
  };
}

/** A chart over the cells of the tab that it lies on. */
export interface EmbeddedChart {
  readonly chartId: number;
  readonly spec: ChartSpec;
  readonly position: {
    readonly overlayPosition: {
      readonly anchorCell: {
        readonly sheetId?: number;
        readonly rowIndex?: number;
        readonly columnIndex?: number;
      };
      readonly offsetXPixels?: number;
      readonly offsetYPixels?: number;
      readonly widthPixels?: number;
      readonly heightPixels?: number;
    };
  };
}

export interface Tab {
  readonly sheetId: number;
  title: string;
  hidden: boolean;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  frozenColumns: number;
  tabColor?: Rgb;
  /** Sparse: rows[row]?.[column]. */
  rows: (Cell | undefined)[][];
  rowProperties: (DimensionProperties | undefined)[];
  columnProperties: (DimensionProperties | undefined)[];
  rowGroups: DimensionGroup[];
  columnGroups: DimensionGroup[];
  protections: ProtectedRange[];
  /** The one filter a tab can have. */
  filter?: GridRectangle;
  /** Kept as given (Sheets API shape): the emulation shows them, it does not evaluate them. */
  conditionalFormats: unknown[];
  charts: EmbeddedChart[];
}

interface DeveloperMetadata {
  readonly id: number;
  readonly key: string;
  readonly value: string;
  /** The tab that it belongs to and goes with; of the spreadsheet itself when left out. */
  readonly sheetId?: number;
}

export interface Sharing {
  readonly owner: string;
  readonly editors: readonly string[];
  readonly viewers: readonly string[];
  /** "Anyone with the link". */
  readonly anyone?: 'edit' | 'view';
}

export interface Workbook {
  readonly id: string;
  title: string;
  /** As Google writes it: nl_NL. */
  locale: string;
  timeZone: string;
  tabs: Tab[];
  developerMetadata: DeveloperMetadata[];
  sharing: Sharing;
  /** Grows with every write, so that a page can see that something changed. */
  revision: number;
  /** Opened in Drive as an .xlsx file, without being made a spreadsheet. */
  isOfficeFile?: boolean;
  /** So many cells and formats that a request for grid data is more than the API can do. */
  isComplex?: boolean;
  /** Where a file has formulas without a saved value, such as "Actuals!C2"; a hundred at most. */
  readonly uncalculated?: readonly string[];
}

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;

/** A new tab, as "Insert sheet" makes it. */
export function emptyTab(sheetId: number, title: string): Tab {
  return {
    sheetId,
    title,
    hidden: false,
    rowCount: DEFAULT_ROWS,
    columnCount: DEFAULT_COLUMNS,
    frozenRows: 0,
    frozenColumns: 0,
    rows: [],
    rowProperties: [],
    columnProperties: [],
    rowGroups: [],
    columnGroups: [],
    protections: [],
    conditionalFormats: [],
    charts: [],
  };
}

export interface WorkbookFacts {
  readonly id: string;
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
  readonly owner: string;
  readonly tabs?: readonly Tab[];
}

/** A new spreadsheet, with the one tab that Google gives it. */
export function emptyWorkbook(facts: WorkbookFacts): Workbook {
  return {
    id: facts.id,
    title: facts.title ?? 'Untitled spreadsheet',
    locale: facts.locale ?? 'en_US',
    timeZone: facts.timeZone ?? 'Etc/GMT',
    tabs: facts.tabs === undefined ? [emptyTab(0, 'Sheet1')] : [...facts.tabs],
    developerMetadata: [],
    sharing: { owner: facts.owner, editors: [], viewers: [] },
    revision: 0,
  };
}

export type Access = 'edit' | 'view' | 'none';

/** What this person may do with the workbook. */
export function accessOf(sharing: Sharing, user: string): Access {
  if (sharing.owner === user || sharing.editors.includes(user)) return 'edit';
  if (sharing.anyone === 'edit') return 'edit';
  return sharing.viewers.includes(user) || sharing.anyone === 'view' ? 'view' : 'none';
}
