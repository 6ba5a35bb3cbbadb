import { PersonFailure } from '../failures.ts';
import { writeRegister } from '../hidden-tab/change-stored-data.ts';
import { openStoredData } from '../hidden-tab/open-stored-data.ts';
import type { Schedule, ScheduleChoice } from '../ports.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';

export interface SchedulePorts extends RecalculationPorts {
  readonly schedule: Schedule;
}

export interface ScheduleReport {
  /** Somebody else whose own trigger Google shows to nobody but them; '' for nobody. */
  readonly otherBy: string;
}

/**
 * Switches the schedule of this person and writes down whose it is. In a copy it stays off until
 * somebody says that the copy is the real workbook.
 */
export function scheduleRuns(
  ports: SchedulePorts,
  fileId: string,
  choice: ScheduleChoice,
): ScheduleReport {
  const facts = ports.reader.facts(fileId);
  const isFirst = openStoredData(facts, ports.reader, ports.compression) === null;
  // The register lives in the hidden tab, which the first recalculation makes.
  if (isFirst && choice !== 'off') recalculate(ports, fileId, 'menu');
  return oneAtATime(ports.lock, () => switchSchedule(ports, fileId, choice));
}

function switchSchedule(
  ports: SchedulePorts,
  fileId: string,
  choice: ScheduleChoice,
): ScheduleReport {
  const by = ports.person.email();
  const facts = ports.reader.facts(fileId);
  const opened = openStoredData(facts, ports.reader, ports.compression);
  const isCopy = opened?.stored.identity !== null && opened?.stored.identity.fileId !== fileId;
  if (choice !== 'off' && isCopy) throw new PersonFailure('IS_COPY', {});
  if (opened === null) {
    ports.schedule.set(choice);
    return { otherBy: '' };
  }
  const { register } = opened.stored;
  const before = register.schedule;
  const isOthers = before.choice !== 'off' && before.by !== by;
  const keepsOthers = choice === 'off' && isOthers;
  const schedule = keepsOthers ? before : { choice, by: choice === 'off' ? '' : by };
  // The register first: a trigger that it does not know runs untold, one that is missing is missed.
  writeRegister(ports, facts, opened, { ...register, schedule });
  let isSet = false;
  try {
    ports.schedule.set(choice);
    isSet = true;
  } finally {
    if (!isSet) writeRegister(ports, facts, opened, register);
  }
  return { otherBy: isOthers ? before.by : '' };
}
