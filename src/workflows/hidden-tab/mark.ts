import type { Day } from '../../core/model/calendar-date.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { ScheduleChoice, WorkbookMark } from '../ports.ts';
import type { StoredStamp } from './stored-data.ts';

/**
 * What one glance at the workbook tells, without a cell being read: the moment of recalculation,
 * and what the connector needs to know before it knows which table.
 */
export interface ResultMark {
  readonly moment: string;
  readonly today: Day;
  readonly isTodaySet: boolean;
  readonly language: Language;
  readonly currency: string;
  readonly schedule: ScheduleChoice;
}

export const markText = (stamp: StoredStamp, schedule: ScheduleChoice): string =>
  [
    stamp.recalculatedAt,
    stamp.today,
    stamp.isTodaySet ? 1 : 0,
    stamp.language,
    stamp.currency,
    schedule,
  ].join(' ');

const SCHEDULES: readonly ScheduleChoice[] = ['off', 'hourly', 'daily'];

const MARK = /^(\d+) (-?\d+) ([01]) ([a-z]{2}) ([A-Z]{3}) (off|hourly|daily)$/;

/** Null where there is none, or one that this version does not understand. */
export function readMark(mark: WorkbookMark | null): ResultMark | null {
  const match = MARK.exec(mark?.text ?? '');
  if (match === null) return null;
  const [, moment, today, isTodaySet, code, currency, schedule] = match;
  const language = LANGUAGES.find((known) => known === code);
  if (language === undefined) return null;
  return {
    moment,
    today: Number(today),
    isTodaySet: isTodaySet === '1',
    language,
    currency,
    schedule: SCHEDULES.find((choice) => choice === schedule) ?? 'off',
  };
}
