import type { Turns } from '../core/model/turns.ts';
import { AGAIN_HANDLER, SCHEDULE_HANDLER } from '../workflows/menu/menu-items.ts';
import type { Schedule } from '../workflows/ports.ts';

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

const ownTriggers = (handler: string) =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);

/** [documented] A trigger that fired once stays in the list until somebody removes it. */
function clearAgain(): void {
  for (const trigger of ownTriggers(AGAIN_HANDLER)) ScriptApp.deleteTrigger(trigger);
}

const newTrigger = (handler: string) => ScriptApp.newTrigger(handler).timeBased();

function create(turns: Turns, timeZone: string): void {
  const builder = newTrigger(SCHEDULE_HANDLER);
  if (turns.every === 'hour') builder.everyHours(1).create();
  else {
    const days =
      turns.every === 'day'
        ? builder.everyDays(1)
        : builder.everyWeeks(1).onWeekDay(ScriptApp.WeekDay[WEEKDAYS[turns.weekday - 1]]);
    // The script has a time zone of its own: that of whoever made it.
    days.atHour(turns.hour).inTimezone(timeZone).create();
  }
}

export const googleSchedule: Schedule = {
  set(turns, timeZone) {
    const before = ownTriggers(SCHEDULE_HANDLER);
    if (turns !== null) create(turns, timeZone);
    for (const trigger of before) ScriptApp.deleteTrigger(trigger);
    clearAgain();
  },
  isSet: () => ownTriggers(SCHEDULE_HANDLER).length > 0,
  again(minutes) {
    clearAgain();
    newTrigger(AGAIN_HANDLER)
      .after(minutes * 60_000)
      .create();
  },
  clearAgain,
};
