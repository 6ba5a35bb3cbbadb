import type { BeginStep } from '../core/language/begin-words.ts';
import type { OfferedKpi } from '../workflows/begin/begin.ts';
import { figuresStep } from './begin-figures.ts';
import { type BeginContext, present } from './begin-parts.ts';
import { button, buttons } from './buttons.ts';
import { plain } from './choose.ts';
import { type Child, h, replaceChildren } from './dom.ts';
import { type Field, field, list } from './fields.ts';

function courseStep(context: BeginContext): Child[] {
  const { words, state, send, next } = context;
  const kinds = ['mission', 'vision', 'strategy'] as const;
  const fields = kinds.map((kind) => {
    const known = state.strategy[kind];
    return known === '' ? field(words[kind], { kind: 'lines' }) : null;
  });
  const typedAt = (kind: (typeof kinds)[number]) => fields[kinds.indexOf(kind)]?.value() ?? '';
  const known = kinds.flatMap((kind) =>
    state.strategy[kind] === '' ? [] : [`${words[kind]} ${state.strategy[kind]}`],
  );
  const save = async () => {
    const [mission, vision, strategy] = kinds.map(typedAt);
    if (await send({ step: 'course', mission, vision, strategy })) next();
  };
  const isOpen = fields.some((own) => own !== null);
  return [
    ...fields.map((own) => own?.node),
    known.length > 0 && present(context, known),
    buttons(isOpen ? button(words.save, () => void save()) : button(words.next, next)),
  ];
}

function goalStep(context: BeginContext): Child[] {
  const { words, state, send, next } = context;
  const own = {
    name: field(words.goal),
    successWhen: field(words.successWhen, { kind: 'lines' }),
    start: field(words.start, { kind: 'date', value: state.year.start }),
    due: field(words.due, { kind: 'date', value: state.year.due }),
    owner: field(words.owner),
  };
  const save = async () => {
    const { name, successWhen, start, due, owner } = own;
    const asked = {
      step: 'goal' as const,
      name: name.value(),
      successWhen: successWhen.value(),
      start: start.value(),
      due: due.value(),
      owner: owner.value(),
    };
    if (await send(asked)) next();
  };
  const lines = state.goals.map(({ name, successWhen }) =>
    successWhen === '' ? name : `${name}: ${successWhen}`,
  );
  return [
    ...Object.values(own).map(({ node }) => node),
    buttons(
      button(words.save, () => void save()),
      state.goals.length > 0 && button(words.next, next, false),
    ),
    present(context, lines),
  ];
}

/** The library by search and stage; a choice leads to its form. */
function libraryPart({ words, state }: BeginContext, choose: (kpi: OfferedKpi) => void): Child[] {
  const stages = [...new Set(state.library.flatMap(({ kpis }) => kpis.map(({ stage }) => stage)))];
  const found = h('p', { class: 'soft', attributes: { role: 'status' } });
  const place = h('div', {
    class: 'begin-library',
    attributes: { tabindex: 0, role: 'region', 'aria-label': words.steps.kpi },
  });
  const show = (): void => {
    const wanted = plain(search.value.trim());
    const fits = (kpi: OfferedKpi, of: string) =>
      (stage.value() === '' || kpi.stage === stage.value()) &&
      plain(`${kpi.name} ${kpi.means} ${of}`).includes(wanted);
    const fields = state.library
      .map(({ name, kpis }) => ({ name, kpis: kpis.filter((kpi) => fits(kpi, name)) }))
      .filter(({ kpis }) => kpis.length > 0);
    replaceChildren(found, words.found(fields.reduce((sum, { kpis }) => sum + kpis.length, 0)));
    replaceChildren(
      place,
      ...fields.map(({ name, kpis }) =>
        h(
          'section',
          {},
          h('h3', {}, name),
          h(
            'ul',
            {},
            ...kpis.map((kpi) =>
              h(
                'li',
                {},
                h(
                  'button',
                  {
                    class: 'begin-choice',
                    attributes: { type: 'button' },
                    on: { click: () => choose(kpi) },
                  },
                  h('strong', {}, kpi.name),
                  ` ${kpi.means} `,
                  h('span', { class: 'soft' }, kpi.stage),
                ),
              ),
            ),
          ),
        ),
      ),
    );
  };
  const search = h('input', {
    attributes: { type: 'search', 'aria-label': words.search, placeholder: words.search },
    on: { input: show },
  });
  const stage = list(
    words.stage,
    [['', words.allStages], ...stages.map((own) => [own, own] as const)],
    show,
  );
  show();
  return [h('p', { class: 'begin-find' }, search), stage.node, found, place];
}

function kpiForm(context: BeginContext, kpi: OfferedKpi, back: () => void): Child[] {
  const { words, state, send } = context;
  const number = (label: string) => field(label, { kind: 'number', unit: kpi.unit });
  const goal = list(words.goal, [
    ...state.goals.map(({ name }) => [name, name] as const),
    ['', '–'],
  ]);
  const start = field(words.start, { kind: 'date', value: state.year.start });
  const due = field(words.due, { kind: 'date', value: state.year.due });
  const lastTime = number(words.lastTime);
  const asked: Readonly<Partial<Record<'target' | 'low' | 'high', Field>>> = kpi.isBand
    ? { low: number(words.low), high: number(words.high) }
    : { target: number(words.target) };
  const perPeriod = field(words.perPeriod, { kind: 'lines', help: words.perPeriodHelp });
  const save = async () => {
    const isWritten = await send({
      step: 'kpi',
      id: kpi.id,
      goal: goal.value(),
      start: start.value(),
      due: due.value(),
      lastTime: lastTime.value(),
      target: asked.target?.value() ?? '',
      low: asked.low?.value() ?? '',
      high: asked.high?.value() ?? '',
      perPeriod: perPeriod.value(),
    });
    if (isWritten) context.draw();
  };
  return [
    h('h3', {}, words.chosen(kpi.name)),
    h(
      'p',
      { class: 'soft' },
      `${kpi.kind}. ${kpi.means} ${kpi.formula === '' ? '' : `${kpi.formula}. `}${words.counts(kpi.counted.join(', '))} ${words.forExample(kpi.example)}`,
    ),
    goal.node,
    start.node,
    due.node,
    lastTime.node,
    ...Object.values(asked).map(({ node }) => node),
    perPeriod.node,
    buttons(
      button(words.add, () => void save()),
      button(words.another, back, false),
    ),
  ];
}

function kpiStep(context: BeginContext): Child[] {
  const { words, state, next } = context;
  const place = h('div', { class: 'begin-place' });
  const showLibrary = (): void => {
    replaceChildren(place, ...libraryPart(context, chooseKpi));
    context.restore(place, '');
  };
  const showForm = (kpi: OfferedKpi): void => {
    replaceChildren(place, ...kpiForm(context, kpi, showLibrary));
    context.restore(place, kpi.id);
  };
  const chooseKpi = (kpi: OfferedKpi): void => {
    showForm(kpi);
    place.querySelector<HTMLElement>('select, input')?.focus();
  };
  const left = state.library
    .flatMap(({ kpis }) => kpis)
    .find(({ id }) => id === context.openForm());
  if (left === undefined) showLibrary();
  else showForm(left);
  const lines = state.kpis.map(({ name, kind, target, goal }) =>
    [name, [kind, target].filter((text) => text !== '').join(' '), goal]
      .filter((text) => text !== '')
      .join(' · '),
  );
  return [
    present(context, lines),
    state.kpis.length > 0 && buttons(button(words.next, next)),
    place,
  ];
}

function resultStep({ words, results, send, draw }: BeginContext): Child[] {
  const calculate = async () => {
    if (await send({ step: 'result' })) draw();
  };
  return [
    buttons(button(words.calculate, () => void calculate())),
    h(
      'ul',
      { class: 'begin-results' },
      ...results.map(({ name, status, sentence }) =>
        h(
          'li',
          {},
          h('h3', {}, name),
          h('p', { class: 'begin-status' }, status),
          h('p', {}, sentence),
        ),
      ),
    ),
  ];
}

export const STEPS: Readonly<Record<BeginStep, (context: BeginContext) => Child[]>> = {
  course: courseStep,
  goal: goalStep,
  kpi: kpiStep,
  figures: figuresStep,
  result: resultStep,
};
