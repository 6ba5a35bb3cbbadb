import { h, replaceChildren } from '../../board/dom.ts';
import type { DateRange } from '../data-studio/contract.ts';
import type { Answers, ConfigReply, FieldReply, SchemaReply } from '../page-api.ts';
import { askConfig, askQuery, askSchema } from './api-client.ts';
import { configForm } from './config-form.ts';
import { dataTable } from './data-table.ts';
import { exchangeLog } from './exchange-log.ts';
import { noticeOf } from './failure-notice.ts';
import { fieldPicker } from './field-picker.ts';
import type { PageContext, View } from './page-context.ts';
import type { TextKey } from './texts-en.ts';

const MOST_ROWS = 500;

interface Places {
  readonly form: HTMLElement;
  readonly fields: HTMLElement;
  readonly result: HTMLElement;
}

function defaultSelection(fields: readonly FieldReply[]): string[] {
  const chosen = fields.filter((field) => field.isDefault).map((field) => field.name);
  return chosen.length > 0 ? chosen : fields.slice(0, 1).map((field) => field.name);
}

interface Choice {
  readonly schema: SchemaReply;
  readonly answers: Answers;
  chosen: readonly string[];
  /** Null where the data source does not follow the report's range. */
  dateRange: DateRange | null;
}

async function showRows(places: Places, choice: Choice, context: PageContext): Promise<void> {
  const { schema, answers, chosen, dateRange } = choice;
  const { say, language } = context;
  if (chosen.length === 0) {
    replaceChildren(places.result, h('p', { class: 'help' }, say('noFields')));
    return;
  }
  const named = (concept: FieldReply['concept']) =>
    schema.fields
      .filter((field) => field.concept === concept && chosen.includes(field.name))
      .map((field) => field.name);
  try {
    const reply = await askQuery({
      language,
      answers,
      query: {
        dimensions: named('DIMENSION'),
        metrics: named('METRIC'),
        limit: MOST_ROWS,
        ...(dateRange === null ? {} : { dateRange }),
      },
    });
    const count = reply.rowCount === 1 ? say('row') : say('rows', { count: reply.rowCount });
    context.announce(count);
    replaceChildren(
      places.result,
      h('p', { class: 'help' }, count),
      ...reply.warnings.map((text) => h('p', { class: 'help' }, text)),
      dataTable(reply, say('explore'), context),
      exchangeLog([...schema.exchanges, ...reply.exchanges], say),
    );
  } catch (error) {
    replaceChildren(places.result, noticeOf(error, say));
  }
}

/** The days before today, as many as Data Studio takes when nobody chooses. */
function lastDays(today: string): DateRange {
  const dayBefore = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
  return { startDate: dayBefore(28), endDate: dayBefore(1) };
}

function dateFields(choice: Choice, context: PageContext, onChange: () => void): HTMLElement {
  const field = (key: 'startDate' | 'endDate', text: TextKey) => {
    const id = `range-${key}`;
    const input = h('input', {
      attributes: { id, type: 'date', value: choice.dateRange?.[key] ?? null },
      on: {
        change: () => {
          if (choice.dateRange === null || input.value === '') return;
          choice.dateRange = { ...choice.dateRange, [key]: input.value };
          onChange();
        },
      },
    });
    return h(
      'div',
      { class: 'question' },
      h('label', { attributes: { for: id } }, context.say(text)),
      input,
    );
  };
  return h('div', { class: 'dates' }, field('startDate', 'dateFrom'), field('endDate', 'dateTo'));
}

async function connect(
  places: Places,
  config: Pick<ConfigReply, 'answers' | 'dateRangeRequired'>,
  context: PageContext,
): Promise<void> {
  const { say, language, state } = context;
  const { answers } = config;
  try {
    const schema = await askSchema({ language, answers });
    const today = state.today ?? new Date().toISOString().slice(0, 10);
    const choice: Choice = {
      schema,
      answers,
      chosen: defaultSelection(schema.fields),
      dateRange: config.dateRangeRequired ? lastDays(today) : null,
    };
    const show = () => showRows(places, choice, context);
    context.announce(say('applied', { count: schema.fields.length }));
    replaceChildren(
      places.fields,
      choice.dateRange !== null && dateFields(choice, context, () => void show()),
      fieldPicker(schema.fields, choice.chosen, say, (names) => {
        choice.chosen = names;
        void show();
      }),
      schema.warnings.length > 0 && leftOut(schema, context),
    );
    await show();
  } catch (error) {
    replaceChildren(places.fields);
    replaceChildren(places.result, noticeOf(error, say));
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

function drawForm(places: Places, config: ConfigReply, context: PageContext): void {
  const { say, language } = context;
  const form = configForm(config, say('apply'), {
    onDynamicChange: async (name, value) => {
      const changed = { name, value };
      drawForm(places, await askConfig({ language, answers: config.answers, changed }), context);
    },
    onSubmit: async (answers) => {
      context.setAnswers(answers);
      try {
        const next = await askConfig({ language, answers });
        drawForm(places, next, context);
        await connect(places, next, context);
      } catch (error) {
        replaceChildren(places.result, noticeOf(error, say));
      }
    },
  });
  replaceChildren(
    places.form,
    form,
    !config.isComplete && h('p', { class: 'help' }, say('incomplete')),
  );
}

/** Free exploration: any table, any fields, the rows, and every word that passed. */
export const exploreView: View = async (place, context) => {
  const { say, language } = context;
  const places: Places = {
    form: h('div', {}),
    fields: h('div', { class: 'fields' }),
    result: h('div', { class: 'result' }),
  };
  const answers = { fields: 'essential', ...context.answers };
  const asked = await askConfig({ language, answers });
  const isUnanswered = asked.tableParam !== null && asked.answers[asked.tableParam] === undefined;
  const config =
    isUnanswered && asked.tableParam !== null
      ? await askConfig({
          language,
          answers: asked.answers,
          changed: { name: asked.tableParam, value: 'kpis' },
        })
      : asked;
  drawForm(places, config, context);
  replaceChildren(
    place,
    h('h1', {}, say('explore')),
    h(
      'div',
      { class: 'explore' },
      h(
        'aside',
        { class: 'panel' },
        h('h2', {}, say('source')),
        h('p', { class: 'help' }, say('sourceHelp')),
        places.form,
        places.fields,
      ),
      h('div', { class: 'panel' }, places.result),
    ),
  );
  await connect(places, config, context);
};
