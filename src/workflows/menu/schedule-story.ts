import { MENU_MESSAGES } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { openStoredData } from '../hidden-tab/open-stored-data.ts';
import { knownSchedule } from '../hidden-tab/register.ts';
import { NO_STORED_DATA } from '../hidden-tab/stored-data.ts';
import { momentText } from '../workbook/moment-text.ts';
import { nextRunText, overdueText, turnsInWords } from '../workbook/schedule-text.ts';
import type { SchedulePorts } from './schedule-runs.ts';

const SHOWN_RUNS = 8;

/** Who runs the schedule, when it ran, what failed and when it is next, line by line. */
export function scheduleStory(ports: SchedulePorts, fileId: string, language: Language): string {
  const { reader, clock, person } = ports;
  const words = MENU_MESSAGES[language];
  const facts = reader.facts(fileId);
  const { timeZone } = facts;
  const { register, stamp } =
    openStoredData(facts, reader, ports.compression)?.stored ?? NO_STORED_DATA;
  const schedule = knownSchedule(register, facts);
  const { turns, by } = schedule;
  const isMine = turns !== null && by === person.email();
  const runs = register.runs
    .slice(0, SHOWN_RUNS)
    .map((run) =>
      words.run(momentText(clock, run.at, timeZone, language), run.trigger, run.by, run.failure),
    );
  return [
    turns === null
      ? words.scheduledOff
      : words.runsNow(turnsInWords(turns, language), timeZone, by),
    nextRunText(clock, { ...schedule, by: '' }, language),
    isMine && !ports.schedule.isSet() ? words.noTrigger : '',
    stamp === null ? '' : overdueText(clock, schedule, stamp.recalculatedAt, language),
    runs.length === 0 ? '' : ['', words.lastRuns, ...runs].join('\n'),
  ]
    .filter((text) => text !== '')
    .join('\n');
}
