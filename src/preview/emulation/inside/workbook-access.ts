import type {
  CellStyle,
  CellValue,
  GridRectangle,
  Rgb,
  ValidationRule,
} from '../workbook/workbook.ts';
import { callHost } from './host-bridge.ts';

/** A tab as the host describes it, without its cells. */
export interface TabFacts {
  readonly sheetId: number;
  readonly title: string;
  readonly hidden: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly lastRow: number;
  readonly lastColumn: number;
  /** As spreadsheets.get answers them. */
  readonly properties: { readonly index: number; readonly tabColor?: Rgb };
  readonly protectedRanges: readonly ApiProtection[];
  readonly conditionalFormats: readonly unknown[];
  readonly rowGroups: readonly object[];
  readonly columnGroups: readonly object[];
  readonly columnProperties: readonly ({ pixelSize?: number; hidden?: boolean } | null)[];
  readonly rowProperties: readonly ({ pixelSize?: number; hidden?: boolean } | null)[];
  readonly filter?: GridRectangle;
}

export interface ApiProtection {
  readonly protectedRangeId: number;
  readonly range: Readonly<Record<string, number>>;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users: readonly string[] };
}

export interface WorkbookFacts {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly sharing: {
    readonly owner: string;
    readonly editors: readonly string[];
    readonly viewers: readonly string[];
  };
  readonly developerMetadata: readonly {
    readonly id: number;
    readonly key: string;
    readonly value: string;
    readonly sheetId?: number;
  }[];
  readonly tabs: readonly TabFacts[];
}

/** What a cell can be asked for; null where it has none. */
export interface CellParts {
  readonly value: CellValue;
  readonly formula: string | null;
  /** The formula of a cell that has one, else its value: known even if a formula's value is not. */
  readonly entered: CellValue;
  /** As shown, by number format and locale. */
  readonly text: string;
  readonly format: string | null;
  readonly note: string | null;
  readonly validation: ValidationRule | null;
  readonly style: CellStyle | null;
}

type PartRows<Part extends keyof CellParts> = { readonly [P in Part]: CellParts[P][][] };

/** [documented] SpreadsheetApp's own errors differ from those of the Sheets API. */
export const APP = 'SpreadsheetApp';

export function factsOf(id: string, caller = APP): WorkbookFacts {
  return callHost('spreadsheet.facts', caller, id);
}

/** Reads parts of the cells in a rectangle, as rows. */
export function readParts<Part extends keyof CellParts>(
  at: { readonly id: string; readonly sheetId: number },
  rectangle: GridRectangle,
  parts: readonly Part[],
  caller = APP,
): PartRows<Part> {
  return callHost('spreadsheet.read', caller, at.id, at.sheetId, rectangle, parts);
}

type Reply = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Applies requests of the Sheets API, all or none: SpreadsheetApp writes through the same engine. */
export function applyBatch(id: string, requests: readonly object[], caller = APP): Reply[] {
  return callHost('spreadsheet.batch', caller, id, requests);
}

/** The API's GridRange for a rectangle. */
export function gridRange(sheetId: number, rectangle: GridRectangle): object {
  return {
    sheetId,
    startRowIndex: rectangle.startRow,
    endRowIndex: rectangle.endRow,
    startColumnIndex: rectangle.startColumn,
    endColumnIndex: rectangle.endColumn,
  };
}
