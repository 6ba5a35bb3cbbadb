import type { Row } from './api-client.ts';
import { numberOf, proseOf, textOf } from './api-client.ts';
import { h } from './dom.ts';
import { formatDay, formatInUnit } from './format.ts';
import type { PageContext } from './page-context.ts';

/** The channels in the newest interval that has figures: that of the day the KPI is judged at. */
export function newestChannels(rows: readonly Row[]): readonly Row[] {
  const known = rows.filter((row) => numberOf(row, 'actual_to_date') !== null);
  const newest = known.reduce((end, row) => {
    const own = textOf(row, 'interval_end');
    return own > end ? own : end;
  }, '');
  return known.filter((row) => textOf(row, 'interval_end') === newest);
}

/** Each channel of a KPI beside its part of the plan, and what it could still do. */
export function channelTable(
  kpi: Row,
  rows: readonly Row[],
  { say, language }: PageContext,
): HTMLElement | false {
  const channels = newestChannels(rows);
  if (channels.length === 0) return false;
  const amount = (value: number | null): string =>
    value === null
      ? '–'
      : formatInUnit(value, textOf(kpi, 'unit'), textOf(kpi, 'unit_label'), language);
  const difference = (row: Row): string => {
    const [actual, plan] = [numberOf(row, 'actual_to_date'), numberOf(row, 'plan_to_date')];
    if (actual === null || plan === null) return '–';
    const size = amount(Math.abs(actual - plan));
    if (size === amount(0)) return say('asPlanned');
    return say(actual > plan ? 'moreThanPlanned' : 'lessThanPlanned', { amount: size });
  };
  const hasPlan = channels.some((row) => numberOf(row, 'plan_to_date') !== null);
  const hasWays = channels.some((row) => textOf(row, 'opportunity_text') !== '');
  const figure = (label: string, text: string) =>
    h('td', { class: 'figure-cell', attributes: { 'data-label': label } }, text);
  const heading = (text: string, isFigure: boolean) =>
    h('th', { class: isFigure ? 'figure-cell' : '', attributes: { scope: 'col' } }, text);
  const line = (row: Row) =>
    h(
      'tr',
      {},
      h(
        'th',
        { attributes: { scope: 'row' } },
        row.is_remainder === true ? say('remainder') : textOf(row, 'channel'),
      ),
      figure(say('actual'), amount(numberOf(row, 'actual_to_date'))),
      hasPlan && figure(say('plan'), amount(numberOf(row, 'plan_to_date'))),
      hasPlan && figure(say('difference'), difference(row)),
      hasWays &&
        h(
          'td',
          { attributes: { 'data-label': say('opportunity') } },
          proseOf(row, 'opportunity_text') || '–',
        ),
    );
  const day = formatDay(channels[0]?.interval_end, language);
  return h(
    'div',
    { class: 'channels' },
    h('h3', {}, say('channelsTo', { day })),
    h(
      'div',
      {
        class: 'table-scroll',
        attributes: { tabindex: 0, role: 'region', 'aria-label': say('channelsTo', { day }) },
      },
      h(
        'table',
        {},
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            heading(say('channel'), false),
            heading(say('actual'), true),
            hasPlan && heading(say('plan'), true),
            hasPlan && heading(say('difference'), true),
            hasWays && heading(say('opportunity'), false),
          ),
        ),
        h('tbody', {}, ...channels.map(line)),
      ),
    ),
  );
}
