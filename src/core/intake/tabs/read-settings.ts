import { anyOf } from '../../language/cell-words.ts';
import { settingSpellings, settingWords } from '../../language/tab-words.ts';
import { CHOICES } from '../../layout/choices.ts';
import {
  SETTING_IDS,
  SETTINGS,
  type SettingId,
  type SettingLayout,
} from '../../layout/settings.ts';
import type { CellPlace } from '../../model/a1-notation.ts';
import { LANGUAGES, languageOf } from '../../model/locale.ts';
import { isWebAddress } from '../../model/web-address.ts';
import type { Settings } from '../../model/workspace.ts';
import { bad, shown } from '../cell/cell-reading.ts';
import { monthNamed } from '../cell/month-names.ts';
import { readChoice } from '../cell/read-choice.ts';
import { readDate } from '../cell/read-date.ts';
import { readNumber } from '../cell/read-number.ts';
import { currencyCode } from '../cell/read-unit.ts';
import { nearestName } from '../rows/nearest-name.ts';
import { reportBounds } from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { RowOf } from '../rows/tab-row.ts';
import { normaliseHeader } from '../sheet/normalise-text.ts';

/** What was typed for each setting, and where; unknown names and bad values are issues. */
interface TypedSettings {
  readonly values: Readonly<Partial<Record<SettingId, string | number | null>>>;
  readonly places: Readonly<Partial<Record<SettingId, CellPlace>>>;
}

/** The Settings tab with every blank and every bad cell filled with its default. */
export function readSettings(
  rows: readonly RowOf<'settings'>[],
  workbookLocale: string,
  context: ReadContext,
): Settings {
  const typed = readTyped(rows, context);
  const value = (id: SettingId) => typed.values[id] ?? SETTINGS[id].standard;
  const number = (id: SettingId): number => Number(value(id));
  const text = (id: SettingId): string => String(value(id) ?? '');
  const today = value('today');
  return {
    organisation: text('organisation'),
    language:
      LANGUAGES.find((code) => code === typed.values.language) ?? languageOf(workbookLocale),
    currency: text('currency'),
    fiscalStartMonth: number('fiscal_start_month'),
    today: typeof today === 'number' ? today : null,
    compareWithDays: number('compare_with_days'),
    ...thresholds(typed, number('on_course_from'), number('at_risk_from'), context),
    tooEarlyBelow: number('too_early_below'),
    recentSpeedWindowDays: number('recent_speed_window'),
    digestOn: CHOICES.digest_on.find((code) => code === value('digest_on')) ?? 'off',
    digestHour: number('digest_hour'),
    reportTemplate: text('report_template'),
    reportLink: text('report_link'),
    boardLink: text('board_link'),
  };
}

function thresholds(
  { places }: TypedSettings,
  onCourse: number,
  atRisk: number,
  context: ReadContext,
): Pick<Settings, 'onCourseFrom' | 'atRiskFrom'> {
  if (onCourse >= atRisk) return { onCourseFrom: onCourse, atRiskFrom: atRisk };
  const place = places.on_course_from ?? places.at_risk_from;
  if (place !== undefined) context.issues.add('E_THRESHOLDS', place, { onCourse, atRisk });
  return {
    onCourseFrom: SETTINGS.on_course_from.standard,
    atRiskFrom: SETTINGS.at_risk_from.standard,
  };
}

function readTyped(rows: readonly RowOf<'settings'>[], context: ReadContext): TypedSettings {
  const values: Partial<Record<SettingId, string | number | null>> = {};
  const places: Partial<Record<SettingId, CellPlace>> = {};
  const nearest = nearestName(SETTING_IDS.map((id) => settingWords(id, context.language).names[0]));
  for (const bare of rows) {
    const name = bare.read('setting');
    if (name === '') continue;
    const setting = settingNamed(name);
    const place = bare.place('setting');
    if (setting === null) {
      const details = { received: shown(name), suggestion: { nearest: nearest(name) } };
      context.issues.add('W_SETTING', place, details);
      continue;
    }
    if (places[setting] !== undefined) {
      context.issues.add('W_SETTING_TWICE', place, { received: name });
    }
    places[setting] = bare.place('value');
    // A sentence about "Value" could be about any setting.
    const row = bare.about({ called: { setting } });
    if (row.has('value')) values[setting] = readSetting(row, SETTINGS[setting], context);
  }
  return { values, places };
}

/** The setting of this name, in any language; null for none. */
export function settingNamed(name: string): SettingId | null {
  const key = normaliseHeader(name);
  const isNamed = (id: SettingId): boolean => {
    const { names, synonyms } = settingSpellings(id);
    return [id, ...names, ...synonyms].some((spelling) => normaliseHeader(spelling) === key);
  };
  return SETTING_IDS.find(isNamed) ?? null;
}

type ValueRow = RowOf<'settings'>;

function readSetting(
  row: ValueRow,
  { cell: kind, choices, bounds }: SettingLayout,
  context: ReadContext,
): string | number | null {
  const cell = row.cell('value');
  const number = () => row.take(readNumber(cell, row.format('value'), context.locale), 'value');
  switch (kind) {
    case 'number':
      return within(daysIn(cell) ?? number(), row, bounds);
    case 'share':
      return within(number(), row, bounds);
    case 'hour':
      return within(hourIn(cell) ?? number(), row, bounds);
    case 'month':
      return within(monthOf(row, context), row, bounds);
    case 'date': {
      const period = readDate(cell, row.format('value'), context.locale, context.cut);
      return row.take(period, 'value')?.start ?? null;
    }
    case 'choice':
      return choices === undefined ? null : row.take(readChoice(cell, choices), 'value');
    case 'currency':
      return currencyOf(row);
    case 'link':
      return linkOf(row);
    case 'text':
      return row.read('value');
  }
}

const DAYS = new RegExp(`^(\\d{1,4}) ?${anyOf(({ lengths }) => lengths.day)}$`, 'i');

/** "7 days" as the number it is: the numbers among the settings are days. */
function daysIn(cell: unknown): number | null {
  const match = typeof cell === 'string' ? DAYS.exec(cell.trim()) : null;
  return match === null ? null : Number(match[1]);
}

/** "08:00", or 8:00 as the part of a day that a sheet makes of it. */
function hourIn(cell: unknown): number | null {
  if (typeof cell === 'number') return cell > 0 && cell < 1 ? Math.floor(cell * 24 + 1e-6) : null;
  const match = typeof cell === 'string' ? /^(\d{1,2})[:.]\d{2}$/.exec(cell.trim()) : null;
  return match === null ? null : Number(match[1]);
}

function within(
  value: number | null,
  row: ValueRow,
  bounds: SettingLayout['bounds'],
): number | null {
  if (value === null || bounds === undefined) return value;
  const [low, high] = bounds;
  if (value >= low && value <= high) return value;
  reportBounds(row, 'value', value, low, high);
  return null;
}

/** A month's number or name. */
function monthOf(row: ValueRow, context: ReadContext): number | null {
  const cell = row.cell('value');
  const named = typeof cell === 'string' ? monthNamed(cell) : null;
  if (named !== null) return named;
  const reading = readNumber(cell, row.format('value'), context.locale);
  if (reading.kind === 'value' && Number.isInteger(reading.value)) return reading.value;
  reportBounds(row, 'value', shown(cell), 1, 12);
  return null;
}

/** A web address; anything else could be opened by nobody, or run something. */
function linkOf(row: ValueRow): string | null {
  const text = row.read('value');
  if (text === '' || isWebAddress(text)) return text;
  row.take(bad('E_LINK', { received: shown(text) }), 'value');
  return null;
}

function currencyOf(row: ValueRow): string | null {
  const text = row.read('value');
  const code = currencyCode(text);
  if (code === null && text !== '') {
    row.take(bad('E_CHOICE', { received: shown(text), expected: { any: 'currency' } }), 'value');
  }
  return code;
}
