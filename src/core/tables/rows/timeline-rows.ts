import type { SentenceBook } from '../../language/en/sentences.ts';
import { valueText } from '../../language/kpi-texts.ts';
import { sentencesIn } from '../../language/languages.ts';
import type { Numbers, Timeline } from '../../model/evaluation.ts';
import { type StatusCode, statusScore } from '../../model/status.ts';
import { type Cells, columnsFrom, countCell, dateCell } from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import { ADDS, baseOf, denominatorOf, PARTS_ADD, wholeOf } from '../guards.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';

interface TimelineRow {
  readonly result: KpiResult;
  readonly timeline: Timeline;
  /** Position of the interval. */
  readonly at: number;
}

const rowsOf = ({ kpis }: Results): TimelineRow[] =>
  kpis.flatMap((result) => {
    const { timeline } = result.evaluation;
    return timeline.start.map((_, at) => ({ result, timeline, at }));
  });

type NumbersName = {
  [Name in keyof Timeline]: Timeline[Name] extends Numbers ? Name : never;
}[keyof Timeline];

/** Cells that a column of the timeline holds as they are. */
const numbersOf = (
  names: Readonly<Record<string, NumbersName>>,
): Record<string, (row: TimelineRow) => number | null> =>
  Object.fromEntries(
    Object.entries(names).map(([id, name]) => [
      id,
      ({ timeline, at }: TimelineRow) => timeline[name][at],
    ]),
  );

const isTotal = ({ result }: TimelineRow): boolean => result.evaluation.family === 'total';

const FIGURES = figureCells<TimelineRow>(
  ({ result }) => result,
  numbersOf({
    actual: 'actual',
    actual_to_date: 'actualToDate',
    plan: 'plan',
    plan_to_date: 'planToDate',
    target: 'target',
    range_low: 'rangeLow',
    range_high: 'rangeHigh',
    forecast_to_date: 'forecastToDate',
    forecast_low: 'forecastLow',
    forecast_high: 'forecastHigh',
    last_year: 'lastYear',
    last_year_to_date: 'lastYearToDate',
    previous: 'previous',
    milestone_value: 'milestoneValue',
    centre_line: 'centreLine',
    lower_limit: 'lowerLimit',
    upper_limit: 'upperLimit',
    signal_value: 'signalValue',
  }),
);

/** What the guards add up: numerators and denominators where values themselves do not. */
const HIDDEN: Cells<TimelineRow> = {
  ...figureCells<TimelineRow>(
    ({ result }) => result,
    {
      actual: ({ timeline: { parts, actual }, at }) =>
        parts === null ? actual[at] : parts.numerator[at],
    },
    baseOf(''),
  ),
  [denominatorOf('actual')]: ({ timeline: { parts }, at }) =>
    parts === null ? 0 : parts.denominator[at],
  [wholeOf('actual')]: ({ timeline }) => countCell(timeline.parts === null),
  [ADDS]: (row) => countCell(isTotal(row)),
  [PARTS_ADD]: (row) => countCell(isTotal(row) || row.timeline.parts !== null),
  [baseOf('change_vs_last_year')]: ({ timeline, at }) => timeline.differenceOnLastYear[at],
  [denominatorOf('change_vs_last_year')]: ({ timeline, at }) =>
    timeline.differenceOnLastYear[at] === null ? null : Math.abs(timeline.lastYear[at] ?? 0),
};

/** Typed events, and the value of an interval that was another one when it closed. */
function eventLabel({ timeline, at, result }: TimelineRow, book: SentenceBook): string {
  const before = valueText(result.view, timeline.restatedFrom[at]);
  const restated = before === null ? [] : [book.restatedFrom(before)];
  return [...timeline.eventLabels[at], ...restated].join(', ');
}

function ownCells({ input }: Results): Cells<TimelineRow> {
  const book = sentencesIn(input.language);
  const ifStatus =
    <Value>(read: (status: StatusCode) => Value) =>
    ({ timeline, at }: TimelineRow): Value | null => {
      const status = timeline.status[at];
      return status === null ? null : read(status);
    };
  return {
    ...numbersOf({
      probability_to_date: 'probabilityToDate',
      interval_pace_index: 'paceIndex',
      change_vs_previous: 'changeOnPrevious',
      change_vs_last_year: 'changeOnLastYear',
    }),
    interval_start: ({ timeline, at }) => dateCell(timeline.start[at]),
    interval_end: ({ timeline, at }) => dateCell(timeline.end[at]),
    interval_label: ({ timeline, at }) => timeline.label[at],
    interval_status: ({ timeline, at }) => timeline.status[at],
    interval_status_label: ifStatus((status) => book.statuses[status]),
    milestone_label: ({ timeline, at }) =>
      timeline.milestoneLabels[at].map((stop) => stop.trim() || book.dueDate).join(', '),
    event_label: (row) => eventLabel(row, book),
    is_complete: ({ timeline, at }) => timeline.isComplete[at],
    is_partial: ({ timeline, at }) => timeline.isPartial[at],
    is_future: ({ timeline, at }) => timeline.isFuture[at],
    interval_status_score: ifStatus(statusScore),
    interval_order: ({ at }) => at + 1,
    kpi_count: () => 1,
  };
}

/** One row per KPI and interval of its period, with plan and forecast to the due date. */
export const timelineColumns = columnsFrom(
  rowsOf,
  (results): Cells<TimelineRow> => ({
    ...kpiCells<TimelineRow>(results, ({ result }) => result),
    ...FIGURES,
    ...HIDDEN,
    ...ownCells(results),
  }),
);
