import type { SentenceBook } from '../../language/en.ts';
import { valueText } from '../../language/kpi-texts.ts';
import { sentencesIn } from '../../language/sentence-book.ts';
import type { IntervalEvaluation } from '../../model/evaluation.ts';
import { statusScore } from '../../model/status.ts';
import {
  type Cells,
  columnsFrom,
  countCell,
  dateCell,
  differenceOf,
  figuresOf,
  numberOf,
} from '../cells.ts';
import { figureCells } from '../display-unit.ts';
import { ADDS, baseOf, denominatorOf, PARTS_ADD, wholeOf } from '../guards.ts';
import type { KpiResult, Results } from '../results.ts';
import { kpiCells } from './kpi-cells.ts';

interface TimelineRow {
  readonly result: KpiResult;
  readonly interval: IntervalEvaluation;
  readonly before: IntervalEvaluation | null;
  /** 1 is the first of the KPI. */
  readonly order: number;
  /** Its values are means or ratios whose parts add up. */
  readonly hasParts: boolean;
}

function rowsOf({ kpis }: Results): TimelineRow[] {
  return kpis.flatMap((result) => {
    const { timeline } = result.evaluation;
    const valued = timeline.filter(({ actual }) => actual.value !== null);
    const hasParts =
      valued.length > 0 && valued.every(({ parts }) => parts !== null && parts !== undefined);
    return timeline.map((interval, at) => ({
      result,
      interval,
      before: timeline[at - 1] ?? null,
      order: at + 1,
      hasParts,
    }));
  });
}

const isTotal = ({ result }: TimelineRow): boolean => result.evaluation.family === 'total';

/** Like is compared with like: a running or cut interval with nothing. */
const isWhole = (interval: IntervalEvaluation | null): boolean =>
  interval?.isComplete === true && !interval.isPartial;

interface Change {
  difference: number;
  /** Size of what it is compared with. */
  from: number;
}

function changeFrom(actual: number | null, earlier: number | null): Change | null {
  const difference = differenceOf(actual, earlier);
  return difference === null || earlier === null ? null : { difference, from: Math.abs(earlier) };
}

const onLastYear = ({ interval }: TimelineRow): Change | null =>
  isWhole(interval) ? changeFrom(numberOf(interval.actual), numberOf(interval.lastYear)) : null;

const onPrevious = ({ interval, before }: TimelineRow): Change | null =>
  isWhole(interval) && isWhole(before)
    ? changeFrom(numberOf(interval.actual), numberOf(interval.previous))
    : null;

const shareOf = (change: Change | null): number | null =>
  change === null || change.from === 0 ? null : change.difference / change.from;

const FIGURES = figureCells<TimelineRow>(({ result }) => result, {
  ...figuresOf(({ interval }: TimelineRow) => interval, {
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
  }),
  centre_line: ({ interval }) => interval.signal?.centre ?? null,
  lower_limit: ({ interval }) => interval.signal?.lower ?? null,
  upper_limit: ({ interval }) => interval.signal?.upper ?? null,
  signal_value: ({ interval }) => interval.signal?.value ?? null,
});

/** What the guards add up: numerators and denominators where values themselves do not. */
const HIDDEN: Cells<TimelineRow> = {
  ...figureCells<TimelineRow>(
    ({ result }) => result,
    {
      actual: ({ interval, hasParts }) =>
        hasParts ? (interval.parts?.numerator ?? null) : numberOf(interval.actual),
    },
    baseOf(''),
  ),
  [denominatorOf('actual')]: ({ interval, hasParts }) =>
    hasParts ? (interval.parts?.denominator ?? null) : 0,
  [wholeOf('actual')]: ({ hasParts }) => countCell(!hasParts),
  [ADDS]: (row) => countCell(isTotal(row)),
  [PARTS_ADD]: (row) => countCell(isTotal(row) || row.hasParts),
  [baseOf('change_vs_last_year')]: (row) => onLastYear(row)?.difference ?? null,
  [denominatorOf('change_vs_last_year')]: (row) => onLastYear(row)?.from ?? null,
};

/** Typed events, and the value of an interval that was another one when it closed. */
function eventLabel({ interval, result }: TimelineRow, book: SentenceBook): string {
  const before = valueText(result.view, interval.restatedFrom);
  const restated = before === null ? [] : [book.restatedFrom(before)];
  return [...interval.eventLabels, ...restated].join(', ');
}

function ownCells({ input }: Results): Cells<TimelineRow> {
  const book = sentencesIn(input.language);
  return {
    ...figuresOf(({ interval }: TimelineRow) => interval, {
      probability_to_date: 'probabilityToDate',
      interval_pace_index: 'paceIndex',
    }),
    interval_start: ({ interval }) => dateCell(interval.start),
    interval_end: ({ interval }) => dateCell(interval.end),
    interval_label: ({ interval }) => interval.label,
    interval_status: ({ interval }) => interval.status,
    interval_status_label: ({ interval }) =>
      interval.status === null ? null : book.statuses[interval.status],
    milestone_label: ({ interval }) =>
      interval.milestoneLabels.map((stop) => stop.trim() || book.dueDate).join(', '),
    event_label: (row) => eventLabel(row, book),
    is_complete: ({ interval }) => interval.isComplete,
    is_partial: ({ interval }) => interval.isPartial,
    is_future: ({ interval }) => interval.isFuture,
    change_vs_previous: (row) => shareOf(onPrevious(row)),
    change_vs_last_year: (row) => shareOf(onLastYear(row)),
    interval_status_score: ({ interval }) =>
      interval.status === null ? null : statusScore(interval.status),
    interval_order: ({ order }) => order,
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
