import { emulatedEnum } from './emulated-object.ts';

export const WEEK_DAY_CLASS = 'ScriptApp.WeekDay';

export const WEEK_DAYS = emulatedEnum(WEEK_DAY_CLASS, [
  'SUNDAY',
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
]) satisfies Record<keyof typeof GoogleAppsScript.Base.Weekday, unknown>;
