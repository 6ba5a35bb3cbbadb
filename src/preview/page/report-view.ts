import { h, replaceChildren } from '../../board/dom.ts';
import type { DateRange, Exchange, Filters } from '../data-studio/contract.ts';
import type { Answers, Person, SchemaReply } from '../page-api.ts';
import type { Control, PlacedChart, Report } from '../report/chart.ts';
import { askQuery, askSchema } from './api-client.ts';
import { chartView } from './chart-view.ts';
import { exchangeLog } from './exchange-log.ts';
import { noticeOf } from './failure-notice.ts';
import { labelledChoice } from './labelled-choice.ts';
import type { PageContext } from './page-context.ts';

/** What the controls of a report are set to, by field. */
type Chosen = Readonly<Record<string, string>>;

interface Shown {
  readonly report: Report;
  readonly person: Person;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

const only = (field: string, value: string): Filters => [
  [{ fieldName: field, operator: 'EQUALS', type: 'INCLUDE', values: [value] }],
];

/** Of the control with dates the year up to today; a data source that follows no dates ignores it. */
function yearBefore(today: string): DateRange {
  return { startDate: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, endDate: today };
}

function sourceOf({ person }: Shown, { language, answers }: PageContext, table: string) {
  const own: Answers = {
    ...answers,
    fields: 'essential',
    table,
    date_mode: table === 'changes' ? 'follow' : 'whole',
  };
  return { language, person, answers: own };
}

async function choicesOf(shown: Shown, context: PageContext, { field, table }: Control) {
  const { rows } = await askQuery({
    ...sourceOf(shown, context, table),
    query: { dimensions: [field], metrics: [], sort: [{ field }] },
  });
  return rows.flatMap(([value]) => (typeof value === 'string' ? [value] : []));
}

async function listControl(shown: Shown, context: PageContext, control: Control) {
  const { report, chosen, onChange } = shown;
  const values = await choicesOf(shown, context, control);
  const current = chosen[control.field] ?? (control.isSingle ? (values[0] ?? '') : '');
  const id = `${report.id}-${control.field}`;
  const schema: SchemaReply = await askSchema(sourceOf(shown, context, control.table));
  const label = schema.fields.find(({ name }) => name === control.field)?.label ?? control.field;
  const options = [
    ...(control.isSingle ? [] : [['', context.say('all')] as const]),
    ...values.map((value) => [value, value] as const),
  ];
  const node = labelledChoice(id, label, options, current, (value) =>
    onChange({ ...chosen, [control.field]: value }),
  );
  return { node, field: control.field, value: current };
}

/** A control of one value is grouped with the charts that need one; any other filters the page. */
const isReached = ({ controls }: Report, { oneOf }: PlacedChart, field: string): boolean =>
  oneOf === field || controls.some((own) => own.field === field && own.isSingle !== true);

async function placedChart(
  chart: PlacedChart,
  shown: Shown,
  set: Chosen,
  context: PageContext,
): Promise<{ readonly node: HTMLElement; readonly exchanges: readonly Exchange[] }> {
  const title = chart.title[context.language];
  const card = (...children: readonly HTMLElement[]) =>
    h(
      'section',
      { class: `chart chart-${chart.kind}`, attributes: { 'data-chart': chart.id } },
      h('h3', {}, title),
      ...children,
    );
  try {
    const source = sourceOf(shown, context, chart.table);
    const { fields } = await askSchema(source);
    const filters = Object.entries(set).flatMap(([field, value]) =>
      value !== '' &&
      isReached(shown.report, chart, field) &&
      fields.some(({ name }) => name === field)
        ? only(field, value)
        : [],
    );
    const { dimensions, metrics, sort, limit } = chart;
    const today = context.state.today ?? new Date().toISOString().slice(0, 10);
    const reply = await askQuery({
      ...source,
      query: {
        dimensions,
        metrics,
        filters: [...(chart.filters ?? []), ...filters],
        dateRange: yearBefore(today),
        ...(sort && { sort }),
        ...(limit !== undefined && { limit }),
      },
    });
    return { node: card(chartView(chart, reply, title, context)), exchanges: reply.exchanges };
  } catch (error) {
    return { node: card(noticeOf(error, context.say)), exchanges: [] };
  }
}

/** A report with its controls; every chart is a question of its own, as in Data Studio. */
export async function reportView(place: HTMLElement, shown: Shown, context: PageContext) {
  const { report } = shown;
  const lists = report.controls.filter(({ kind }) => kind === 'list');
  let controls: Awaited<ReturnType<typeof listControl>>[];
  try {
    controls = await Promise.all(lists.map((control) => listControl(shown, context, control)));
  } catch (error) {
    replaceChildren(place, noticeOf(error, context.say));
    return;
  }
  const set = Object.fromEntries(controls.map(({ field, value }) => [field, value]));
  const charts = await Promise.all(
    report.charts.map((chart) => placedChart(chart, shown, set, context)),
  );
  replaceChildren(
    place,
    h('h2', {}, report.title[context.language]),
    h('div', { class: 'controls' }, ...controls.map(({ node }) => node)),
    h('div', { class: 'report' }, ...charts.map(({ node }) => node)),
    exchangeLog(
      charts.flatMap(({ exchanges }) => exchanges),
      context.say,
    ),
  );
}
