import { svgNode } from '../drawing/write-svg.ts';
import type { BoardKpi, Fuel, GapPart } from '../workflows/board/board.ts';
import { checkInForm } from './check-in-form.ts';
import { toneOf } from './choose.ts';
import { dayNames } from './day-names.ts';
import { h, replaceChildren, safeLink } from './dom.ts';
import { keepTogether } from './keep-together.ts';
import { belowTrend, besideTrend, gaugePicture, percent, trendPicture } from './pictures.ts';
import type { Say } from './say.ts';
import { statusChip } from './status-chip.ts';

/** Where the card of a KPI stands, for whoever comes from a list above it. */
export const cardId = ({ key }: BoardKpi): string => `kpi-${key}`;

/** A picture of which the words say the same to whoever cannot see it. */
const pictured = (name: string, words: string, ...inside: readonly (Node | string)[]) =>
  h('div', { class: name, attributes: { role: 'img', 'aria-label': words } }, ...inside);

/** The course in small; nothing where there is no course. */
export function sparkline(kpi: BoardKpi, { words }: Say): HTMLElement | null {
  if (kpi.trend === null) return null;
  const picture = svgNode(trendPicture(kpi.trend), document);
  return pictured(`spark tone-${toneOf(kpi)}`, words.trendOf(kpi.name), picture);
}

/** The course with a few values and days at its edges, so that one reads from it what it shows. */
function courseChart(kpi: BoardKpi, say: Say): HTMLElement | null {
  const { trend } = kpi;
  if (trend === null) return null;
  const picture = svgNode(trendPicture(trend, true), document);
  return h(
    'div',
    { class: 'course' },
    h(
      'div',
      { class: 'values', attributes: { 'aria-hidden': 'true' } },
      ...trend.values.map(({ at, text }) =>
        h('span', { style: { bottom: besideTrend(at) } }, text),
      ),
    ),
    pictured(`spark tone-${toneOf(kpi)}`, say.words.trendOf(kpi.name), picture),
    dayNames(trend.days, belowTrend),
  );
}

/** How far on the way to the target, on a scale from start to target. */
function wayMeter({ way, target, status }: BoardKpi, say: Say): HTMLElement | null {
  if (way === null) return null;
  const plan = way.plan === null ? null : say.share(way.plan);
  const spoken = say.words.wayOf(say.share(way.actual), plan);
  return h(
    'div',
    { class: `way tone-${toneOf({ status })}` },
    pictured('way-bar', spoken, svgNode(gaugePicture(way.actual, way.plan, 1), document)),
    h(
      'div',
      { class: 'scale', attributes: { 'aria-hidden': 'true' } },
      h('span', {}, say.share(0)),
      h('span', {}, say.share(0.5)),
      h('span', {}, `${say.share(1)} · ${target}`),
    ),
  );
}

/** Means beside what is needed: the mark is enough. */
export function fuelLine({ resource, index, text }: Fuel, { share, words }: Say): HTMLElement {
  const isShort = index !== null && index < 1;
  return h(
    'li',
    { class: `fuel tone-${isShort ? 'watch' : 'good'}` },
    index === null
      ? null
      : pictured(
          'fuel-bar',
          words.fuelOf(share(index)),
          svgNode(gaugePicture(index, 1, 1.5), document),
        ),
    h('span', {}, h('strong', {}, resource), ` ${keepTogether(text)}`),
  );
}

function figures(kpi: BoardKpi, { words }: Say): HTMLElement {
  const figure = (name: string, text: string, isMain = false) =>
    text === ''
      ? null
      : h(
          'div',
          { class: isMain ? 'main' : '' },
          h('dt', {}, name),
          h('dd', {}, keepTogether(text)),
        );
  return h(
    'dl',
    { class: 'figures' },
    figure(words.actual, kpi.actual, true),
    figure(words.plan, kpi.plan),
    figure(words.target, kpi.target),
  );
}

function latelyText({ lately }: BoardKpi, { day }: Say): string {
  if (lately === null) return '';
  return `${lately.day === null ? lately.interval : day(lately.day)}: ${lately.text}`;
}

function checkInText({ key, checkIn }: BoardKpi, { checkIns, words }: Say): string {
  const written = checkIns?.get(key);
  return written === undefined ? checkIn : words.checkIn.justNow(written);
}

function facts(kpi: BoardKpi, say: Say): HTMLElement | null {
  const { words } = say;
  const said: readonly (readonly [string, string])[] = [
    [words.nextStop, kpi.nextStop],
    [words.forecast, kpi.forecast],
    [words.lately, latelyText(kpi, say)],
    [words.ownView, kpi.override],
    [words.lastCheckIn, checkInText(kpi, say)],
    [words.owner, [kpi.owner, kpi.team].filter(Boolean).join(' · ')],
    [words.note, kpi.note],
    [words.measureNote, kpi.measureNote],
  ];
  const known = said.filter(([, text]) => text !== '');
  if (known.length === 0) return null;
  return h(
    'dl',
    { class: 'facts' },
    ...known.map(([name, text]) =>
      h('div', {}, h('dt', {}, name), h('dd', {}, keepTogether(text))),
    ),
  );
}

/** Where a gap comes from: to the left what holds back, to the right what helps. */
function gapList(name: string, parts: readonly GapPart[]): HTMLElement | null {
  if (parts.length === 0) return null;
  return h(
    'div',
    { class: 'gap' },
    h('h5', {}, name),
    h(
      'ul',
      {},
      ...parts.map(({ text, size }) => {
        const [width, left] = [Math.abs(size) / 2, 0.5 + Math.min(0, size) / 2].map(percent);
        return h(
          'li',
          { class: `tone-${size < 0 ? 'watch' : 'good'}` },
          h(
            'span',
            { class: 'gap-bar', attributes: { 'aria-hidden': 'true' } },
            h('span', { style: { left, width } }),
          ),
          h('span', {}, keepTogether(text)),
        );
      }),
    ),
  );
}

/** What is still to be done for it; what is late is said in a word, never in a colour alone. */
function toDo({ openActions }: BoardKpi, { words }: Say): HTMLElement | null {
  if (openActions.length === 0) return null;
  return h(
    'div',
    { class: 'to-do' },
    h('h5', {}, words.toDo),
    h(
      'ul',
      {},
      ...openActions.map(({ name, text, isOverdue, url }) =>
        h(
          'li',
          { class: isOverdue ? 'overdue' : '' },
          url === '' ? h('span', {}, name) : safeLink(url, name, name),
          isOverdue && h('strong', {}, ` ${words.overdue}`),
          text !== '' && h('span', {}, ` ${keepTogether(text)}`),
        ),
      ),
    ),
  );
}

/** A KPI, whole: status, trend, figures, sentence, next milestone, fuel. */
export function kpiCard(kpi: BoardKpi, say: Say): HTMLElement {
  const tone = toneOf(kpi);
  const { words, checkIns } = say;
  const told = h('div', {}, facts(kpi, say));
  const written = (text: string): void => {
    checkIns?.set(kpi.key, text);
    replaceChildren(told, facts(kpi, say));
  };
  return h(
    'article',
    { class: `kpi tone-${tone}`, attributes: { id: cardId(kpi), tabindex: -1 } },
    h('header', {}, h('h4', {}, kpi.name), statusChip(kpi.status, tone)),
    h('div', { class: 'measured' }, figures(kpi, say), courseChart(kpi, say)),
    wayMeter(kpi, say),
    kpi.explanation !== '' && h('p', {}, keepTogether(kpi.explanation)),
    kpi.advice !== '' && h('p', { class: 'advice' }, keepTogether(kpi.advice)),
    gapList(words.drivers, kpi.drivers),
    gapList(words.channels, kpi.channels),
    told,
    kpi.fuel.length > 0 &&
      h(
        'ul',
        { class: 'fuels', attributes: { 'aria-label': words.fuel } },
        ...kpi.fuel.map((fuel) => fuelLine(fuel, say)),
      ),
    toDo(kpi, say),
    checkIns !== null && checkInForm(kpi, say, written),
    kpi.url !== '' &&
      h(
        'p',
        { class: 'to-cell' },
        safeLink(kpi.url, words.openCell, `${words.openCell}: ${kpi.name}`),
      ),
  );
}
