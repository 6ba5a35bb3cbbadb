import { type Turns, turnsText } from '../../core/model/turns.ts';
import { PersonFailure } from '../failures.ts';
import { writeRegister } from '../hidden-tab/change-stored-data.ts';
import { openNow } from '../hidden-tab/open-stored-data.ts';
import { isOthers, knownSchedule } from '../hidden-tab/register.ts';
import { isCopyIn } from '../hidden-tab/stored-data.ts';
import type { Schedule } from '../ports.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';

export interface SchedulePorts extends RecalculationPorts {
  readonly schedule: Schedule;
}

export interface ScheduleReport {
  readonly turns: Turns | null;
  /** The workbook's, on whose clock the turns are. */
  readonly timeZone: string;
  /** Who ran it until now, when that was somebody else; '' for nobody. */
  readonly otherBy: string;
}

function schedule(ports: SchedulePorts, fileId: string, turns: Turns | null): ScheduleReport {
  const { facts, data } = openNow(ports, fileId);
  const { timeZone } = facts;
  const isCopy = data !== null && isCopyIn(data.stored, fileId);
  if (turns !== null && isCopy) throw new PersonFailure('IS_COPY', {});
  if (data === null) {
    ports.schedule.set(turns, timeZone);
    return { turns, timeZone, otherBy: '' };
  }
  const { register } = data.stored;
  const by = ports.person.email();
  const changed = { choice: turnsText(turns), by, timeZone };
  // The register first: a trigger that it does not know runs untold, one that is missing is missed.
  writeRegister(ports, facts, data, { ...register, schedule: changed });
  let isSet = false;
  try {
    ports.schedule.set(turns, timeZone);
    isSet = true;
  } finally {
    if (!isSet) writeRegister(ports, facts, data, register);
  }
  const wasOn = knownSchedule(register, facts).turns !== null;
  const otherBy = wasOn && isOthers(register.schedule, by) ? register.schedule.by : '';
  return { turns, timeZone, otherBy };
}

/**
 * From now on Koers recalculates in these turns, on the authorisation of this person, and nobody
 * else's any more. In a copy it does not until somebody says that the copy is the real workbook.
 */
export function scheduleRuns(
  ports: SchedulePorts,
  fileId: string,
  turns: Turns | null,
): ScheduleReport {
  // The register lives in the hidden tab, which the first recalculation makes.
  if (turns !== null && openNow(ports, fileId).data === null) recalculate(ports, fileId, 'menu');
  return oneAtATime(ports.lock, () => schedule(ports, fileId, turns));
}

/** The same turns, on the authorisation of this person; null where there are none. */
export function takeOverSchedule(ports: SchedulePorts, fileId: string): ScheduleReport | null {
  const { facts, data } = openNow(ports, fileId);
  const turns = data === null ? null : knownSchedule(data.stored.register, facts).turns;
  return turns === null ? null : scheduleRuns(ports, fileId, turns);
}
