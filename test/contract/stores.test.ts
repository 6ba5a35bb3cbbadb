import { createAccount } from '../../src/preview/emulation/host/account.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { memoryCache, memoryLock, memoryProperties } from '../workflows/memory-ports.ts';
import { nodeCompression } from '../workflows/node-compression.ts';
import {
  callAdapters,
  emulatedCache,
  emulatedCompression,
  emulatedProperties,
} from './emulated-adapters.ts';
import {
  cacheContract,
  compressionContract,
  lockContract,
  propertiesContract,
} from './stores.contract.ts';

const account = () =>
  createAccount({ owner: OWNER, workbooks: [workbookWith([tabWith('Blad1', [])])] });

cacheContract('of a user', () => emulatedCache(account()));
cacheContract('in memory', memoryCache);
propertiesContract('of a script', (values) => {
  const own = account();
  const { scriptProperties } = own.projects.sheet;
  for (const [key, value] of Object.entries(values)) scriptProperties.set(key, value);
  return emulatedProperties(own);
});
propertiesContract('in memory', memoryProperties);
compressionContract('of Utilities', () => emulatedCompression(account()));
compressionContract('of Node', () => nodeCompression);
lockContract('in memory', () => {
  const lock = memoryLock();
  return [lock, lock];
});

describe('the lock of a script', () => {
  it('is refused to another execution while one has it, and free when that one ends', () => {
    const shared = account();
    const answers: unknown[] = [];
    shared.beforeCall = ({ method }) => {
      if (method !== 'PropertiesService.getScriptProperties') return;
      shared.beforeCall = undefined;
      answers.push(...callAdapters(shared, [['scriptLock', 'acquire', 0]]));
    };
    // Holds the lock while it reads a property, in the middle of which the other one tries.
    answers.push(
      ...callAdapters(shared, [
        ['scriptLock', 'acquire', 0],
        ['properties', 'get', 'x'],
      ]),
    );
    answers.push(...callAdapters(shared, [['scriptLock', 'acquire', 0]]));
    expect(answers).toEqual([false, true, null, true]);
  });
});

describe('a cache of a user', () => {
  it('is empty for everybody else', () => {
    const shared = account();
    callAdapters(shared, [['cache', 'putAll', { key: 'mine' }, 600]], OWNER);
    const other = callAdapters(shared, [['cache', 'getAll', ['key']]], 'other@koers.example');
    expect(other).toEqual([{}]);
  });
});

describe('the clock', () => {
  it('has the civil date of the workbook, not that of the script or of the machine', () => {
    const late = Date.parse('2026-03-29T22:30:15Z');
    const [day, time] = callAdapters(account(), [
      ['clock', 'civilDay', late, 'Pacific/Auckland'],
      ['clock', 'civilTime', late, 'Europe/Amsterdam'],
    ]);
    expect(day).toBe(20_542);
    expect(time).toEqual({ day: 20_542, secondsOfDay: 30 * 60 + 15 });
  });
});

describe('a schedule', () => {
  const schedules = (shared: ReturnType<typeof account>) =>
    shared.projects.sheet.triggers.map(({ handler, schedule }) => [handler, schedule]);

  it('is one trigger at most, whatever was chosen before', () => {
    const shared = account();
    const set = (turns: object | null) =>
      callAdapters(shared, [['schedule', 'set', turns, 'Asia/Tokyo']]);
    set({ every: 'hour' });
    expect(schedules(shared)).toEqual([['recalculateOnSchedule', { everyHours: 1 }]]);
    set({ every: 'day', hour: 0 });
    expect(schedules(shared)).toEqual([
      ['recalculateOnSchedule', { everyDays: 1, atHour: 0, inTimezone: 'Asia/Tokyo' }],
    ]);
    set({ every: 'week', weekday: 7, hour: 23 });
    expect(schedules(shared)).toEqual([
      [
        'recalculateOnSchedule',
        { everyWeeks: 1, onWeekDay: 'SUNDAY', atHour: 23, inTimezone: 'Asia/Tokyo' },
      ],
    ]);
    expect(callAdapters(shared, [['schedule', 'isSet']])).toEqual([true]);
    set(null);
    expect(schedules(shared)).toEqual([]);
    expect(callAdapters(shared, [['schedule', 'isSet']])).toEqual([false]);
  });

  it('tries once more at a time, and not when there are no turns', () => {
    const shared = account();
    const call = (method: string, ...args: unknown[]) =>
      callAdapters(shared, [['schedule', method, ...args]]);
    call('again', 30);
    call('again', 30);
    expect(schedules(shared)).toEqual([['recalculateAgain', { after: 1_800_000 }]]);
    call('clearAgain');
    expect(schedules(shared)).toEqual([]);
    call('again', 30);
    call('set', null, 'UTC');
    expect(schedules(shared)).toEqual([]);
  });
});
