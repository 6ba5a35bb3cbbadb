import { SCHEDULE_HANDLER } from '../workflows/menu/menu-items.ts';
import type { Schedule } from '../workflows/ports.ts';

const MORNING_HOUR = 6;

const ownTriggers = () =>
  ScriptApp.getProjectTriggers().filter(
    (trigger) => trigger.getHandlerFunction() === SCHEDULE_HANDLER,
  );

/** Time-driven triggers of the person who runs this: Google shows nobody else's. */
export const googleSchedule: Schedule = {
  set(choice) {
    for (const trigger of ownTriggers()) ScriptApp.deleteTrigger(trigger);
    const builder = () => ScriptApp.newTrigger(SCHEDULE_HANDLER).timeBased();
    if (choice === 'hourly') builder().everyHours(1).create();
    if (choice === 'daily') builder().everyDays(1).atHour(MORNING_HOUR).create();
  },
};
