import { changeColumns } from '../evaluate/timeline/changes.ts';
import type { Timeline } from '../model/evaluation.ts';
import { isJudged, type StatusCode, statusScore } from '../model/status.ts';
import {
  amongAll,
  asMoney,
  asShare,
  type Columns,
  essential,
  type Follows,
  fieldsIn,
} from './column.ts';
import {
  ADDS,
  baseOf,
  denominatorOf,
  flowPer,
  flowRatioPer,
  onlyOne,
  PARTS_ADD,
  partsPer,
  sameFor,
  wholeOf,
} from './guards.ts';
import { kpiBlock } from './kpi-block.ts';
import {
  addedPart,
  every,
  flow,
  foreseen,
  isFlagged,
  joined,
  last,
  none,
  type OverGrain,
  planned,
  ratioOf,
  total,
} from './over-grain.ts';
import { type Cell, cellsOfPart, mapPart, type Part } from './part.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult, Results } from './results.ts';
import { countIf, countsOf, GOOD, isGood, shareOfJudged } from './status-counts.ts';

const status = fieldsIn('status');
const figures = fieldsIn('figures');
const pace = fieldsIn('pace');
const forecast = fieldsIn('forecast');
const stopover = fieldsIn('stopover');
const comparison = fieldsIn('comparison');
const counts = fieldsIn('counts');

const PARTS = partsPer('kpi_key');
const FLOW = flowPer('kpi_key');
const SAME = sameFor('kpi_key');
const ALONE = onlyOne('kpi_key');
const ON_LAST_YEAR = 'change_vs_last_year';

const timelineOf = ({ evaluation }: KpiResult): Timeline => evaluation.timeline;
const isTotal = ({ evaluation }: KpiResult): boolean => evaluation.family === 'total';

const ofStatus =
  (read: (code: StatusCode, results: Results) => Cell) =>
  ({ evaluation }: KpiResult, results: Results): Part =>
    evaluation.timeline.status.map((code) => (code === null ? null : read(code, results)));

/** Of one KPI: all or nothing. */
const shareOf = (code: StatusCode): number | null =>
  isJudged(code) ? countIf(isGood(code)) : null;

/** Typed events, and the value of an interval that was another one when it closed. */
function eventLabels({ evaluation: { timeline }, texts }: KpiResult, { book }: Results): Part {
  return timeline.eventLabels.map((events, at) => {
    const before = texts.value(timeline.restatedFrom[at]);
    const restated = before === null ? [] : [book.restatedFrom(before)];
    return [...events, ...restated].join(', ');
  });
}

/** How the last stopover in each interval stands, the due date among them. */
function stopoverStatus({ evaluation }: KpiResult, { book }: Results): Part {
  const { timeline, milestones } = evaluation;
  const said = timeline.end.map((): Cell => null);
  for (const { day, status: code } of milestones) {
    const at = timeline.end.findIndex((end) => day <= end);
    if (at !== -1) said[at] = book.milestoneStatuses[code];
  }
  return said;
}

// SAFETY: columns of numbers hold nothing else.
const numbers = (part: Part, length: number) => cellsOfPart(part, length) as (number | null)[];

/** Need not be kept: the function that found it finds it again. */
const asEvaluated = (name: keyof ReturnType<typeof changeColumns>): Follows => ({
  from: ['actual', 'last_year', 'is_complete', 'is_partial'],
  work: ([actual, lastYear, complete, partial], { length }) => {
    const flags = (part: Part) => cellsOfPart(part, length).map((cell) => cell === true);
    const whole = { isComplete: flags(complete), isPartial: flags(partial) };
    const none = numbers(null, length);
    const before = lastYear === null ? none : numbers(lastYear, length);
    return changeColumns(whole, numbers(actual, length), before, none)[name];
  },
});

const ratio = (id: string): Follows => ({
  from: [baseOf(id), denominatorOf(id)],
  work: ([part, whole], { length }) => {
    const wholes = cellsOfPart(whole, length);
    return cellsOfPart(part, length).map((own, at) => ratioOf(own, wholes[at]));
  },
});

/** Numerators ÷ denominators; a total's denominator is 1. */
const actualOver: OverGrain = (id, intervals) => {
  if (!isFlagged(intervals, PARTS_ADD)) return last(id, intervals);
  const { length } = intervals.groups;
  const divisors = cellsOfPart(total(denominatorOf(id), intervals), length);
  const numerators = cellsOfPart(total(baseOf(id), intervals), length);
  const [whole] = intervals.cells(wholeOf(id));
  return numerators.map((numerator, at) =>
    ratioOf(numerator, Number(divisors[at] ?? 0) + Number(whole)),
  );
};

/** Runs today, or cut by the start or the due date. */
const partialOver: OverGrain = (_, { groups, combined }) => {
  const [complete, future] = [combined('is_complete'), combined('is_future')];
  return groups.map(({ isCut }, at) => future[at] !== true && !(complete[at] === true && !isCut));
};

const BLOCK = kpiBlock((result: KpiResult) => result);

const columns = {
  ...BLOCK,
  better_when_label: essential(BLOCK.better_when_label),
  // How the KPI stands now, of which an interval has its own.
  status_symbol: amongAll(BLOCK.status_symbol),
  status_image: amongAll(BLOCK.status_image),
  kpi_link: amongAll(BLOCK.kpi_link),
  interval_start: essential(
    figures.date(
      (own) => timelineOf(own).start,
      (_, { groups }) => groups.map(({ start }) => start),
    ),
  ),
  interval_end: essential(
    figures.date(
      (own) => timelineOf(own).end,
      (_, { groups }) => groups.map(({ end }) => end),
    ),
  ),
  interval_label: essential(
    figures.text(
      (own) => timelineOf(own).label,
      (_, { groups }) => groups.map(({ label }) => label),
    ),
  ),
  interval_status: status.text((own) => timelineOf(own).status, last),
  interval_status_label: essential(
    status.text(
      ofStatus((code, { book }) => book.statuses[code]),
      last,
    ),
  ),
  milestone_label: essential(
    stopover.text(
      (own, { book }) =>
        timelineOf(own).milestoneLabels.map((stops) =>
          stops.map((stop) => stop.trim() || book.dueDate).join(', '),
        ),
      joined,
    ),
  ),
  milestone_status_label: essential(stopover.text(stopoverStatus, last)),
  event_label: essential(figures.text(eventLabels, joined)),
  is_complete: figures.flag((own) => timelineOf(own).isComplete, every),
  is_partial: figures.flag((own) => timelineOf(own).isPartial, partialOver),
  is_future: figures.flag((own) => timelineOf(own).isFuture, every),
  actual: essential(figures.figure(PARTS, (own) => timelineOf(own).actual, actualOver)),
  actual_money: figures.money(PARTS, 'actual'),
  actual_percent: figures.percent(PARTS, 'actual'),
  plan: essential(figures.figure(FLOW, (own) => timelineOf(own).plan, planned)),
  plan_percent: figures.percent(FLOW, 'plan'),
  last_year: essential(comparison.figure(FLOW, (own) => timelineOf(own).lastYear, flow)),
  change_vs_last_year: {
    ...comparison.share(flowRatioPer('kpi_key'), (own) => timelineOf(own).changeOnLastYear),
    follows: ratio(ON_LAST_YEAR),
  },
  target: essential(figures.figure(SAME, (own) => timelineOf(own).target, last)),
  range_low: figures.figure(SAME, (own) => timelineOf(own).rangeLow, last),
  range_high: figures.figure(SAME, (own) => timelineOf(own).rangeHigh, last),
  actual_to_date: essential(figures.figure(ALONE, (own) => timelineOf(own).actualToDate, last)),
  plan_to_date: essential(figures.figure(ALONE, (own) => timelineOf(own).planToDate, last)),
  forecast_to_date: essential(
    forecast.figure(ALONE, (own) => timelineOf(own).forecastToDate, foreseen),
  ),
  forecast_low: essential(forecast.figure(ALONE, (own) => timelineOf(own).forecastLow, foreseen)),
  forecast_high: essential(forecast.figure(ALONE, (own) => timelineOf(own).forecastHigh, foreseen)),
  probability_to_date: forecast.share(ALONE, (own) => timelineOf(own).probabilityToDate, last),
  last_year_to_date: comparison.figure(ALONE, (own) => timelineOf(own).lastYearToDate, last),
  previous: {
    ...comparison.figure(ALONE, (own) => timelineOf(own).previous),
    follows: asEvaluated('previous'),
  },
  change_vs_previous: {
    ...comparison.share(ALONE, (own) => timelineOf(own).changeOnPrevious),
    follows: asEvaluated('changeOnPrevious'),
  },
  milestone_value: essential(stopover.figure(ALONE, (own) => timelineOf(own).milestoneValue, last)),
  interval_pace_index: pace.number(ALONE, (own) => timelineOf(own).paceIndex, last),
  interval_status_score: status.following('NUMBER', ALONE, {
    from: ['interval_status'],
    // SAFETY: the column holds status codes.
    work: ([codes]) =>
      mapPart(codes, (code) => (code === null ? null : statusScore(code as StatusCode))),
  }),
  // Limits are those of the measure's own rhythm.
  centre_line: comparison.figure(ALONE, (own) => timelineOf(own).centreLine, none),
  lower_limit: comparison.figure(ALONE, (own) => timelineOf(own).lowerLimit, none),
  upper_limit: comparison.figure(ALONE, (own) => timelineOf(own).upperLimit, none),
  signal_value: comparison.figure(ALONE, (own) => timelineOf(own).signalValue, none),
  actual_to_date_money: figures.money(ALONE, 'actual_to_date'),
  plan_to_date_money: figures.money(ALONE, 'plan_to_date'),
  interval_order: figures.leastFollowing({
    from: [],
    work: (_, { length }) => Array.from({ length }, (_cell, at) => at + 1),
  }),
  kpi_count: essential(counts.formula('NUMBER', 'COUNT_DISTINCT($kpi_key)', [], () => 1)),
  ...countsOf<KpiResult>('interval_status'),
  on_course_share: essential({
    ...counts.formula('PERCENT', shareOfJudged(GOOD), [], ofStatus(shareOf)),
    follows: {
      from: ['interval_status'],
      // SAFETY: the column holds status codes.
      work: ([codes]) =>
        mapPart(codes, (code) => (code === null ? null : shareOf(code as StatusCode))),
    },
  }),
} satisfies Columns<KpiResult>;

/** One row per KPI and interval of its period, with plan and forecast to the due date. */
export const TIMELINE: ResultTable<KpiResult> = {
  columns,
  looksAhead: true,
  hidden: {
    // What adds up: numerators and denominators where values themselves do not.
    [baseOf('actual')]: {
      read: ({ evaluation: { timeline } }) => timeline.parts?.numerator ?? timeline.actual,
      isFigure: true,
      overGrain: addedPart,
    },
    [baseOf('actual_money')]: { follows: asMoney(baseOf('actual')) },
    [baseOf('actual_percent')]: { follows: asShare(baseOf('actual')) },
    [denominatorOf('actual')]: {
      read: (own) => timelineOf(own).parts?.denominator ?? 0,
      overGrain: addedPart,
    },
    [wholeOf('actual')]: { read: (own) => countIf(timelineOf(own).parts === null) },
    [ADDS]: { read: (own) => countIf(isTotal(own)) },
    [PARTS_ADD]: { read: (own) => countIf(isTotal(own) || timelineOf(own).parts !== null) },
    [baseOf(ON_LAST_YEAR)]: {
      read: (own) => timelineOf(own).differenceOnLastYear,
      follows: asEvaluated('differenceOnLastYear'),
      overGrain: flow,
    },
    [denominatorOf(ON_LAST_YEAR)]: {
      follows: {
        from: [baseOf(ON_LAST_YEAR), 'last_year'],
        work: ([difference, before], { length }) => {
          const differences = cellsOfPart(difference, length);
          return numbers(before, length).map((own, at) =>
            own === null || differences[at] === null ? null : Math.abs(own),
          );
        },
      },
      overGrain: flow,
    },
  },
  defaults: ['interval_start', 'on_course_share'],
  lengthOf: ({ evaluation }) => evaluation.timeline.start.length,
  isLong: true,
  hasGrain: true,
  days: { from: 'interval_start', to: 'interval_end' },
};
