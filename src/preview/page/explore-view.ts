import { h, replaceChildren } from '../../board/dom.ts';
import type { ConfigReply, FieldReply, Person, SchemaReply } from '../page-api.ts';
import { EXAMPLE_REPORTS } from '../report/example-reports.ts';
import { askConfig, askQuery, askSchema } from './api-client.ts';
import { dateFields, kindChoice, lastDays, sortChoice } from './chart-choices.ts';
import { chartView } from './chart-view.ts';
import { configForm } from './config-form.ts';
import { exchangeLog } from './exchange-log.ts';
import { noticeOf } from './failure-notice.ts';
import { fieldPicker } from './field-picker.ts';
import { filterRows } from './filter-rows.ts';
import { labelledChoice } from './labelled-choice.ts';
import { readAddress } from './page-address.ts';
import type { PageContext, View } from './page-context.ts';
import { reportView } from './report-view.ts';
import { type Bench, change } from './workbench.ts';
import { readWorkbench, type WorkbenchState, workbenchLink } from './workbench-state.ts';

const MOST_ROWS = 500;

function defaultSelection(fields: readonly FieldReply[]): string[] {
  const chosen = fields.filter((field) => field.isDefault).map((field) => field.name);
  return chosen.length > 0 ? chosen : fields.slice(0, 1).map((field) => field.name);
}

const tableOf = ({ tableParam }: Pick<ConfigReply, 'tableParam'>, bench: Bench): string =>
  String(bench.state.answers[tableParam ?? ''] ?? 'kpis');

async function showRows(bench: Bench, schema: SchemaReply, table: string): Promise<void> {
  const { context, dateRange, state } = bench;
  const { say, language } = context;
  const { kind, person, answers, filters, sort } = state;
  const chosen = state.fields ?? defaultSelection(schema.fields);
  if (chosen.length === 0) {
    replaceChildren(bench.result, h('p', { class: 'help' }, say('noFields')));
    return;
  }
  const named = (concept: FieldReply['concept']) =>
    schema.fields
      .filter((field) => field.concept === concept && chosen.includes(field.name))
      .map((field) => field.name);
  try {
    const reply = await askQuery({
      language,
      person,
      answers,
      query: {
        dimensions: named('DIMENSION'),
        metrics: named('METRIC'),
        limit: MOST_ROWS,
        ...(filters.length > 0 && { filters }),
        ...(sort.length > 0 && { sort }),
        ...(dateRange !== null && { dateRange }),
      },
    });
    const count = reply.rowCount === 1 ? say('row') : say('rows', { count: reply.rowCount });
    context.announce(count);
    replaceChildren(
      bench.result,
      h('p', { class: 'help' }, count),
      ...reply.warnings.map((text) => h('p', { class: 'help' }, text)),
      chartView({ kind, table }, reply, say('explore'), context),
      exchangeLog([...schema.exchanges, ...reply.exchanges], say),
    );
  } catch (error) {
    replaceChildren(bench.result, noticeOf(error, say));
  }
}

async function connect(bench: Bench, config: ConfigReply): Promise<void> {
  const { say, language, state: page, announce } = bench.context;
  const { answers, dateRangeRequired } = config;
  try {
    const schema = await askSchema({ language, answers, person: bench.state.person });
    const today = page.today ?? new Date().toISOString().slice(0, 10);
    bench.dateRange = dateRangeRequired ? lastDays(today) : null;
    const show = () => void showRows(bench, schema, tableOf(config, bench));
    const drawFilters = (): void =>
      replaceChildren(
        bench.filters,
        filterRows(schema.fields, bench.state.filters, say, (filters) => {
          change(bench, { filters });
          drawFilters();
          show();
        }),
      );
    announce(say('applied', { count: schema.fields.length }));
    const chosen = bench.state.fields ?? defaultSelection(schema.fields);
    replaceChildren(
      bench.fields,
      bench.dateRange !== null && dateFields(bench, show),
      kindChoice(bench, show),
      sortChoice(bench, schema.fields, show),
      fieldPicker(schema.fields, chosen, say, (fields) => {
        change(bench, { fields });
        show();
      }),
      schema.warnings.length > 0 && leftOut(schema, bench.context),
    );
    drawFilters();
    await showRows(bench, schema, tableOf(config, bench));
  } catch (error) {
    replaceChildren(bench.fields);
    replaceChildren(bench.filters);
    replaceChildren(bench.result, noticeOf(error, say));
  }
}

function leftOut({ warnings }: SchemaReply, { say }: PageContext): HTMLElement {
  return h(
    'details',
    { class: 'remarks' },
    h('summary', {}, `${say('droppedFields')} (${warnings.length})`),
    h(
      'ul',
      {},
      ...warnings.map(({ field, text }) => h('li', {}, h('code', {}, field), ` ${text}`)),
    ),
  );
}

function drawForm(bench: Bench, config: ConfigReply): void {
  const { say, language, setAnswers } = bench.context;
  const { person } = bench.state;
  const form = configForm(config, say('apply'), {
    onDynamicChange: async (name, value) => {
      const changed = { name, value };
      drawForm(bench, await askConfig({ language, person, answers: config.answers, changed }));
    },
    onSubmit: async (answers) => {
      setAnswers(answers);
      change(bench, { answers, fields: null, filters: [], sort: [] });
      try {
        const next = await askConfig({ language, person, answers });
        drawForm(bench, next);
        await connect(bench, next);
      } catch (error) {
        replaceChildren(bench.result, noticeOf(error, say));
      }
    },
  });
  replaceChildren(
    bench.form,
    form,
    !config.isComplete && h('p', { class: 'help' }, say('incomplete')),
  );
}

/** A request of one's own: any table, any fields, the rows, and every word that passed. */
async function ownRequest(bench: Bench): Promise<void> {
  const { context, state } = bench;
  const { language } = context;
  const { person } = state;
  const answers = { fields: 'essential', ...context.answers, ...state.answers };
  const asked = await askConfig({ language, person, answers });
  const isUnanswered = asked.tableParam !== null && asked.answers[asked.tableParam] === undefined;
  const config =
    isUnanswered && asked.tableParam !== null
      ? await askConfig({
          language,
          person,
          answers: asked.answers,
          changed: { name: asked.tableParam, value: 'kpis' },
        })
      : asked;
  bench.state = { ...state, answers: config.answers };
  drawForm(bench, config);
  await connect(bench, config);
}

/** Who looks, which saved view, and the link to exactly this. */
function benchHead(bench: Bench, redraw: () => void): HTMLElement {
  const { say, language } = bench.context;
  const people: readonly (readonly [Person, string])[] = [
    ['owner', say('personOwner')],
    ['viewer', say('personViewer')],
    ['stranger', say('personStranger')],
  ];
  const views = [
    ['', say('ownRequest')] as const,
    ...EXAMPLE_REPORTS.map(({ id, title }) => [id, title[language]] as const),
  ];
  return h(
    'div',
    { class: 'bench-head' },
    labelledChoice('saved-view', say('savedView'), views, bench.state.report ?? '', (report) => {
      change(bench, { report: report === '' ? null : report, controls: {} });
      redraw();
    }),
    labelledChoice('person', say('person'), people, bench.state.person, (person) => {
      change(bench, { person });
      redraw();
    }),
    bench.link,
  );
}

/** Data Studio: saved views of reports, and free requests with everything that passed. */
export const exploreView: View = async (place, context) => {
  const { say } = context;
  const state = readWorkbench(readAddress(location.hash).tab);
  const bench: Bench = {
    state,
    context,
    link: h(
      'a',
      { class: 'link-to-this', attributes: { href: workbenchLink(state) } },
      say('linkToThis'),
    ),
    form: h('div', {}),
    fields: h('div', { class: 'fields' }),
    filters: h('div', {}),
    result: h('div', { class: 'result' }),
    dateRange: null,
  };
  const body = h('div', {});
  const draw = async (): Promise<void> => {
    const report = EXAMPLE_REPORTS.find(({ id }) => id === bench.state.report);
    if (report !== undefined) {
      const panel = h('div', { class: 'panel' });
      replaceChildren(body, panel);
      const { person, controls: chosen } = bench.state;
      const onChange = (controls: WorkbenchState['controls']) => {
        change(bench, { controls });
        void draw();
      };
      await reportView(panel, { report, person, chosen, onChange }, context);
      return;
    }
    replaceChildren(
      body,
      h(
        'div',
        { class: 'explore' },
        h(
          'aside',
          { class: 'panel' },
          h('h2', {}, say('source')),
          h('p', { class: 'help' }, say('sourceHelp')),
          bench.form,
          bench.fields,
          bench.filters,
        ),
        h('div', { class: 'panel' }, bench.result),
      ),
    );
    await ownRequest(bench).catch((error) =>
      replaceChildren(bench.result, noticeOf(error, context.say)),
    );
  };
  replaceChildren(
    place,
    h('h1', {}, say('explore')),
    benchHead(bench, () => void draw()),
    body,
  );
  await draw();
};
