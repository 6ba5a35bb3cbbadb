import type {
  ChartData,
  ChartRange,
  ChartSpec,
  EmbeddedChart,
  Tab,
  Workbook,
} from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { cellsOf, tabOfGrid } from './grid-range.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface AskedChart {
  readonly chartId?: number;
  readonly spec?: ChartSpec;
  readonly position?: Partial<EmbeddedChart['position']> & { readonly newSheet?: boolean };
}

const chartsIn = ({ tabs }: Workbook): EmbeddedChart[] => tabs.flatMap(({ charts }) => charts);

/** [assumed] The platform draws a random number; ours only has to be new. */
const newChartId = (workbook: Workbook): number =>
  Math.max(1_000, ...chartsIn(workbook).map(({ chartId }) => chartId)) + 17;

/** The charts of a tab as they lie on a copy of it, over the cells of the copy. */
export function copiedCharts(workbook: Workbook, { charts, sheetId }: Tab, copyId: number) {
  const onCopy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(onCopy);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => [
        key,
        key === 'sheetId' && own === sheetId ? copyId : onCopy(own),
      ]),
    );
  };
  const first = newChartId(workbook);
  // SAFETY: the same shape, with another tab named in it.
  return charts.map((chart, at) => ({ ...(onCopy(chart) as EmbeddedChart), chartId: first + at }));
}

const isLine = (start: number, end: number): boolean => end - start === 1;

function refuseSource(workbook: Workbook, range: ChartRange): void {
  const tab = tabOfGrid(workbook, range.sheetId);
  const { startRow, endRow, startColumn, endColumn } = cellsOf(tab, range);
  if (isLine(startRow, endRow) || isLine(startColumn, endColumn)) return;
  // [recorded]
  throw new RequestRefusal(
    'ChartSourceRange ranges require all rows or all columns to have length of 1',
  );
}

function refuseSpec(workbook: Workbook, spec: ChartSpec | undefined): ChartSpec {
  const { basicChart } = spec ?? {};
  if (spec === undefined || basicChart === undefined) {
    // [assumed] The sentence.
    if (Object.keys(spec ?? {}).every((key) => !/Chart$/.test(key))) {
      throw new RequestRefusal('The chart has no spec.');
    }
    throw new RequestNotEmulated(`a chart that is no basicChart`);
  }
  const { domains = [], series = [] } = basicChart;
  // [documented] Only a single domain is supported; [assumed] the sentence.
  if (domains.length > 1) throw new RequestRefusal('Only a single domain is supported.');
  const data: (ChartData | undefined)[] = [
    ...domains.map((own) => own.domain),
    ...series.map((own) => own.series),
  ];
  for (const range of data.flatMap((own) => own?.sourceRange?.sources ?? [])) {
    refuseSource(workbook, range);
  }
  return spec;
}

export const chartRequests: RequestHandlers = {
  addChart: (workbook, { chart = {} }: { chart?: AskedChart }) => {
    const { chartId = newChartId(workbook), position } = chart;
    const spec = refuseSpec(workbook, chart.spec);
    const { overlayPosition } = position ?? {};
    if (overlayPosition === undefined) throw new RequestNotEmulated('a chart on a tab of its own');
    const { anchorCell } = overlayPosition;
    const { rowIndex = 0, columnIndex = 0 } = anchorCell;
    const tab = tabOfGrid(workbook, anchorCell.sheetId);
    cellsOf(tab, {
      startRowIndex: rowIndex,
      endRowIndex: rowIndex + 1,
      startColumnIndex: columnIndex,
      endColumnIndex: columnIndex + 1,
    });
    // [documented] An id that exists is an error; [assumed] the sentence.
    if (chartsIn(workbook).some((own) => own.chartId === chartId)) {
      throw new RequestRefusal(`An embedded object with ID ${chartId} already exists.`);
    }
    // [documented] What is not said: 600 by 371 pixels.
    const made: EmbeddedChart = {
      chartId,
      spec,
      position: { overlayPosition: { widthPixels: 600, heightPixels: 371, ...overlayPosition } },
    };
    tab.charts.push(made);
    return { chart: made };
  },

  deleteEmbeddedObject: (workbook, { objectId }: { objectId?: number }) => {
    const tab = workbook.tabs.find(({ charts }) =>
      charts.some(({ chartId }) => chartId === objectId),
    );
    // [assumed] The sentence.
    if (tab === undefined) throw new RequestRefusal(`No embedded object with ID: ${objectId}`);
    tab.charts = tab.charts.filter(({ chartId }) => chartId !== objectId);
  },
};
