import { CHECKED_TRIGGER_HANDLER } from '../../workflows/menu/menu-items.ts';
import { sheetsService } from '../sheets-errors.ts';
import { odd, type ProbeRoom } from './probe.ts';

/** Names that Apps Script is said to lack, and some that newer JavaScript has. */
const NAMES = [
  ...['setTimeout', 'setInterval', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'atob'],
  ...['structuredClone', 'queueMicrotask', 'crypto', 'performance', 'process', 'window'],
  ...['require', 'module', 'navigator', 'AbortController', 'Buffer'],
];

const NEWER = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Iterator', 'Temporal'];

const NEWER_SYNTAX = [
  'return class { #x = 1 }',
  'return class { static x = 1 }',
  'return class { static { } }',
  'let a; a ??= 1; return a',
  'return /x/d',
  'return /[x--y]/v',
  'return [1].at(-1)',
  'return Object.hasOwn({}, "a")',
  'return [2, 1].toSorted()',
  'return "aa".replaceAll("a", "b")',
];

/** The type of what the text gives, or the name of the error. */
function understood(text: string): string {
  try {
    return typeof new Function(text)();
  } catch (error) {
    return error instanceof Error ? error.name : 'thrown';
  }
}

const typesOf = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, typeof Reflect.get(globalThis, name)]));

export const EXECUTION_PROBES: ProbeRoom = {
  'execution.missing_names': () => typesOf(NAMES),
  'execution.wrong_arguments': () => odd<() => void>(Utilities.newBlob)(),
  'execution.wrong_type': () => LockService.getUserLock().tryLock(odd('soon')),
};

/** What could be used one day: nothing rests on it. */
export const LANGUAGE_PROBES: ProbeRoom = {
  'language.newer_names': () => typesOf(NEWER),
  'language.newer_syntax': () =>
    Object.fromEntries(NEWER_SYNTAX.map((text) => [text, understood(text)])),
};

/** Each right by a call that needs it; a refusal names what is lacking. */
export const RIGHT_PROBES: ProbeRoom = {
  'rights.spreadsheets': () => SpreadsheetApp.getActiveSpreadsheet().getId() !== '',
  'rights.windows': () => String(SpreadsheetApp.getUi()),
  'rights.schedule': () => Array.isArray(ScriptApp.getProjectTriggers()),
  'rights.address': () => Session.getEffectiveUser().getEmail() !== '',
  'rights.sheets_service': () =>
    sheetsService().Spreadsheets?.get(SpreadsheetApp.getActiveSpreadsheet().getId(), {
      fields: 'spreadsheetId',
    }).spreadsheetId !== undefined,
  'rights.agreed_to': () => {
    const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
    const scopes: unknown = Reflect.get(info, 'getAuthorizedScopes')?.call(info);
    return { status: String(info.getAuthorizationStatus()), scopes };
  },
  'rights.mail': () => typeof MailApp.getRemainingDailyQuota(),
};

const MOMENT = () => new Date(Date.UTC(2026, 6, 1, 21, 30, 5));

export const TIME_PROBES: ProbeRoom = {
  'time.zone_of_the_script': () => Session.getScriptTimeZone(),
  'time.hour_of_a_moment': () => MOMENT().getHours(),
  'time.moment_of_midnight': () => new Date(2026, 0, 31).toISOString(),
  'time.text_of_a_moment': () => String(MOMENT()),
  'time.letters': () =>
    Utilities.formatDate(
      MOMENT(),
      'Europe/Amsterdam',
      "yyyy-MM-dd'T'HH:mm:ss XXX Z z EEE u D w h a",
    ),
  'time.other_letters': () =>
    Utilities.formatDate(MOMENT(), 'Asia/Kolkata', 'MMMM MMM M dd d EEEE E F k K S G yy y'),
  'time.unknown_zone': () => Utilities.formatDate(MOMENT(), 'Mars/Phobos', 'yyyy-MM-dd HH:mm'),
  'time.clock_change': () =>
    [0, 1, 2].map((hour) =>
      Utilities.formatDate(new Date(Date.UTC(2026, 2, 29, hour, 30)), 'Europe/Amsterdam', 'HH:mm'),
    ),
  'time.language_of_the_person': () => Session.getActiveUserLocale().length,
};

/** Asked for in vain: the script has no such function. */
const MISSING_HANDLER = 'noFunctionOfThisName';

/** A trigger that is there for the length of the question. */
function made(
  build: (builder: GoogleAppsScript.Script.ClockTriggerBuilder) => unknown,
  handler = CHECKED_TRIGGER_HANDLER,
) {
  const builder = ScriptApp.newTrigger(handler).timeBased();
  build(builder);
  const trigger = builder.create();
  try {
    return [
      trigger.getHandlerFunction(),
      String(trigger.getEventType()),
      String(trigger.getTriggerSource()),
    ];
  } finally {
    ScriptApp.deleteTrigger(trigger);
  }
}

/** Those that a check which was killed left behind. */
export function removeLeftTriggers(): void {
  for (const trigger of ScriptApp.getProjectTriggers()) {
    const isOurs = [CHECKED_TRIGGER_HANDLER, MISSING_HANDLER].includes(
      trigger.getHandlerFunction(),
    );
    if (isOurs) ScriptApp.deleteTrigger(trigger);
  }
}

export const TRIGGER_PROBES: ProbeRoom = {
  'triggers.daily': () => made((builder) => builder.everyDays(1).atHour(6)),
  'triggers.in_a_zone': () =>
    made((builder) => builder.everyDays(1).atHour(6).inTimezone('Europe/Amsterdam')),
  'triggers.in_an_unknown_zone': () =>
    made((builder) => builder.everyDays(1).atHour(6).inTimezone('Mars/Phobos')),
  'triggers.hourly': () => made((builder) => builder.everyHours(1)),
  'triggers.weekly': () =>
    made((builder) =>
      builder
        .everyWeeks(1)
        .onWeekDay(ScriptApp.WeekDay.MONDAY)
        .atHour(6)
        .inTimezone('Europe/Amsterdam'),
    ),
  'triggers.week_day_alone': () =>
    made((builder) => builder.onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(6)),
  'triggers.once': () => made((builder) => builder.after(1_800_000)),
  'triggers.every_seven_minutes': () => made((builder) => builder.everyMinutes(7)),
  'triggers.every_three_hours': () => made((builder) => builder.everyHours(3)),
  'triggers.hour_24': () => made((builder) => builder.everyDays(1).atHour(24)),
  'triggers.hour_of_hours': () => made((builder) => builder.everyHours(1).atHour(6)),
  'triggers.without_schedule': () => made(() => undefined),
  'triggers.two_schedules': () => made((builder) => builder.everyHours(1).everyDays(1)),
  'triggers.of_no_function': () => made((builder) => builder.everyHours(1), MISSING_HANDLER),
};
