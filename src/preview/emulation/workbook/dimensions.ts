import type {
  ChartData,
  ChartRange,
  DimensionGroup,
  EmbeddedChart,
  GridRectangle,
  ProtectedRange,
  Tab,
} from './workbook.ts';

export type Dimension = 'ROWS' | 'COLUMNS';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span after `count` places were inserted at `at`: what lies behind moves, what lies around grows. */
function afterInsert({ start, end }: Span, at: number, count: number): Span {
  return {
    start: start >= at ? start + count : start,
    end: end > at ? end + count : end,
  };
}

function afterDelete({ start, end }: Span, at: number, count: number): Span {
  const moved = (index: number) => (index <= at ? index : Math.max(at, index - count));
  return { start: moved(start), end: moved(end) };
}

type Shift = (span: Span) => Span;

const isLeft = ({ start, end }: Span) => end > start;

function shiftGroups(groups: readonly DimensionGroup[], shift: Shift): DimensionGroup[] {
  return groups.map((group) => ({ ...group, ...shift(group) })).filter(isLeft);
}

function shiftRectangle(
  rectangle: GridRectangle,
  dimension: Dimension,
  shift: Shift,
): GridRectangle {
  if (dimension === 'ROWS') {
    const { start, end } = shift({ start: rectangle.startRow, end: rectangle.endRow });
    return { ...rectangle, startRow: start, endRow: end };
  }
  const { start, end } = shift({ start: rectangle.startColumn, end: rectangle.endColumn });
  return { ...rectangle, startColumn: start, endColumn: end };
}

const isNotEmpty = ({ rectangle }: ProtectedRange) =>
  rectangle === undefined ||
  (rectangle.endRow > rectangle.startRow && rectangle.endColumn > rectangle.startColumn);

/** A bound that is open stays open. */
function shiftRange(range: ChartRange, dimension: Dimension, shift: Shift): ChartRange {
  const [from, to] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  const { start, end } = shift({ start: range[from] ?? 0, end: range[to] ?? 0 });
  return {
    ...range,
    ...(range[from] === undefined ? {} : { [from]: start }),
    ...(range[to] === undefined ? {} : { [to]: end }),
  };
}

/** [assumed] A chart moves with its cell, and what it shows with the cells that hold it. */
function shiftChart(
  { sheetId }: Tab,
  chart: EmbeddedChart,
  dimension: Dimension,
  shift: Shift,
): EmbeddedChart {
  const moved = <Data extends ChartData | undefined>(data: Data): Data => ({
    ...data,
    sourceRange: {
      sources: data?.sourceRange?.sources?.map((range) =>
        (range.sheetId ?? 0) === sheetId ? shiftRange(range, dimension, shift) : range,
      ),
    },
  });
  const { basicChart } = chart.spec;
  const { overlayPosition } = chart.position;
  const at = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const cell = overlayPosition.anchorCell[at] ?? 0;
  return {
    ...chart,
    spec: {
      ...chart.spec,
      ...(basicChart && {
        basicChart: {
          ...basicChart,
          domains: basicChart.domains?.map((own) => ({ ...own, domain: moved(own.domain) })),
          series: basicChart.series?.map((own) => ({ ...own, series: moved(own.series) })),
        },
      }),
    },
    position: {
      overlayPosition: {
        ...overlayPosition,
        anchorCell: {
          ...overlayPosition.anchorCell,
          [at]: shift({ start: cell, end: cell + 1 }).start,
        },
      },
    },
  };
}

function shiftAttachments(tab: Tab, dimension: Dimension, shift: Shift): void {
  tab.protections = tab.protections
    .map((protection) =>
      protection.rectangle === undefined
        ? protection
        : { ...protection, rectangle: shiftRectangle(protection.rectangle, dimension, shift) },
    )
    .filter(isNotEmpty);
  tab.charts = tab.charts.map((chart) => shiftChart(tab, chart, dimension, shift));
  if (dimension === 'ROWS') tab.rowGroups = shiftGroups(tab.rowGroups, shift);
  else tab.columnGroups = shiftGroups(tab.columnGroups, shift);
}

function holes(count: number): undefined[] {
  return Array.from({ length: count }, () => undefined);
}

/** Opens up blank places; a sparse list is first made long enough to be cut at `at`. */
function inserted<T>(list: (T | undefined)[], at: number, count: number): (T | undefined)[] {
  if (list.length <= at) return list;
  return [...list.slice(0, at), ...holes(count), ...list.slice(at)];
}

function removed<T>(list: (T | undefined)[], at: number, count: number): (T | undefined)[] {
  return [...list.slice(0, at), ...list.slice(at + count)];
}

type Rearrange = <T>(list: (T | undefined)[], at: number, count: number) => (T | undefined)[];

function rearrange(
  tab: Tab,
  dimension: Dimension,
  at: number,
  count: number,
  change: Rearrange,
): void {
  if (dimension === 'ROWS') {
    tab.rows = change(tab.rows, at, count).map((row) => row ?? []);
    tab.rowProperties = change(tab.rowProperties, at, count);
    return;
  }
  tab.rows = tab.rows.map((row) => (row === undefined ? [] : change(row, at, count)));
  tab.columnProperties = change(tab.columnProperties, at, count);
}

export function insertDimension(tab: Tab, dimension: Dimension, at: number, count: number): void {
  rearrange(tab, dimension, at, count, inserted);
  shiftAttachments(tab, dimension, (span) => afterInsert(span, at, count));
  if (dimension === 'ROWS') tab.rowCount += count;
  else tab.columnCount += count;
}

export function deleteDimension(tab: Tab, dimension: Dimension, at: number, count: number): void {
  rearrange(tab, dimension, at, count, removed);
  shiftAttachments(tab, dimension, (span) => afterDelete(span, at, count));
  if (dimension === 'ROWS') {
    tab.rowCount -= count;
    tab.frozenRows = Math.min(tab.frozenRows, tab.rowCount - 1);
  } else {
    tab.columnCount -= count;
    tab.frozenColumns = Math.min(tab.frozenColumns, tab.columnCount - 1);
  }
}
