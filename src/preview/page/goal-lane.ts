import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { h, svg } from './dom.ts';
import { dayToDate, formatDay, formatPercent } from './format.ts';
import type { PageContext } from './page-context.ts';
import { statusChip, symbolOf, toneOf } from './status.ts';
import type { Say } from './texts.ts';

const DAY = 86_400_000;
const RISE = 46;
const TOP = 30;
const LEAST_GAP = 0.15;
/** Names of stations stand to the right of this share. */
const FROM = 0.02;

/** The line climbs to its destination; the same curve places what stands on it. */
const heightAt = (share: number): number => TOP + RISE * (1 - share * share * (3 - 2 * share));

function pathBetween(from: number, to: number): string {
  const steps = 40;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = from + ((to - from) * step) / steps;
    return `${step === 0 ? 'M' : 'L'}${(share * 1000).toFixed(1)} ${heightAt(share).toFixed(2)}`;
  }).join(' ');
}

function horizonLabel(goal: Row, say: Say): string {
  const [start, due] = [dayToDate(goal.goal_start_date), dayToDate(goal.goal_due_date)];
  const years =
    numberOf(goal, 'horizon_years') ??
    (start === null || due === null ? null : (due.getTime() - start.getTime()) / DAY / 365.25);
  if (years === null) return say('horizonNone');
  if (years >= 0.9) {
    const whole = Math.round(years);
    return whole === 1 ? say('horizonYear') : say('horizonYears', { years: whole });
  }
  const months = Math.round(years * 12);
  if (months >= 2) return say('horizonMonths', { months });
  return months === 1 ? say('horizonMonth') : say('horizonDays', { days: Math.round(years * 365) });
}

/** " · part of A 1.8 million store" of a sub-goal. */
function parentLabel(goal: Row, say: Say): string {
  const parent = textOf(goal, 'parent_goal');
  return parent === '' ? '' : ` · ${say('partOf', { parent })}`;
}

interface Station {
  readonly date: string;
  readonly share: number;
  readonly rows: readonly Row[];
}

/** Stopovers of one day are one station, which is as good as its worst. */
function stationsOf(stops: readonly Row[], shareOf: (date: Date) => number): Station[] {
  const byDate = new Map<string, Row[]>();
  for (const row of stops) {
    const date = textOf(row, 'milestone_date');
    byDate.set(date, [...(byDate.get(date) ?? []), row]);
  }
  return [...byDate].flatMap(([date, rows]) => {
    const day = dayToDate(date);
    if (day === null) return [];
    const order = (row: Row) => numberOf(row, 'milestone_status_order') ?? 99;
    const sorted = [...rows].sort((one, other) => order(one) - order(other));
    return [{ date, share: shareOf(day), rows: sorted }];
  });
}

function station({ date, share, rows }: Station, hasLabel: boolean, context: PageContext) {
  const [worst] = rows;
  const status = textOf(worst, 'milestone_status');
  const label = textOf(worst, 'milestone_status_label');
  const names = [...new Set(rows.map((row) => textOf(row, 'stop') || textOf(row, 'milestone')))];
  const day = formatDay(date, context.language, 'short');
  return h(
    'li',
    {
      class: `station tone-${toneOf(status)}${hasLabel ? '' : ' station-bare'}`,
      style: { left: `${share * 100}%`, top: `${heightAt(share)}px` },
      attributes: { title: `${day}: ${names.join(', ')} – ${label}` },
    },
    h(
      'span',
      { class: 'station-dot', attributes: { 'aria-hidden': 'true' } },
      symbolOf(status, textOf(worst, 'milestone_status_symbol')),
    ),
    h(
      'span',
      { class: hasLabel ? 'station-label' : 'unseen' },
      h('strong', {}, names[0]),
      h('span', { class: 'station-day' }, ` ${day}`),
      h('span', { class: 'station-status' }, ` ${label}`),
    ),
  );
}

function track(goal: Row, stops: readonly Row[], context: PageContext): HTMLElement | null {
  const [start, due] = [dayToDate(goal.goal_start_date), dayToDate(goal.goal_due_date)];
  const today = dayToDate(goal.view_date);
  if (start === null || due === null || due <= start) return null;
  const isUnderway = today !== null && today >= start && today <= due;
  const { say, language } = context;
  const shareOf = (date: Date) =>
    Math.min(
      1,
      Math.max(0, (date.getTime() - start.getTime()) / (due.getTime() - start.getTime())),
    );
  const now = today === null ? 0 : shareOf(today);
  const stations = stationsOf(stops, shareOf);
  let labelled = FROM;
  const items = stations.map((one) => {
    const hasLabel = one.share - labelled >= LEAST_GAP && one.share <= 1 - LEAST_GAP;
    if (hasLabel) labelled = one.share;
    return station(one, hasLabel, context);
  });
  return h(
    'div',
    { class: labelled === FROM ? 'track track-bare' : 'track' },
    svg(
      'svg',
      {
        class: 'track-line',
        viewBox: `0 0 1000 ${TOP + RISE + 14}`,
        preserveAspectRatio: 'none',
        'aria-hidden': 'true',
      },
      svg('path', { d: pathBetween(now, 1), class: 'track-ahead' }),
      svg('path', { d: pathBetween(0, now), class: 'track-done' }),
    ),
    h('ol', { class: 'stations', attributes: { 'aria-label': say('stops') } }, ...items),
    isUnderway &&
      h(
        'span',
        {
          class: `vehicle tone-${toneOf(textOf(goal, 'goal_status'))}`,
          style: { left: `${now * 100}%`, top: `${heightAt(now)}px` },
        },
        h('span', { class: 'vehicle-label' }, say('today')),
      ),
    h('span', { class: 'track-end track-start' }, formatDay(goal.goal_start_date, language)),
    h(
      'span',
      { class: 'track-end track-due' },
      formatDay(goal.goal_due_date, language),
      endStatus(stations),
    ),
  );
}

/** How the last station stands, in words under its date; the station itself has no room. */
function endStatus(stations: readonly Station[]): HTMLElement | false {
  const last = stations.find(({ share }) => share === 1);
  return (
    last !== undefined &&
    h('span', { class: 'station-status' }, textOf(last.rows[0], 'milestone_status_label'))
  );
}

function laneFacts(goal: Row, { say, language }: PageContext): HTMLElement {
  const progress = numberOf(goal, 'goal_progress');
  const count = numberOf(goal, 'goal_kpi_count');
  const nextStop = textOf(goal, 'next_stop');
  const nextStatus = textOf(goal, 'next_stop_status_label');
  const fact = (label: string, value: string) =>
    h('div', {}, h('dt', {}, label), h('dd', {}, value));
  const nextText = `${nextStop}, ${formatDay(goal.next_stop_date, language)}`;
  return h(
    'dl',
    { class: 'facts' },
    progress !== null && fact(say('progressOfGoal'), formatPercent(progress, language)),
    count !== null && fact(say('kpis'), String(count)),
    nextStop !== '' &&
      fact(say('nextStop'), nextStatus === '' ? nextText : `${nextText} (${nextStatus})`),
  );
}

/** One goal as a stretch of the route: where from, where to, the stopovers, and today. */
export function goalLane(goal: Row, stops: readonly Row[], context: PageContext): HTMLElement {
  const { say } = context;
  const success = proseOf(goal, 'success_when');
  return h(
    'article',
    { class: 'lane' },
    h(
      'header',
      { class: 'lane-head' },
      h('p', { class: 'lane-horizon' }, [horizonLabel(goal, say), parentLabel(goal, say)].join('')),
      h(
        'div',
        { class: 'lane-title' },
        h('h3', {}, textOf(goal, 'goal')),
        statusChip(
          textOf(goal, 'goal_status'),
          textOf(goal, 'goal_status_label'),
          textOf(goal, 'goal_status_symbol'),
        ),
      ),
      success !== '' &&
        h(
          'p',
          { class: 'lane-success' },
          h('span', { class: 'eyebrow' }, say('successWhen')),
          ` ${success}`,
        ),
      laneFacts(goal, context),
    ),
    h(
      'div',
      { class: 'lane-body' },
      track(goal, stops, context),
      textOf(goal, 'goal_explanation') !== '' &&
        h('p', { class: 'explanation' }, proseOf(goal, 'goal_explanation')),
      textOf(goal, 'goal_advice') !== '' &&
        h('p', { class: 'advice' }, proseOf(goal, 'goal_advice')),
    ),
  );
}
