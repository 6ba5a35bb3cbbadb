import type { Answers, ConfigReply, FieldReply, SchemaReply } from '../page-api.ts';
import { askConfig, askQuery, askSchema } from './api-client.ts';
import { configForm } from './config-form.ts';
import { dataTable } from './data-table.ts';
import { h, replaceChildren } from './dom.ts';
import { exchangeLog } from './exchange-log.ts';
import { noticeOf } from './failure-notice.ts';
import { fieldPicker } from './field-picker.ts';
import type { PageContext, View } from './page-context.ts';

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

async function showRows(
  places: Places,
  schema: SchemaReply,
  chosen: readonly string[],
  answers: Answers,
  context: PageContext,
): Promise<void> {
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
      query: { dimensions: named('DIMENSION'), metrics: named('METRIC'), limit: MOST_ROWS },
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

async function connect(places: Places, answers: Answers, context: PageContext): Promise<void> {
  const { say, language } = context;
  try {
    const schema = await askSchema({ language, answers });
    const chosen = defaultSelection(schema.fields);
    const show = (names: readonly string[]) => showRows(places, schema, names, answers, context);
    context.announce(say('applied', { count: schema.fields.length }));
    replaceChildren(
      places.fields,
      fieldPicker(schema.fields, chosen, say, (names) => void show(names)),
      schema.warnings.length > 0 &&
        h(
          'details',
          { class: 'remarks' },
          h('summary', {}, `${say('droppedFields')} (${schema.warnings.length})`),
          h(
            'ul',
            {},
            ...schema.warnings.map(({ field, text }) =>
              h('li', {}, h('code', {}, field), ` ${text}`),
            ),
          ),
        ),
    );
    await show(chosen);
  } catch (error) {
    replaceChildren(places.fields);
    replaceChildren(places.result, noticeOf(error, say));
  }
}

function drawForm(places: Places, config: ConfigReply, context: PageContext): void {
  const { say, language } = context;
  const form = configForm(config, say('apply'), {
    onDynamicChange: async (name, value) => {
      const changed = { name, value };
      drawForm(places, await askConfig({ language, answers: config.answers, changed }), context);
    },
    onSubmit: (answers) => {
      context.setAnswers(answers);
      void connect(places, answers, context);
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
  const asked = await askConfig({ language, answers: context.answers });
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
  await connect(places, config.answers, context);
};
