import type { ColumnLook, WorkbookChange, WrittenCell } from '../workflows/workbook-change.ts';
import { MARK_KEY } from './sheets-reader.ts';
import type { CellData, NumberFormat, Request, RowData } from './sheets-schema.ts';

/** [documented] What a cell holds. */
const MOST_CHARACTERS = 50_000;

const fitting = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;

/** Never "as typed": a text that begins with = stays a text. */
function cellData(cell: WrittenCell): CellData {
  if (cell === null || cell === '') return {};
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: fitting(cell) } };
}

const rowData = (rows: ReadonlyArray<readonly WrittenCell[]>): RowData[] =>
  rows.map((row) => ({ values: row.map(cellData) }));

const LOOKS: Readonly<Record<ColumnLook, NumberFormat>> = {
  date: { type: 'DATE' },
  date_time: { type: 'DATE_TIME' },
  percent: { type: 'PERCENT', pattern: '0.0%' },
  whole: { type: 'NUMBER', pattern: '#,##0' },
  decimal: { type: 'NUMBER', pattern: '#,##0.00' },
  text: { type: 'TEXT' },
};

/** #E3EEF3, that of the headers in the example workbooks. */
const HEADER_COLOUR = { rgbColor: { red: 0.89, green: 0.933, blue: 0.953 } };

/** #rrggbb as the API has it. */
function colourOf(hex: string) {
  const [red, green, blue] = [1, 3, 5].map(
    (at) => Math.round((Number.parseInt(hex.slice(at, at + 2), 16) / 255) * 1000) / 1000,
  );
  return { rgbColor: { red, green, blue } };
}

type Kind = WorkbookChange['kind'];
type ChangeOf<K extends Kind> = Extract<WorkbookChange, { kind: K }>;

const MARK_PLACE = { spreadsheet: true };

function markRequest({ id, text }: ChangeOf<'set_mark'>): Request {
  if (id === null) {
    const developerMetadata = {
      metadataKey: MARK_KEY,
      metadataValue: text,
      location: MARK_PLACE,
      visibility: 'DOCUMENT',
    };
    return { createDeveloperMetadata: { developerMetadata } };
  }
  return {
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup: { metadataId: id } }],
      developerMetadata: { metadataValue: text },
      fields: 'metadataValue',
    },
  };
}

function choicesRequest(change: ChangeOf<'offer_choices'>): Request {
  const { sheetId, fromRow, column, choices } = change;
  const condition =
    choices.kind === 'values'
      ? {
          type: 'ONE_OF_LIST',
          values: choices.values.map((userEnteredValue) => ({ userEnteredValue })),
        }
      : { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: `=${choices.range}` }] };
  return {
    setDataValidation: {
      range: {
        sheetId,
        startRowIndex: fromRow,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      rule: { condition, strict: false, showCustomUi: true },
    },
  };
}

const STROKES = { solid: 'SOLID', dashed: 'MEDIUM_DASHED' } as const;

/** Without an id of its own: one that is there already would refuse all changes beside it. */
function chartRequest(change: ChangeOf<'add_chart'>): Request {
  const { sheetId, row, column, firstRow, endRow, firstColumn, lines, description } = change;
  const source = (at: number) => ({
    sourceRange: {
      sources: [
        {
          sheetId,
          startRowIndex: firstRow,
          endRowIndex: endRow,
          startColumnIndex: firstColumn + at,
          endColumnIndex: firstColumn + at + 1,
        },
      ],
    },
  });
  return {
    addChart: {
      chart: {
        spec: {
          altText: description,
          basicChart: {
            chartType: 'LINE',
            legendPosition: 'BOTTOM_LEGEND',
            headerCount: 1,
            domains: [{ domain: source(0) }],
            series: lines.map(({ colour, stroke }, at) => ({
              series: source(at + 1),
              targetAxis: 'LEFT_AXIS',
              colorStyle: colourOf(colour),
              lineStyle: { type: STROKES[stroke], width: 2 },
            })),
          },
        },
        position: {
          overlayPosition: {
            anchorCell: { sheetId, rowIndex: row, columnIndex: column },
            widthPixels: change.widthPixels,
            heightPixels: change.heightPixels,
          },
        },
      },
    },
  };
}

const DIMENSIONS = { rows: 'ROWS', columns: 'COLUMNS' } as const;

/** One request per kind of change. */
const REQUESTS: { readonly [K in Kind]: (change: ChangeOf<K>) => Request } = {
  add_tab: ({ sheetId, title, isHidden, rowCount, columnCount, frozenRows }) => ({
    addSheet: {
      properties: {
        sheetId,
        title,
        hidden: isHidden,
        gridProperties: { rowCount, columnCount, frozenRowCount: frozenRows },
      },
    },
  }),
  delete_tab: ({ sheetId }) => ({ deleteSheet: { sheetId } }),
  rename_tab: ({ sheetId, title }) => ({
    updateSheetProperties: { properties: { sheetId, title }, fields: 'title' },
  }),
  resize_tab: ({ sheetId, rowCount, columnCount }) => ({
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { rowCount, columnCount } },
      fields: 'gridProperties(rowCount,columnCount)',
    },
  }),
  insert: ({ sheetId, what, at, count }) => ({
    insertDimension: {
      range: { sheetId, dimension: DIMENSIONS[what], startIndex: at, endIndex: at + count },
    },
  }),
  lengthen: ({ sheetId, what, count }) => ({
    appendDimension: { sheetId, dimension: DIMENSIONS[what], length: count },
  }),
  protect_tab: ({ sheetId, description }) => ({
    addProtectedRange: { protectedRange: { range: { sheetId }, description, warningOnly: true } },
  }),
  replace_tab: ({ sheetId, rows }) => ({
    updateCells: { range: { sheetId }, rows: rowData(rows), fields: 'userEnteredValue' },
  }),
  write_cells: ({ sheetId, row, column, height, width, rows }) => ({
    updateCells: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + height,
        startColumnIndex: column,
        endColumnIndex: column + width,
      },
      rows: rowData(rows),
      fields: 'userEnteredValue',
    },
  }),
  clear_text: ({ sheetId, row, column, text }) => ({
    findReplace: {
      find: text,
      replacement: '',
      matchCase: true,
      matchEntireCell: true,
      searchByRegex: false,
      includeFormulas: false,
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
    },
  }),
  write_note: ({ sheetId, row, column, note }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: [{ values: [{ note }] }],
      fields: 'note',
    },
  }),
  format_columns: ({ sheetId, fromRow, toRow, column, look }) => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: fromRow,
        ...(toRow === undefined ? {} : { endRowIndex: toRow }),
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      cell: { userEnteredFormat: { numberFormat: LOOKS[look] } },
      fields: 'userEnteredFormat.numberFormat',
    },
  }),
  style_header: ({ sheetId, row, startColumn, endColumn }) => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: row,
        endRowIndex: row + 1,
        ...(startColumn === undefined ? {} : { startColumnIndex: startColumn }),
        ...(endColumn === undefined ? {} : { endColumnIndex: endColumn }),
      },
      cell: {
        userEnteredFormat: { textFormat: { bold: true }, backgroundColorStyle: HEADER_COLOUR },
      },
      fields: 'userEnteredFormat(textFormat.bold,backgroundColorStyle)',
    },
  }),
  colour_texts: ({ sheetId, fromRow, column, start, ink, paper, at }) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [
          {
            sheetId,
            startRowIndex: fromRow,
            startColumnIndex: column,
            endColumnIndex: column + 1,
          },
        ],
        booleanRule: {
          condition: { type: 'TEXT_STARTS_WITH', values: [{ userEnteredValue: start }] },
          format: {
            textFormat: { bold: true, foregroundColorStyle: colourOf(ink) },
            backgroundColorStyle: colourOf(paper),
          },
        },
      },
      index: at,
    },
  }),
  link_cells: ({ sheetId, row, column, addresses }) => ({
    updateCells: {
      range: {
        sheetId,
        startRowIndex: row,
        startColumnIndex: column,
        endColumnIndex: column + 1,
      },
      rows: addresses.map((uri) => ({
        values: [uri === null ? {} : { userEnteredFormat: { textFormat: { link: { uri } } } }],
      })),
      fields: 'userEnteredFormat.textFormat.link',
    },
  }),
  add_chart: chartRequest,
  freeze_rows: ({ sheetId, count }) => ({
    updateSheetProperties: {
      properties: { sheetId, gridProperties: { frozenRowCount: count } },
      fields: 'gridProperties.frozenRowCount',
    },
  }),
  delete_rows: ({ sheetId, row, count }) => ({
    deleteDimension: {
      range: { sheetId, dimension: DIMENSIONS.rows, startIndex: row, endIndex: row + count },
    },
  }),
  offer_choices: choicesRequest,
  hide_column: ({ sheetId, column }) => ({
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
      properties: { hiddenByUser: true },
      fields: 'hiddenByUser',
    },
  }),
  group_columns: ({ sheetId, startColumn, endColumn }) => ({
    addDimensionGroup: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: startColumn, endIndex: endColumn },
    },
  }),
  collapse_group: ({ sheetId, startColumn, endColumn, depth }) => ({
    updateDimensionGroup: {
      dimensionGroup: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: startColumn, endIndex: endColumn },
        depth,
        collapsed: true,
      },
      fields: 'collapsed',
    },
  }),
  set_mark: markRequest,
};

export function requestOf(change: WorkbookChange): Request {
  // SAFETY: the record has for every kind the function that takes changes of that kind.
  const make = REQUESTS[change.kind] as (change: WorkbookChange) => Request;
  return make(change);
}
