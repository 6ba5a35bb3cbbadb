import { type Emulates, emulatedObject } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';
import { createTrigger } from './trigger.ts';

type SpreadsheetTriggerBuilderApi = GoogleAppsScript.Script.SpreadsheetTriggerBuilder;

interface SpreadsheetTriggerState {
  builder: unknown;
  readonly handler: string;
  readonly sourceId: string;
  eventType: string | null;
}

function onEvent(eventType: string) {
  return (state: SpreadsheetTriggerState) => {
    state.eventType = eventType;
    return state.builder;
  };
}

const MEMBERS = {
  onOpen: onEvent('ON_OPEN'),
  onEdit: onEvent('ON_EDIT'),
  onChange: onEvent('ON_CHANGE'),
  onFormSubmit: onEvent('ON_FORM_SUBMIT'),
  create({ handler, sourceId, eventType }) {
    // [assumed] The sentence.
    if (eventType === null) throw platformError('A spreadsheet trigger needs an event.');
    return createTrigger({ handler, eventType, source: 'SPREADSHEETS', sourceId, schedule: {} });
  },
} satisfies Required<Emulates<SpreadsheetTriggerBuilderApi, SpreadsheetTriggerState>>;

/** [documented] For a spreadsheet, or for the id of one. */
export function spreadsheetTriggerBuilder(handler: string, args: readonly unknown[]): unknown {
  checkArguments('ScriptApp.TriggerBuilder.forSpreadsheet', args, ['string'], ['object']);
  const [source] = args;
  const id: unknown =
    typeof source === 'string' ? source : Reflect.get(Object(source), 'getId')?.();
  const state: SpreadsheetTriggerState = {
    builder: null,
    handler,
    sourceId: String(id),
    eventType: null,
  };
  state.builder = emulatedObject('ScriptApp.SpreadsheetTriggerBuilder', MEMBERS, state);
  return state.builder;
}
