import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';
import { createTrigger } from './trigger.ts';
import { WEEK_DAY_CLASS } from './week-days.ts';

type ClockTriggerBuilderApi = GoogleAppsScript.Script.ClockTriggerBuilder;

interface ClockState {
  builder: unknown;
  readonly handler: string;
  readonly schedule: Record<string, number | string>;
}

const CLASS_NAME = 'ScriptApp.ClockTriggerBuilder';

/** [documented] Minutes. [assumed] Hours, and the sentence. */
const ALLOWED: Readonly<Record<string, readonly number[]>> = {
  everyMinutes: [1, 5, 10, 15, 30],
  everyHours: [1, 2, 4, 6, 8, 12],
};

const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  atHour: [0, 23],
  nearMinute: [0, 59],
  onMonthDay: [1, 31],
};

function refuseOutside(method: string, value: number): void {
  const allowed = ALLOWED[method];
  if (allowed !== undefined && !allowed.includes(value)) {
    const last = allowed[allowed.length - 1];
    throw platformError(
      `The value you passed to ${method} was invalid. It must be one of ${allowed.slice(0, -1).join(', ')} or ${last}.`,
    );
  }
  const [lowest, highest] = RANGES[method] ?? [1, Number.MAX_SAFE_INTEGER];
  if (!Number.isInteger(value) || value < lowest || value > highest) {
    throw platformError(`The value you passed to ${method} was invalid: ${value}`);
  }
}

function numberSetter(method: string) {
  return (state: ClockState, ...args: unknown[]) => {
    checkArguments(`${CLASS_NAME}.${method}`, args, ['number']);
    const value = Number(args[0]);
    if (method !== 'after') refuseOutside(method, value);
    state.schedule[method] = value;
    return state.builder;
  };
}

/** What makes it fire; a trigger has exactly one. */
const FREQUENCIES = [
  'after',
  'at',
  'atDate',
  'everyMinutes',
  'everyHours',
  'everyDays',
  'everyWeeks',
  'onMonthDay',
];
/** [documented] An hour and a minute go with days, weeks and dates only. */
const WITHOUT_HOUR = ['after', 'at', 'everyMinutes', 'everyHours'];

/** [assumed] The sentences; the platform's were not found. */
function refuseUnclear(schedule: ClockState['schedule']): void {
  const chosen = FREQUENCIES.filter((name) => name in schedule);
  // A week day without a number of weeks means each week.
  if (chosen.length === 0 && 'onWeekDay' in schedule) return;
  if (chosen.length !== 1) {
    throw platformError(
      chosen.length === 0
        ? 'A clock trigger needs a schedule before create().'
        : `A clock trigger has one schedule, not ${chosen.join(' and ')}.`,
    );
  }
  const hasHour = 'atHour' in schedule || 'nearMinute' in schedule;
  if (hasHour && WITHOUT_HOUR.includes(String(chosen[0]))) {
    throw platformError(`atHour and nearMinute do not go with ${chosen[0]}.`);
  }
}

const MEMBERS = {
  after: numberSetter('after'),
  everyMinutes: numberSetter('everyMinutes'),
  everyHours: numberSetter('everyHours'),
  everyDays: numberSetter('everyDays'),
  everyWeeks: numberSetter('everyWeeks'),
  atHour: numberSetter('atHour'),
  nearMinute: numberSetter('nearMinute'),
  onMonthDay: numberSetter('onMonthDay'),
  at(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.at`, args, ['date']);
    state.schedule.at = Number(args[0]);
    return state.builder;
  },
  atDate(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.atDate`, args, ['number', 'number', 'number']);
    const [year, month, day] = args.map(String);
    state.schedule.atDate = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return state.builder;
  },
  onWeekDay(state, ...args: unknown[]) {
    const name = stateOf<string>(WEEK_DAY_CLASS, args[0]);
    if (typeof name !== 'string') checkArguments(`${CLASS_NAME}.onWeekDay`, args);
    state.schedule.onWeekDay = String(name);
    return state.builder;
  },
  inTimezone(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.inTimezone`, args, ['string']);
    state.schedule.inTimezone = String(args[0]);
    return state.builder;
  },
  create({ handler, schedule }) {
    refuseUnclear(schedule);
    return createTrigger({ handler, eventType: 'CLOCK', source: 'CLOCK', schedule });
  },
} satisfies Required<Emulates<ClockTriggerBuilderApi, ClockState>>;

export function clockTriggerBuilder(handler: string): unknown {
  const state: ClockState = { builder: null, handler, schedule: {} };
  state.builder = emulatedObject(CLASS_NAME, MEMBERS, state);
  return state.builder;
}
