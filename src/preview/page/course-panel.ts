import type { Row } from './api-client.ts';
import { proseOf, textOf } from './api-client.ts';
import { channelTable } from './channel-table.ts';
import { sweepCharts } from './charts.ts';
import { h, replaceChildren } from './dom.ts';
import { noticeOf } from './failure-notice.ts';
import { formatDate } from './format.ts';
import { hasSignals } from './interval-series.ts';
import { numbersTable } from './numbers-table.ts';
import type { PageContext } from './page-context.ts';
import { loadChannels, loadTimeline } from './report-data.ts';
import { statusChip } from './status.ts';
import type { TimelineMode } from './timeline-chart.ts';
import { timelineChart } from './timeline-chart.ts';
import { eventStretches } from './timeline-marks.ts';

/** What bends the road, in words for those who cannot see the marks. */
function eventList(intervals: readonly Row[], { say, language }: PageContext): HTMLElement | false {
  const stretches = eventStretches(intervals);
  if (stretches.length === 0) return false;
  const items = stretches.map(({ name, from, to }) =>
    h('li', {}, `${name}: ${formatDate(from, language)} – ${formatDate(to, language)}`),
  );
  return h(
    'div',
    { class: 'events' },
    h('span', { class: 'eyebrow' }, say('events')),
    h('ul', {}, ...items),
  );
}

/** Where it ends, how sure that is, and the chance of the target. */
function forecastLine(kpi: Row, { say }: PageContext): HTMLElement | false {
  const forecast = proseOf(kpi, 'forecast_text');
  if (forecast === '') return false;
  return h(
    'p',
    { class: 'course-forecast' },
    h('span', { class: 'eyebrow' }, say('forecast')),
    ` ${forecast}`,
  );
}

export interface CoursePanel {
  readonly node: HTMLElement;
  readonly choose: (kpiKey: string) => void;
}

/** One KPI over time, chosen from a list or from its scorecard. */
export function coursePanel(
  kpis: readonly Row[],
  stops: readonly Row[],
  first: Row | undefined,
  hasChannels: boolean,
  context: PageContext,
): CoursePanel {
  const { say } = context;
  let mode: TimelineMode = 'toDate';
  let chosen = textOf(first, 'kpi_key');
  let loaded: readonly Row[] = [];
  const place = h('div', { class: 'course-chart' });
  const summary = h('div', { class: 'course-summary' });
  const channels = h('div', {});

  const draw = (): void => {
    const kpi = kpis.find((row) => textOf(row, 'kpi_key') === chosen);
    if (kpi === undefined) return;
    replaceChildren(
      summary,
      statusChip(textOf(kpi, 'status'), textOf(kpi, 'status_label'), textOf(kpi, 'status_symbol')),
      h('p', {}, proseOf(kpi, 'explanation')),
      forecastLine(kpi, context),
      textOf(kpi, 'signal_label') !== '' &&
        h('p', { class: 'signal' }, textOf(kpi, 'signal_label')),
    );
    signalButton.hidden = !hasSignals(loaded);
    if (signalButton.hidden && mode === 'signals') chooseMode('toDate');
    if (loaded.length === 0) {
      replaceChildren(place, h('p', { class: 'help' }, say('noTimeline')));
    } else {
      const own = stops.filter((row) => textOf(row, 'kpi_key') === chosen);
      replaceChildren(
        place,
        timelineChart({ kpi, intervals: loaded, stops: own }, mode, context),
        eventList(loaded, context),
        channels,
        numbersTable(kpi, loaded, mode, context),
      );
    }
    sweepCharts();
  };

  const chooseMode = (value: TimelineMode): void => {
    mode = value;
    for (const input of node.querySelectorAll<HTMLInputElement>('[name=course-mode]')) {
      input.checked = input.value === value;
    }
  };

  const ask = async (asked: string): Promise<void> => {
    const rows = await loadTimeline(context, asked);
    if (asked !== chosen) return;
    loaded = rows;
    node.removeAttribute('aria-busy');
    draw();
    const perChannel = hasChannels ? await loadChannels(context, asked) : [];
    const kpi = kpis.find((row) => textOf(row, 'kpi_key') === asked);
    if (asked !== chosen || kpi === undefined) return;
    replaceChildren(channels, channelTable(kpi, perChannel, context));
  };

  const load = async (): Promise<void> => {
    // Until the answer is there, what stands here is of the KPI before it.
    node.setAttribute('aria-busy', 'true');
    replaceChildren(channels);
    try {
      await ask(chosen);
    } catch (error) {
      node.removeAttribute('aria-busy');
      replaceChildren(place, noticeOf(error, say));
    }
  };

  const select = h(
    'select',
    {
      attributes: { id: 'course-kpi' },
      on: {
        change: () => {
          chosen = select.value;
          void load();
        },
      },
    },
    ...kpis.map((row) =>
      h(
        'option',
        {
          attributes: {
            value: textOf(row, 'kpi_key'),
            selected: textOf(row, 'kpi_key') === chosen,
          },
        },
        textOf(row, 'kpi'),
      ),
    ),
  );
  const modeButton = (value: TimelineMode): HTMLElement =>
    h(
      'label',
      { class: 'segment' },
      h('input', {
        attributes: { type: 'radio', name: 'course-mode', value, checked: value === mode },
        on: {
          change: () => {
            mode = value;
            draw();
          },
        },
      }),
      h('span', {}, say(value)),
    );
  const signalButton = modeButton('signals');
  const node = h(
    'section',
    { class: 'panel course', attributes: { id: 'course', 'aria-labelledby': 'course-title' } },
    h(
      'header',
      { class: 'panel-head' },
      h(
        'h2',
        { attributes: { id: 'course-title' } },
        h('label', { attributes: { for: 'course-kpi' } }, say('course')),
      ),
      select,
      h(
        'fieldset',
        { class: 'segments' },
        h('legend', { class: 'unseen' }, say('chartView')),
        modeButton('toDate'),
        modeButton('perInterval'),
        signalButton,
      ),
    ),
    summary,
    place,
  );
  if (chosen !== '') void load();
  return {
    node,
    choose: (kpiKey) => {
      chosen = kpiKey;
      select.value = kpiKey;
      void load();
      node.scrollIntoView({ block: 'start' });
      select.focus({ preventScroll: true });
    },
  };
}
