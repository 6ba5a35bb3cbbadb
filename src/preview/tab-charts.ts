import { compactDate, dayFromSerial } from '../core/model/calendar-date.ts';
import { hexOf } from './cell-look.ts';
import type { Column } from './data-studio/query-types.ts';
import { displayText } from './emulation/host/display-text.ts';
import { cellAt } from './emulation/workbook/cells.ts';
import type {
  ChartData,
  ChartRange,
  EmbeddedChart,
  Tab,
  Workbook,
} from './emulation/workbook/workbook.ts';
import type { TabChart } from './page-api.ts';

/** The cells of one row or column of a tab, each with its place. */
function cellsIn({ tabs }: Workbook, range: ChartRange | undefined) {
  const tab = tabs.find(({ sheetId }) => sheetId === (range?.sheetId ?? 0));
  if (range === undefined || tab === undefined) return [];
  const { startRowIndex = 0, endRowIndex = tab.rowCount, startColumnIndex = 0 } = range;
  return Array.from({ length: Math.max(0, endRowIndex - startRowIndex) }, (_, at) =>
    cellAt(tab, startRowIndex + at, startColumnIndex),
  );
}

type Cells = ReturnType<typeof cellsIn>;

const sourceOf = (data: ChartData | undefined): ChartRange | undefined =>
  data?.sourceRange?.sources?.[0];

const numberIn = (cell: Cells[number]): number | null =>
  typeof cell?.value === 'number' ? cell.value : null;

const textIn = (cell: Cells[number], locale: string): string =>
  displayText(cell?.value ?? null, null, locale);

function columnOf(name: string, cells: Cells, header: number, locale: string): Column {
  const isDay = name === 'day';
  const isPercent = cells.some((cell) => cell?.format?.includes('%') === true);
  return {
    name,
    label: textIn(cells[header - 1], locale),
    description: '',
    concept: isDay ? 'DIMENSION' : 'METRIC',
    dataType: isDay ? 'STRING' : 'NUMBER',
    semanticType: isDay ? 'YEAR_MONTH_DAY' : isPercent ? 'PERCENT' : 'NUMBER',
    aggregation: 'NONE',
  };
}

/** A chart of lines over a column of days, with the figures of its cells; blank rows are no points. */
function shownChart(workbook: Workbook, tab: Tab, chart: EmbeddedChart): TabChart {
  const { basicChart, altText = '' } = chart.spec;
  const { rowIndex = 0, columnIndex = 0 } = chart.position.overlayPosition.anchorCell;
  const { headerCount: header = 0, domains = [], series = [] } = basicChart ?? {};
  const days = cellsIn(workbook, sourceOf(domains[0]?.domain));
  const lines = series.map((own) => cellsIn(workbook, sourceOf(own.series)));
  const rows = days.flatMap((cell, row) => {
    const day = row < header ? null : numberIn(cell);
    if (day === null) return [];
    return [[compactDate(dayFromSerial(day)), ...lines.map((cells) => numberIn(cells[row]))]];
  });
  return {
    description: altText,
    heading: [rowIndex - 2, rowIndex - 1].flatMap((row) =>
      row < 0 ? [] : textIn(cellAt(tab, row, columnIndex), workbook.locale),
    ),
    columns: [days, ...lines].map((cells, at) =>
      columnOf(at === 0 ? 'day' : `line_${at}`, cells, header, workbook.locale),
    ),
    rows,
    strokes: series.map(({ colorStyle, lineStyle }) => ({
      colour: hexOf(colorStyle?.rgbColor ?? {}),
      isDashed: lineStyle?.type !== undefined && lineStyle.type !== 'SOLID',
    })),
  };
}

export const chartsOn = (workbook: Workbook, tab: Tab): TabChart[] =>
  tab.charts.map((chart) => shownChart(workbook, tab, chart));
