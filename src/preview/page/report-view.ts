import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { coursePanel } from './course-panel.ts';
import { h, replaceChildren } from './dom.ts';
import { driverWaterfall } from './driver-waterfall.ts';
import { failureNotice } from './failure-notice.ts';
import { formatPercent } from './format.ts';
import { fuelCard } from './fuel-card.ts';
import { goalLane } from './goal-lane.ts';
import { headline } from './headline.ts';
import { meterGauge } from './meter-gauge.ts';
import { milestoneTable } from './milestone-table.ts';
import type { PageContext, View } from './page-context.ts';
import type { ReportData } from './report-data.ts';
import { loadReport } from './report-data.ts';
import { scorecard } from './scorecard.ts';
import { statusChip, toneOf } from './status.ts';
import { strategyHero } from './strategy-hero.ts';
import type { Say } from './texts.ts';

const MOST_METERS = 6;

/** The KPIs that lead a goal, then the critical ones, then the first: enough for one row of dials. */
function mainKpis({ kpis, goals }: ReportData['parts']): readonly Row[] {
  const outcomes = new Set(
    goals.map((goal) => textOf(goal, 'outcome_kpi')).filter((name) => name !== ''),
  );
  const weigh = (kpi: Row): number => {
    if (outcomes.has(textOf(kpi, 'kpi'))) return 0;
    if (numberOf(kpi, 'meter') === null || textOf(kpi, 'actual_text') === '') return 3;
    return kpi.is_critical === true ? 1 : 2;
  };
  const ranked = kpis.map((kpi, at) => ({ kpi, rank: weigh(kpi), at }));
  ranked.sort((one, other) => one.rank - other.rank || one.at - other.at);
  return ranked
    .filter(({ rank }) => rank < 3)
    .slice(0, MOST_METERS)
    .map(({ kpi }) => kpi);
}

function section(id: string, title: string, help: string, ...children: (Node | false)[]) {
  return h(
    'section',
    { class: 'panel', attributes: { id, 'aria-labelledby': `${id}-title` } },
    h(
      'header',
      { class: 'panel-head' },
      h('h2', { attributes: { id: `${id}-title` } }, title),
      help !== '' && h('p', { class: 'help' }, help),
    ),
    ...children,
  );
}

function meter(kpi: Row, { say, language }: PageContext): HTMLElement {
  const reading = {
    kpi: textOf(kpi, 'kpi'),
    meter: numberOf(kpi, 'meter'),
    statusLabel: textOf(kpi, 'status_label'),
  };
  const progress = numberOf(kpi, 'progress');
  return h(
    'article',
    { class: 'card meter' },
    h('h3', {}, reading.kpi),
    meterGauge(reading, say, language),
    h('p', { class: 'figure' }, h('strong', {}, proseOf(kpi, 'actual_text') || '–')),
    statusChip(textOf(kpi, 'status'), reading.statusLabel, textOf(kpi, 'status_symbol')),
    h(
      'p',
      { class: 'help' },
      progress === null ? '' : `${say('progress')} ${formatPercent(progress, language)}`,
    ),
  );
}

function scorecards(
  kpis: readonly Row[],
  context: PageContext,
  onChoose: (kpiKey: string) => void,
): HTMLElement[] {
  const goals = new Map<string, Row[]>();
  for (const kpi of kpis) {
    const id = textOf(kpi, 'goal_id');
    goals.set(id, [...(goals.get(id) ?? []), kpi]);
  }
  return [...goals.values()].map((group) =>
    h(
      'div',
      { class: 'card-group' },
      h('h3', { class: 'group-title' }, textOf(group[0], 'goal') || context.say('withoutGoal')),
      h('div', { class: 'cards' }, ...group.map((kpi) => scorecard(kpi, context, onChoose))),
    ),
  );
}

const againstText = (code: string, say: Say): string =>
  say(code === 'last_year' ? 'againstLastYear' : 'againstPlan');

/** The KPI that decides over a goal; the parts of the goal's gap are in its unit. */
function outcomeOf({ goals, kpis }: ReportData['parts'], goalId: string): Row | undefined {
  const goal = goals.find((row) => textOf(row, 'goal_id') === goalId);
  const outcome = textOf(goal, 'outcome_kpi');
  return kpis.find((row) => textOf(row, 'goal_id') === goalId && textOf(row, 'kpi') === outcome);
}

function driverSections(parts: ReportData['parts'], context: PageContext): HTMLElement[] {
  const groups = new Map<string, Row[]>();
  for (const row of parts.drivers) {
    if (numberOf(row, 'contribution') === null) continue;
    const key = `${textOf(row, 'goal_id')} ${textOf(row, 'against')}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((rows) =>
    h(
      'article',
      { class: 'card' },
      h('h3', {}, textOf(rows[0], 'goal')),
      h('p', { class: 'help' }, againstText(textOf(rows[0], 'against'), context.say)),
      driverWaterfall(
        rows,
        outcomeOf(parts, textOf(rows[0], 'goal_id')),
        context.say,
        context.language,
      ),
      h('ul', { class: 'plain' }, ...rows.map((row) => h('li', {}, proseOf(row, 'driver_text')))),
    ),
  );
}

function draw(place: HTMLElement, report: ReportData, context: PageContext) {
  const { parts, failures, warnings, hasChannels } = report;
  const { say } = context;
  const { strategy, goals, kpis, counts, milestones, resources } = parts;
  const meters = mainKpis(parts);
  const worrying = meters.find((kpi) => ['bad', 'watch'].includes(toneOf(textOf(kpi, 'status'))));
  const course = coursePanel(
    kpis,
    milestones,
    worrying ?? meters[0] ?? kpis[0],
    hasChannels,
    context,
  );
  const stopsOf = (goal: Row) =>
    milestones.filter((stop) => textOf(stop, 'goal_id') === textOf(goal, 'goal_id'));
  const driverCards = driverSections(parts, context);
  replaceChildren(
    place,
    strategyHero(strategy, kpis[0], context),
    headline(counts, context),
    ...failures.map((failure) => failureNotice(failure, say)),
    section(
      'goals',
      say('goals'),
      goals.length === 0 ? say('noGoals') : say('goalsHelp'),
      h('div', { class: 'lanes' }, ...goals.map((goal) => goalLane(goal, stopsOf(goal), context))),
    ),
    meters.length > 0 &&
      section(
        'meters',
        say('meters'),
        say('metersHelp'),
        h('div', { class: 'meters' }, ...meters.map((kpi) => meter(kpi, context))),
      ),
    kpis.length > 0 && course.node,
    section('milestones', say('milestones'), '', milestoneTable(milestones, context)),
    driverCards.length > 0 &&
      section(
        'drivers',
        say('drivers'),
        say('driversHelp'),
        h('div', { class: 'wide-cards' }, ...driverCards),
      ),
    resources.length > 0 &&
      section(
        'resources',
        say('resources'),
        say('resourcesHelp'),
        h('div', { class: 'cards' }, ...resources.map((row) => fuelCard(row, context))),
      ),
    kpis.length > 0 &&
      section('scorecards', say('scorecards'), '', ...scorecards(kpis, context, course.choose)),
    warnings.length > 0 &&
      h(
        'details',
        { class: 'remarks' },
        h('summary', {}, say('warnings')),
        h('ul', {}, ...warnings.map((text) => h('li', {}, text))),
      ),
    h('p', { class: 'stamp' }, textOf(kpis[0], 'recalculated_text')),
  );
}

/** The report: what Data Studio would show, asked the way Data Studio asks. */
export const reportView: View = async (place, context) => {
  draw(place, await loadReport(context), context);
};
