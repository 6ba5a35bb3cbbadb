import type { Day } from '../../core/model/calendar-date.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import { readTurns, type Turns } from '../../core/model/turns.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { WorkbookMark } from '../ports.ts';
import type { RunRegister, StoredStamp } from './stored-data.ts';

/**
 * What one glance at the workbook tells, without a cell being read: the moment of recalculation,
 * what the connector needs to know before it knows which table, and how the schedule goes.
 */
export interface ResultMark {
  readonly moment: string;
  readonly today: Day;
  readonly isTodaySet: boolean;
  readonly language: Language;
  readonly currency: string;
  readonly turns: Turns | null;
  /** On whose authorisation the schedule runs; '' for nobody's. */
  readonly scheduledBy: string;
  /** When the last run failed, in milliseconds since 1970 UTC; null when it went well. */
  readonly failedAt: number | null;
  /** Whether the workbook holds results alone, put there for a group: nothing can be computed. */
  readonly isPublished: boolean;
}

/** Blanks stand between the parts of a mark. */
const NOBODY = '-';
const PUBLISHED = 'published';

/** `isPublished` as in `ResultMark`. */
export function markText(
  stamp: StoredStamp,
  { runs, schedule }: RunRegister,
  isPublished = false,
): string {
  const [last] = runs;
  return [
    stamp.recalculatedAt,
    stamp.today,
    stamp.isTodaySet ? 1 : 0,
    stamp.language,
    stamp.currency,
    schedule.choice,
    last !== undefined && last.failure !== '' ? last.at : 0,
    schedule.by === '' ? NOBODY : schedule.by.replace(/\s/g, ''),
    ...(isPublished ? [PUBLISHED] : []),
  ].join(' ');
}

/** Failure and person are missing where an earlier version recalculated last. */
const MARK = /^(\d+) (-?\d+) ([01]) ([a-z]{2}) ([A-Z]{3}) (\S+)(?: (\d+) (\S+))?( published)?$/;

/** Null where there is none, or one that this version does not understand. */
export function readMark(mark: WorkbookMark | null): ResultMark | null {
  const match = MARK.exec(mark?.text ?? '');
  if (match === null) return null;
  const [
    ,
    moment,
    today,
    isTodaySet,
    code,
    currency,
    turns,
    failedAt = '0',
    by = NOBODY,
    published,
  ] = match;
  const language = LANGUAGES.find((known) => known === code);
  if (language === undefined) return null;
  return {
    moment,
    today: Number(today),
    isTodaySet: isTodaySet === '1',
    language,
    currency,
    turns: readTurns(turns),
    scheduledBy: by === NOBODY ? '' : by,
    failedAt: failedAt === '0' ? null : Number(failedAt),
    isPublished: published !== undefined,
  };
}
