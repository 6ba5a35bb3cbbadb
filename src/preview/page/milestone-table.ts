import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { h, replaceChildren } from './dom.ts';
import { formatDay } from './format.ts';
import type { PageContext } from './page-context.ts';
import { lateText } from './scorecard.ts';
import { statusChip } from './status.ts';

const FEW = 8;

/** Not reached, and expected on a day that has gone by: nothing more is expected. */
const isPast = (stop: Row): boolean =>
  textOf(stop, 'milestone_status') === 'overdue' &&
  textOf(stop, 'milestone_eta_date') < textOf(stop, 'view_date');

function stopsTable(stops: readonly Row[], context: PageContext): HTMLElement {
  const { say, language } = context;
  const headings = [
    'milestone',
    'kpi',
    'planned',
    'expected',
    'difference',
    'value',
    'status',
  ] as const;
  const labelled = (label: string, ...children: (Node | string)[]) =>
    h('td', { attributes: { 'data-label': label } }, ...children);
  const row = (stop: Row): HTMLElement => {
    const reached = formatDay(stop.milestone_reached_date, language);
    const expected = isPast(stop) ? '' : formatDay(stop.milestone_eta_date, language);
    return h(
      'tr',
      { class: stop.is_next === true ? 'is-next' : '' },
      h('th', { attributes: { scope: 'row' } }, textOf(stop, 'stop') || textOf(stop, 'milestone')),
      labelled(say('kpi'), textOf(stop, 'kpi')),
      labelled(say('planned'), formatDay(stop.milestone_date, language)),
      labelled(say('expected'), reached || expected || '–'),
      labelled(
        say('difference'),
        ((reached || expected) && lateText(numberOf(stop, 'milestone_days_late'), say)) || '–',
      ),
      labelled(say('value'), proseOf(stop, 'milestone_value_text') || '–'),
      labelled(
        say('status'),
        statusChip(
          textOf(stop, 'milestone_status'),
          textOf(stop, 'milestone_status_label'),
          textOf(stop, 'milestone_status_symbol'),
        ),
      ),
    );
  };
  return h(
    'div',
    {
      class: 'table-scroll',
      attributes: { tabindex: 0, role: 'region', 'aria-label': say('milestones') },
    },
    h(
      'table',
      { class: 'milestones' },
      h('caption', { class: 'unseen' }, say('milestones')),
      h(
        'thead',
        {},
        h('tr', {}, ...headings.map((key) => h('th', { attributes: { scope: 'col' } }, say(key)))),
      ),
      h('tbody', {}, ...stops.map(row)),
    ),
  );
}

/**
 * Every stopover with the day it was planned and the day it was or will be reached; of many, the
 * next ones first and the rest on request.
 */
export function milestoneTable(stops: readonly Row[], context: PageContext): HTMLElement {
  const { say } = context;
  if (stops.length === 0) return h('p', { class: 'help' }, say('noMilestones'));
  const next = stops.filter((stop) => stop.is_next === true);
  if (stops.length <= FEW || next.length === 0) return stopsTable(stops, context);
  let isWhole = false;
  const place = h('div', {}, stopsTable(next, context));
  const label = () => say(isWhole ? 'fewerStops' : 'allStops', { count: stops.length });
  const button: HTMLButtonElement = h(
    'button',
    {
      class: 'quiet-button',
      attributes: { type: 'button', 'aria-expanded': 'false' },
      on: {
        click: () => {
          isWhole = !isWhole;
          button.textContent = label();
          button.setAttribute('aria-expanded', String(isWhole));
          replaceChildren(place, stopsTable(isWhole ? stops : next, context));
        },
      },
    },
    label(),
  );
  return h('div', { class: 'stops' }, place, button);
}
