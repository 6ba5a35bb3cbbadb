import { AGAIN_HANDLER, SCHEDULE_HANDLER } from '../workflows/menu/menu-items.ts';
import type { Schedule, ScheduleChoice } from '../workflows/ports.ts';

const MORNING_HOUR = 6;
/** A recalculation ends within six minutes. */
const AGAIN_MILLISECONDS = 600_000;

const ownTriggers = (handler: string) =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === handler);

function create(choice: ScheduleChoice): void {
  const builder = () => ScriptApp.newTrigger(SCHEDULE_HANDLER).timeBased();
  if (choice === 'hourly') builder().everyHours(1).create();
  if (choice === 'daily') builder().everyDays(1).atHour(MORNING_HOUR).create();
}

/** [documented] A trigger that fired once stays in the list until somebody removes it. */
function clearAgain(): void {
  for (const trigger of ownTriggers(AGAIN_HANDLER)) ScriptApp.deleteTrigger(trigger);
}

/** Time-driven triggers of the person who runs this: Google shows nobody else's. */
export const googleSchedule: Schedule = {
  set(choice) {
    const before = ownTriggers(SCHEDULE_HANDLER);
    create(choice);
    for (const trigger of before) ScriptApp.deleteTrigger(trigger);
    clearAgain();
  },
  again() {
    clearAgain();
    ScriptApp.newTrigger(AGAIN_HANDLER).timeBased().after(AGAIN_MILLISECONDS).create();
  },
  clearAgain,
};
