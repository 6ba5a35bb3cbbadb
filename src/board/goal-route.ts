import type { Day } from '../core/model/calendar-date.ts';
import { STOP_TONES } from '../drawing/tones.ts';
import type { BoardGoal, Stop } from '../workflows/board/board.ts';
import { toneOf } from './choose.ts';
import { dayNames } from './day-names.ts';
import { h } from './dom.ts';
import { percent } from './pictures.ts';
import type { Say } from './say.ts';

/** Shares of the route's width that two labels keep between them. */
const LABEL_GAP = 0.16;
/** A label nearer to an end than this is written from that end inwards. */
const NEAR_END = 0.12;
/** Shares of the width that the word of today takes on either side. */
const NEAR_TODAY = 0.1;

interface Place {
  readonly share: number;
  readonly stop: Stop;
}

/** Those whose labels do not touch, the due date's among them; the other stops are marks alone. */
function labelled(places: readonly Place[]): ReadonlySet<Stop> {
  const kept = new Set<Stop>();
  let last = Number.NEGATIVE_INFINITY;
  for (const { share, stop } of places) {
    if (share - last < LABEL_GAP || share > 1 - LABEL_GAP) continue;
    kept.add(stop);
    last = share;
  }
  return kept;
}

/** Round days, but for one that would lie on the word of today. */
function daysOn({ days }: BoardGoal, now: number | null): HTMLElement {
  const free = days.filter(({ at }) => now === null || Math.abs(at / 1000 - now) > NEAR_TODAY);
  return dayNames(free, (at) => percent(at / 1000));
}

function stopMark({ share, stop }: Place, hasLabel: boolean, say: Say): HTMLElement {
  const side = share < NEAR_END ? ' from-start' : '';
  return h(
    'span',
    {
      class: `stop tone-${STOP_TONES[stop.status.code] ?? 'quiet'}${side}`,
      style: { left: percent(share) },
    },
    h('span', { class: 'stop-mark' }, stop.status.symbol),
    hasLabel && h('span', { class: 'stop-name' }, stop.name),
    hasLabel && h('span', { class: 'stop-day' }, say.day(stop.day)),
  );
}

/** "Eind 2026, 31 Dec, expected late" of every stop: what the picture shows, aloud. */
const spoken = (goal: BoardGoal, say: Say): string =>
  say.words.routeOf(
    goal.progress === null ? '–' : say.share(goal.progress),
    goal.stops
      .map(({ name, day, status }) => [name, say.day(day), status.word].join(', '))
      .join('; '),
  );

/**
 * The way of a goal in time: from its start to its due date, with the stops where they are planned,
 * travelled up to today. Nothing without both ends.
 */
export function goalRoute(goal: BoardGoal, today: Day | null, say: Say): HTMLElement | null {
  const { start, due } = goal;
  if (start === null || due === null || due <= start) return null;
  const shareOf = (day: Day) => Math.min(1, Math.max(0, (day - start) / (due - start)));
  const places = goal.stops.map((stop) => ({ stop, share: shareOf(stop.day) }));
  const labels = labelled(places);
  const now = today === null ? 0 : shareOf(today);
  const tone = goal.status === null ? 'quiet' : toneOf({ status: goal.status });
  const isOnWay = today !== null && today >= start && today <= due;
  return h(
    'div',
    {
      class: places.length === 0 ? 'route bare' : 'route',
      attributes: { role: 'img', 'aria-label': spoken(goal, say) },
    },
    h('span', { class: 'rail' }),
    h('span', { class: `rail travelled tone-${tone}`, style: { width: percent(now) } }),
    daysOn(goal, isOnWay ? now : null),
    h('span', { class: 'route-start' }, say.day(start)),
    ...places.map((place) => stopMark(place, labels.has(place.stop), say)),
    h('span', { class: 'route-end' }, h('span', { class: 'end-mark' }), say.day(due)),
    isOnWay &&
      h('span', { class: 'now', style: { left: percent(now) } }, h('span', {}, say.words.today)),
  );
}
