import type { Child } from '../../board/dom.ts';
import { h } from '../../board/dom.ts';
import type { ConfigParam } from '../data-studio/contract.ts';
import type { Answers, ConfigReply } from '../page-api.ts';

type Answer = Answers[string];

interface FormActions {
  /** An answer that changes the questions after it. */
  readonly onDynamicChange: (name: string, value: Answer) => void;
  readonly onSubmit: (answers: Answers) => void;
}

function control(param: ConfigParam, answer: Answer | undefined): HTMLElement {
  const id = `config-${param.name}`;
  const common = {
    id,
    name: param.name,
    'aria-describedby': param.helpText ? `${id}-help` : null,
    placeholder: param.placeholder ?? null,
  };
  if (param.type === 'TEXTAREA') {
    return h('textarea', { attributes: { ...common, rows: 3 } }, String(answer ?? ''));
  }
  if (param.type === 'CHECKBOX') {
    return h('input', { attributes: { ...common, type: 'checkbox', checked: answer === true } });
  }
  if (param.type === 'TEXTINPUT') {
    return h('input', { attributes: { ...common, type: 'text', value: String(answer ?? '') } });
  }
  const isMultiple = param.type === 'SELECT_MULTIPLE';
  const chosen = Array.isArray(answer) ? answer : [answer];
  return h(
    'select',
    { attributes: { ...common, multiple: isMultiple } },
    !isMultiple && h('option', { attributes: { value: '' } }, '–'),
    ...(param.options ?? []).map(({ label, value }) =>
      h('option', { attributes: { value, selected: chosen.includes(value) } }, label),
    ),
  );
}

function answerIn(form: HTMLFormElement, param: ConfigParam): Answer | undefined {
  const field = form.elements.namedItem(param.name);
  if (field instanceof HTMLInputElement && param.type === 'CHECKBOX') return field.checked;
  if (field instanceof HTMLSelectElement && param.type === 'SELECT_MULTIPLE') {
    return [...field.selectedOptions].map((option) => option.value);
  }
  if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  ) {
    return field.value === '' ? undefined : field.value;
  }
  return undefined;
}

function question(param: ConfigParam, answers: Answers): Child {
  if (param.type === 'INFO') return h('p', { class: 'config-info' }, param.text ?? '');
  const id = `config-${param.name}`;
  const label = h('label', { attributes: { for: id } }, param.displayName ?? param.name);
  const help =
    param.helpText !== undefined &&
    h('p', { class: 'help', attributes: { id: `${id}-help` } }, param.helpText);
  const field = control(param, answers[param.name]);
  return param.type === 'CHECKBOX'
    ? h('div', { class: 'question question-tick' }, field, label, help)
    : h('div', { class: 'question' }, label, field, help);
}

/** The connector's questions, drawn from its getConfig as Data Studio draws them. */
export function configForm(config: ConfigReply, submitLabel: string, actions: FormActions) {
  const answersIn = (form: HTMLFormElement): Answers => {
    const given = config.params.map((param) => [param.name, answerIn(form, param)] as const);
    return Object.fromEntries(
      given.flatMap(([name, answer]) => (answer === undefined ? [] : [[name, answer]])),
    );
  };
  const form: HTMLFormElement = h(
    'form',
    {
      class: 'config',
      on: {
        submit: (event) => {
          event.preventDefault();
          actions.onSubmit(answersIn(form));
        },
        change: (event) => {
          const target = event.target;
          if (!(target instanceof Element)) return;
          const param = config.params.find((one) => one.name === target.getAttribute('name'));
          if (param?.isDynamic !== true) return;
          actions.onDynamicChange(param.name, answerIn(form, param) ?? '');
        },
      },
    },
    ...config.params.map((param) => question(param, config.answers)),
    h('button', { class: 'button', attributes: { type: 'submit' } }, submitLabel),
  );
  return form;
}
