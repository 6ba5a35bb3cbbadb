import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../../src/preview/emulation/host/clock.ts';
import {
  type PushedProject,
  passTime,
  runTrigger,
} from '../../../src/preview/emulation/host/trigger-runner.ts';
import { emulatorText, errorOf, resultOf, testManifest } from '../../support/emulated-script.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const account = (startIso = '2026-03-27T12:00:00Z'): EmulatedAccount =>
  createAccount({ owner: 'anna@example.com', clock: fixedClock(Date.parse(startIso)) });

const clockTrigger = (chain: string, handler = 'recalculate') =>
  `ScriptApp.newTrigger('${handler}').timeBased().${chain}.create();`;

const LIST = `return ScriptApp.getProjectTriggers().map((trigger) => [trigger.getHandlerFunction(),
  String(trigger.getEventType()), String(trigger.getTriggerSource()), trigger.getTriggerSourceId()]);`;

describe('triggers', () => {
  it('are listed with what they do', () => {
    const one = account();
    resultOf(
      one,
      `${clockTrigger('everyHours(1)')}
       ScriptApp.newTrigger('onInput').forSpreadsheet('w1').onChange().create();`,
    );
    expect(resultOf(one, LIST)).toEqual([
      ['recalculate', 'CLOCK', 'CLOCK', null],
      ['onInput', 'ON_CHANGE', 'SPREADSHEETS', 'w1'],
    ]);
    expect(one.projects.sheet.triggers[0]).toMatchObject({
      owner: 'anna@example.com',
      schedule: { everyHours: 1 },
    });
  });

  it('show only to their maker, who alone can delete them', () => {
    const one = account();
    resultOf(one, clockTrigger('everyDays(1).atHour(7)'));
    const asUser = 'bram@example.com';
    expect(resultOf(one, LIST, { asUser })).toEqual([]);
    resultOf(one, `${clockTrigger('everyHours(4)', 'of Bram')}`, { asUser });
    resultOf(
      one,
      'for (const trigger of ScriptApp.getProjectTriggers()) ScriptApp.deleteTrigger(trigger);',
    );
    expect(one.projects.sheet.triggers.map(({ owner }) => owner)).toEqual([asUser]);
  });

  it('are twenty at most for each person', () => {
    const one = account();
    resultOf(one, `for (let i = 0; i < 20; i += 1) { ${clockTrigger('everyHours(1)')} }`);
    expect(errorOf(one, clockTrigger('everyHours(1)'))).toBe(
      'Exception: This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
    resultOf(one, clockTrigger('everyHours(1)'), { asUser: 'bram@example.com' });
    expect(one.projects.sheet.triggers).toHaveLength(21);
  });

  it.each(['getProjectTriggers()', `newTrigger('x')`])('need their scope: %s', (call) => {
    const manifest = { ...testManifest, oauthScopes: [] };
    expect(errorOf(account(), `ScriptApp.${call};`, { manifest })).toMatch(
      /Required permissions: https:\/\/www\.googleapis\.com\/auth\/script\.scriptapp$/,
    );
  });

  it.each([
    ['everyMinutes(7)', /It must be one of 1, 5, 10, 15 or 30\./],
    ['everyHours(3)', /It must be one of 1, 2, 4, 6, 8 or 12\./],
    ['everyDays(1).atHour(24)', /atHour was invalid: 24/],
    ['everyHours(1).atHour(7)', /do not go with everyHours/],
    ['everyHours(1).everyDays(1)', /one schedule, not everyHours and everyDays/],
    [`inTimezone('UTC')`, /needs a schedule/],
    [`onWeekDay('MONDAY')`, /don't match the method signature/],
  ])('refuse %s', (chain, text) => {
    expect(errorOf(account(), clockTrigger(chain))).toMatch(text);
  });
});

describe('the script', () => {
  it('knows its own id, and a token for the person', () => {
    const script = 'return [ScriptApp.getScriptId(), ScriptApp.getOAuthToken()];';
    expect(resultOf(account(), script)).toEqual([
      'sheet-project',
      'emulated-token-of-anna@example.com',
    ]);
    expect(resultOf(account(), script, { project: 'connector' })).toEqual([
      'connector-project',
      'emulated-token-of-anna@example.com',
    ]);
  });
});

const pushed = (timeZone: string): PushedProject => ({
  emulator: emulatorText(),
  code: `function recalculate(event) {
    console.log(new Date().toISOString() + ' ' + event.hour + ' ' + event['day-of-week']);
  }`,
  manifest: { ...testManifest, timeZone },
});

/** When the trigger fired, as the script itself saw it. */
function firings(chain: string, days: number, startIso: string, timeZone = 'Europe/Amsterdam') {
  const one = account(startIso);
  resultOf(one, clockTrigger(chain));
  const runs = passTime(one, 'sheet', pushed(timeZone), days * DAY);
  expect(one.clock.now()).toBe(Date.parse(startIso) + days * DAY);
  return runs.map(({ result }) => result.log[0]?.text);
}

describe('time that passes', () => {
  it('fires an hourly trigger each hour', () => {
    expect(firings('everyHours(8)', 1, '2026-01-15T09:30:00Z')).toEqual([
      '2026-01-15T17:30:00.000Z 18 4',
      '2026-01-16T01:30:00.000Z 2 5',
      '2026-01-16T09:30:00.000Z 10 5',
    ]);
  });

  it('fires a daily trigger at the hour of the script’s zone, also when clocks change', () => {
    expect(firings('everyDays(1).atHour(7).nearMinute(30)', 3, '2026-03-27T12:00:00Z')).toEqual([
      '2026-03-28T06:30:00.000Z 7 6',
      '2026-03-29T05:30:00.000Z 7 7',
      '2026-03-30T05:30:00.000Z 7 1',
    ]);
  });

  it('fires in the zone the trigger names', () => {
    expect(
      firings(`everyDays(1).atHour(7).inTimezone('America/New_York')`, 1, '2026-01-15T00:00:00Z'),
    ).toEqual(['2026-01-15T12:00:00.000Z 13 4']);
  });

  it('keeps to every second day, to a day of the week and to a day of the month', () => {
    expect(firings('everyDays(2).atHour(6)', 5, '2026-01-15T00:00:00Z', 'UTC')).toEqual([
      '2026-01-15T06:00:00.000Z 6 4',
      '2026-01-17T06:00:00.000Z 6 6',
      '2026-01-19T06:00:00.000Z 6 1',
    ]);
    expect(
      firings('onWeekDay(ScriptApp.WeekDay.MONDAY).atHour(9)', 15, '2026-01-14T00:00:00Z', 'UTC'),
    ).toEqual(['2026-01-19T09:00:00.000Z 9 1', '2026-01-26T09:00:00.000Z 9 1']);
    expect(firings('onMonthDay(31).atHour(0)', 75, '2026-01-30T12:00:00Z', 'UTC')).toEqual([
      '2026-01-31T00:00:00.000Z 0 6',
      '2026-03-31T00:00:00.000Z 0 2',
    ]);
  });

  it('fires a trigger for one moment once', () => {
    expect(firings('after(90000)', 2, '2026-01-15T00:00:00Z', 'UTC')).toEqual([
      '2026-01-15T00:01:30.000Z 0 4',
    ]);
    expect(firings('atDate(2026, 1, 16)', 3, '2026-01-15T00:00:00Z', 'UTC')).toEqual([
      '2026-01-16T00:00:00.000Z 0 5',
    ]);
  });

  it('says which function is missing when the handler is gone', () => {
    const one = account();
    resultOf(one, clockTrigger('everyHours(1)', 'renamed'));
    const [run] = passTime(one, 'sheet', pushed('UTC'), HOUR);
    expect(run?.result.error?.message).toBe('Script function not found: renamed');
  });
});

describe('run now', () => {
  it('runs as the trigger’s maker and leaves the schedule as it was', () => {
    const one = account('2026-01-15T09:30:00Z');
    resultOf(one, clockTrigger('everyDays(1).atHour(10)', 'who'), { asUser: 'bram@example.com' });
    const [trigger] = one.projects.sheet.triggers;
    if (trigger === undefined) throw new Error('no trigger');
    const code = 'function who() { console.log(Session.getEffectiveUser().getEmail()); }';
    const { log } = runTrigger(one, 'sheet', { ...pushed('UTC'), code }, trigger);
    expect(log.map(({ text }) => text)).toEqual(['bram@example.com']);
    expect(passTime(one, 'sheet', { ...pushed('UTC'), code }, HOUR)).toHaveLength(1);
  });
});
