import type { FiguresLook } from '../workflows/begin/begin.ts';
import { type BeginContext, present } from './begin-parts.ts';
import { button, buttons } from './buttons.ts';
import { type Child, h, replaceChildren } from './dom.ts';
import { type Field, field, list } from './fields.ts';

/** The first values of a tab, and which of its columns they are of. */
function lookPart(
  { words, draw, send }: BeginContext,
  look: FiguresLook,
  show: (columns: Pick<FiguresLook, 'dateColumn' | 'valueColumn'>) => void,
): Child[] {
  const { measure, tab, dateColumn, valueColumn, summary, lines, problems } = look;
  const choice = (label: string, names: readonly string[], chosen: string): Field =>
    list(label, [['', words.byKoers], ...names.map((own) => [own, own] as const)], again, chosen);
  const again = (): void => show({ dateColumn: dates?.value() ?? '', valueColumn: values.value() });
  const isAcross = look.dateColumns.length === 0;
  const dates = isAcross ? null : choice(words.dateColumn, look.dateColumns, dateColumn);
  const label = isAcross ? words.valueRow : words.valueColumn;
  const values = choice(label, look.valueColumns, valueColumn);
  const use = async () => {
    if (await send({ step: 'source', measure, tab, dateColumn, valueColumn })) draw();
  };
  return [
    summary !== '' && h('p', {}, summary),
    lines.length > 0 &&
      h(
        'table',
        { class: 'begin-figures' },
        h('thead', {}, h('tr', {}, h('th', {}, words.when), h('th', {}, words.value))),
        h(
          'tbody',
          {},
          ...lines.map(({ when, value }) => h('tr', {}, h('td', {}, when), h('td', {}, value))),
        ),
      ),
    problems.length > 0 &&
      h('ul', { class: 'begin-problems' }, ...problems.map((text) => h('li', {}, text))),
    look.valueColumns.length > 0 && dates?.node,
    look.valueColumns.length > 0 && values.node,
    lines.length > 0 && buttons(button(words.useTab, () => void use())),
  ];
}

/** Figures of a measure in a tab that has them, or typed here. */
function placeOfFigures(context: BeginContext): Child[] {
  const { words, state, send, draw, look, chosen } = context;
  const measure = list(
    words.measure,
    state.measures.map(({ name }) => [name, name] as const),
    () => showPlace(),
    chosen.measure,
  );
  const tab = list(
    words.where,
    [...state.tabs.map((title) => [title, title] as const), ['', words.typedHere]],
    () => showPlace(),
    chosen.tab,
  );
  const place = h('div', { class: 'begin-place' });
  const show = async (columns = { dateColumn: '', valueColumn: '' }): Promise<void> => {
    const asked = { measure: measure.value(), tab: tab.value(), ...columns };
    if (await send({ step: 'look', ...asked })) draw();
  };
  const typing = (): Child[] => {
    const lines = field(words.figureLines, { kind: 'lines', help: words.figureHelp });
    const save = async () => {
      const asked = { step: 'figures' as const, measure: measure.value(), lines: lines.value() };
      if (await send(asked)) draw();
    };
    return [lines.node, buttons(button(words.add, () => void save()))];
  };
  const showPlace = (): void => {
    chosen.measure = measure.value();
    chosen.tab = tab.value();
    const isLooked = look?.measure === measure.value() && look.tab === tab.value();
    if (tab.value() === '') {
      replaceChildren(place, ...typing());
      context.restore(place);
    } else if (isLooked)
      replaceChildren(place, ...lookPart(context, look, (own) => void show(own)));
    else replaceChildren(place, buttons(button(words.look, () => void show())));
  };
  showPlace();
  return [measure.node, state.tabs.length > 0 && tab.node, place];
}

export function figuresStep(context: BeginContext): Child[] {
  const { words, state, next } = context;
  const there = state.measures.flatMap(({ said }) => (said === '' ? [] : [said]));
  const isAsked = state.measures.length > 0;
  return [
    ...(isAsked ? placeOfFigures(context) : [h('p', {}, words.noMeasures)]),
    present(context, there),
    buttons(button(words.next, next, there.length > 0)),
  ];
}
