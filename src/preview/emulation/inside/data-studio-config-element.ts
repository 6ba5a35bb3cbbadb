import { withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';

type TextInput = GoogleAppsScript.Data_Studio.TextInput;
type TextArea = GoogleAppsScript.Data_Studio.TextArea;
type SelectSingle = GoogleAppsScript.Data_Studio.SelectSingle;
type SelectMultiple = GoogleAppsScript.Data_Studio.SelectMultiple;
type Checkbox = GoogleAppsScript.Data_Studio.Checkbox;
type Info = GoogleAppsScript.Data_Studio.Info;
type OptionBuilder = GoogleAppsScript.Data_Studio.OptionBuilder;

export type ElementClass =
  | 'TextInput'
  | 'TextArea'
  | 'SelectSingle'
  | 'SelectMultiple'
  | 'Checkbox'
  | 'Info';

export interface ElementRecord {
  readonly elementClass: ElementClass;
  /** The builder that stands for this record in the script. */
  element: unknown;
  options: OptionRecord[] | null;
  text: Partial<Record<TextProperty, string | null>>;
  flags: Partial<Record<FlagProperty, boolean>>;
}

interface OptionRecord {
  option: unknown;
  label: string | null;
  value: string | null;
}

type TextProperty = 'name' | 'displayName' | 'helpText' | 'placeholder' | 'text';
type FlagProperty = 'isDynamic' | 'allowOverride';

const OPTION_CLASS = 'DataStudioApp.OptionBuilder';

function textSetter(method: string, property: TextProperty) {
  return (record: ElementRecord, ...args: unknown[]) => {
    checkArguments(`DataStudioApp.${record.elementClass}.${method}`, args, ['string']);
    record.text[property] = args[0] === null ? null : String(args[0]);
    return record.element;
  };
}

function flagSetter(method: string, property: FlagProperty) {
  return (record: ElementRecord, ...args: unknown[]) => {
    checkArguments(`DataStudioApp.${record.elementClass}.${method}`, args, ['boolean']);
    record.flags[property] = args[0] === true;
    return record.element;
  };
}

function addOption(record: ElementRecord, ...args: unknown[]) {
  const option = stateOf<OptionRecord>(OPTION_CLASS, args[0]);
  if (option === null) checkArguments(`DataStudioApp.${record.elementClass}.addOption`, args);
  else record.options = [...(record.options ?? []), option];
  return record.element;
}

const QUESTION = {
  setId: textSetter('setId', 'name'),
  setName: textSetter('setName', 'displayName'),
  setHelpText: textSetter('setHelpText', 'helpText'),
  setAllowOverride: flagSetter('setAllowOverride', 'allowOverride'),
  setIsDynamic: flagSetter('setIsDynamic', 'isDynamic'),
};
const TYPED = { ...QUESTION, setPlaceholder: textSetter('setPlaceholder', 'placeholder') };

/** One record per kind of element: how the answer's JSON calls it, and its methods. */
const KINDS = {
  TextInput: {
    type: 'TEXTINPUT',
    members: TYPED satisfies Required<Emulates<TextInput, ElementRecord>>,
  },
  TextArea: {
    type: 'TEXTAREA',
    members: TYPED satisfies Required<Emulates<TextArea, ElementRecord>>,
  },
  SelectSingle: {
    type: 'SELECT_SINGLE',
    members: { ...QUESTION, addOption } satisfies Required<Emulates<SelectSingle, ElementRecord>>,
  },
  SelectMultiple: {
    type: 'SELECT_MULTIPLE',
    members: { ...QUESTION, addOption } satisfies Required<Emulates<SelectMultiple, ElementRecord>>,
  },
  Checkbox: {
    type: 'CHECKBOX',
    members: QUESTION satisfies Required<Emulates<Checkbox, ElementRecord>>,
  },
  Info: {
    type: 'INFO',
    members: {
      setId: QUESTION.setId,
      setText: textSetter('setText', 'text'),
    } satisfies Required<Emulates<Info, ElementRecord>>,
  },
};

export function newElement(elementClass: ElementClass): ElementRecord {
  const record: ElementRecord = { elementClass, element: null, options: null, text: {}, flags: {} };
  const { members } = KINDS[elementClass];
  record.element = emulatedObject(`DataStudioApp.${elementClass}`, members, record);
  return record;
}

const OPTION_MEMBERS = {
  setLabel(record, ...args: unknown[]) {
    checkArguments(`${OPTION_CLASS}.setLabel`, args, ['string']);
    record.label = args[0] === null ? null : String(args[0]);
    return record.option;
  },
  setValue(record, ...args: unknown[]) {
    checkArguments(`${OPTION_CLASS}.setValue`, args, ['string']);
    record.value = args[0] === null ? null : String(args[0]);
    return record.option;
  },
} satisfies Required<Emulates<OptionBuilder, OptionRecord>>;

export function newOption(): unknown {
  const record: OptionRecord = { option: null, label: null, value: null };
  record.option = emulatedObject(OPTION_CLASS, OPTION_MEMBERS, record);
  return record.option;
}

/** [assumed] An option needs both; Google's text forbids '' and commas as a value, published connectors use them. */
function optionJson({ label, value }: OptionRecord, elementName: string) {
  if (label === null || value === null) {
    throw platformError(`An option of ${elementName} has no label or no value.`);
  }
  return { label, value };
}

/** [recorded live] The keys and which are left out; allowOverride sits in parameterControl. */
export function elementJson(record: ElementRecord): Record<string, unknown> {
  const { text, flags, options } = record;
  const { allowOverride } = flags;
  return withoutUnset({
    displayName: text.displayName,
    helpText: text.helpText,
    isDynamic: flags.isDynamic,
    name: text.name,
    options: options?.map((option) => optionJson(option, String(text.name))),
    parameterControl: allowOverride === undefined ? undefined : { allowOverride },
    placeholder: text.placeholder,
    text: text.text,
    type: KINDS[record.elementClass].type,
  });
}
