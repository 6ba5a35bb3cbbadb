import {
  type ElementClass,
  type ElementRecord,
  elementJson,
  newElement,
  newOption,
} from './data-studio-config-element.ts';
import { printed, withoutUnset } from './data-studio-json.ts';
import { type Emulates, emulatedObject } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';

type Config = GoogleAppsScript.Data_Studio.Config;

interface ConfigRecord {
  config: unknown;
  readonly elements: ElementRecord[];
  dateRangeRequired: boolean | null;
  isSteppedConfig: boolean | null;
}

const CLASS_NAME = 'DataStudioApp.Config';

function add(record: ConfigRecord, elementClass: ElementClass): unknown {
  const element = newElement(elementClass);
  record.elements.push(element);
  return element.element;
}

/** [documented] Names are non-empty, without spaces and unique. [assumed] The sentences. */
function refuseBadNames(elements: readonly ElementRecord[]): void {
  const seen = new Set<string>();
  for (const { text, elementClass } of elements) {
    const { name } = text;
    if (name === undefined || name === null || name === '') {
      throw platformError(`A configuration entry (${elementClass}) has no id.`);
    }
    if (/\s/.test(name)) {
      throw platformError(`The id of a configuration entry has a space: ${name}`);
    }
    if (seen.has(name)) throw platformError(`Two configuration entries have the same id: ${name}`);
    seen.add(name);
  }
}

function configJson(record: ConfigRecord): Record<string, unknown> {
  refuseBadNames(record.elements);
  return withoutUnset({
    configParams: record.elements.map(elementJson),
    dateRangeRequired: record.dateRangeRequired,
    isSteppedConfig: record.isSteppedConfig,
  });
}

const MEMBERS = {
  newInfo: (record) => add(record, 'Info'),
  newTextInput: (record) => add(record, 'TextInput'),
  newTextArea: (record) => add(record, 'TextArea'),
  newSelectSingle: (record) => add(record, 'SelectSingle'),
  newSelectMultiple: (record) => add(record, 'SelectMultiple'),
  newCheckbox: (record) => add(record, 'Checkbox'),
  newOptionBuilder: () => newOption(),
  setDateRangeRequired(record, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setDateRangeRequired`, args, ['boolean']);
    record.dateRangeRequired = args[0] === true;
    return record.config;
  },
  setIsSteppedConfig(record, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setIsSteppedConfig`, args, ['boolean']);
    record.isSteppedConfig = args[0] === true;
    return record.config;
  },
  build: configJson,
  printJson: (record) => printed(configJson(record)),
} satisfies Required<Emulates<Config, ConfigRecord>>;

/** [assumed] A new, empty configuration each time: samples rebuild theirs with one global connector. */
export function newConfig(): unknown {
  const record: ConfigRecord = {
    config: null,
    elements: [],
    dateRangeRequired: null,
    isSteppedConfig: null,
  };
  record.config = emulatedObject(CLASS_NAME, MEMBERS, record);
  return record.config;
}
