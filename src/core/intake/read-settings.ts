import type { Day } from '../model/calendar-date.ts';
import type { CellPlace } from '../model/issue.ts';
import { languageOf } from '../model/locale.ts';
import type { Settings } from '../model/workspace.ts';
import { shown } from './cell/cell-reading.ts';
import { monthNamed } from './cell/month-names.ts';
import { readNumber } from './cell/read-number.ts';
import { currencyCode } from './cell/read-unit.ts';
import type { FoundTab } from './find-header.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import { SETTINGS, type SettingLayout } from './layout/settings-list.ts';
import { nearestName } from './nearest-name.ts';
import { normaliseHeader } from './normalise-text.ts';
import type { ReadContext } from './read-context.ts';
import { reportBounds, rowsOf, type TabRow } from './tab-row.ts';

type SettingValue = string | number | null;

/** Settings as typed, by id, with the row of each; unknown names and bad values are issues. */
interface TypedSettings {
  readonly values: ReadonlyMap<string, SettingValue>;
  readonly places: ReadonlyMap<string, CellPlace>;
}

/** The Settings tab with every blank and every bad cell filled with its default. */
export function readSettings(
  tab: FoundTab | null,
  workbookLocale: string,
  context: ReadContext,
): Settings {
  const typed = readTyped(tab, context);
  const value = (id: string): SettingValue => {
    const layout = SETTINGS.find((setting) => setting.id === id);
    return typed.values.get(id) ?? layout?.standard ?? null;
  };
  const number = (id: string): number => Number(value(id));
  const text = (id: string): string => String(value(id) ?? '');
  const language = typed.values.get('language');
  return {
    organisation: text('organisation'),
    language: language === 'nl' || language === 'en' ? language : languageOf(workbookLocale),
    currency: text('currency'),
    fiscalStartMonth: number('fiscal_start_month'),
    today: todayOf(value('today')),
    compareWithDays: number('compare_with_days'),
    ...thresholds(typed, number('on_course_from'), number('at_risk_from'), context),
    tooEarlyBelow: number('too_early_below'),
    recentSpeedWindowDays: number('recent_speed_window'),
    isDigestOn: text('digest_on') !== 'off',
    reportTemplate: text('report_template'),
    reportLink: text('report_link'),
  };
}

const todayOf = (value: SettingValue): Day | null => (typeof value === 'number' ? value : null);

function thresholds(
  typed: TypedSettings,
  onCourse: number,
  atRisk: number,
  context: ReadContext,
): { onCourseFrom: number; atRiskFrom: number } {
  if (onCourse >= atRisk) return { onCourseFrom: onCourse, atRiskFrom: atRisk };
  const place = typed.places.get('on_course_from') ?? typed.places.get('at_risk_from');
  if (place !== undefined) context.issues.add('E_THRESHOLDS', place, { onCourse, atRisk });
  const standard = (id: string): number =>
    Number(SETTINGS.find((setting) => setting.id === id)?.standard);
  return { onCourseFrom: standard('on_course_from'), atRiskFrom: standard('at_risk_from') };
}

function readTyped(tab: FoundTab | null, context: ReadContext): TypedSettings {
  const values = new Map<string, SettingValue>();
  const places = new Map<string, CellPlace>();
  const nearest = nearestName(SETTINGS.map((setting) => setting.name[context.language]));
  for (const row of tab === null ? [] : rowsOf(tab, context)) {
    const name = row.text('setting');
    if (name === '') continue;
    const layout = settingNamed(name);
    const place = row.place('setting');
    if (layout === null) {
      const details = { received: shown(name), suggestion: nearest(name) };
      context.issues.add('W_SETTING', place, details);
      continue;
    }
    if (places.has(layout.id)) context.issues.add('W_SETTING_TWICE', place, { received: name });
    places.set(layout.id, row.place('value'));
    // A sentence about "Value" could be about any setting.
    row.columnName = () => layout.name[context.language];
    if (row.has('value')) values.set(layout.id, readSetting(row, layout, context));
  }
  return { values, places };
}

function settingNamed(name: string): SettingLayout | null {
  const key = normaliseHeader(name);
  const isNamed = (spelling: string): boolean => normaliseHeader(spelling) === key;
  return (
    SETTINGS.find((setting) =>
      [setting.name.en, setting.name.nl, setting.id, ...setting.synonyms].some(isNamed),
    ) ?? null
  );
}

function readSetting(row: TabRow, layout: SettingLayout, context: ReadContext): SettingValue {
  switch (layout.kind) {
    case 'number':
      return within(daysIn(row.cell('value')) ?? row.number('value'), row, layout);
    case 'share':
      return within(row.number('value'), row, layout);
    case 'month':
      return within(monthOf(row, context), row, layout);
    case 'date':
      return row.firstDay('value');
    case 'choice':
      return row.choice('value', choicesOf(layout));
    case 'currency':
      return currencyOf(row);
    case 'text':
      return row.text('value');
  }
}

const choicesOf = (layout: SettingLayout) =>
  layout.id === 'language' ? CHOICE_LISTS.language : CHOICE_LISTS.digest_on;

/** "7 days" as the number it is: the numbers among the settings are days. */
function daysIn(cell: unknown): number | null {
  const match =
    typeof cell === 'string' ? /^(\d{1,4}) ?(?:days?|dag(?:en)?)$/i.exec(cell.trim()) : null;
  return match === null ? null : Number(match[1]);
}

function within(value: number | null, row: TabRow, { bounds }: SettingLayout): number | null {
  if (value === null || bounds === undefined) return value;
  const [low, high] = bounds;
  if (value >= low && value <= high) return value;
  reportBounds(row, 'value', value, low, high);
  return null;
}

/** A month's number or name. */
function monthOf(row: TabRow, context: ReadContext): number | null {
  const cell = row.cell('value');
  const named = typeof cell === 'string' ? monthNamed(cell) : null;
  if (named !== null) return named;
  const reading = readNumber(cell, row.format('value'), context.locale);
  if (reading.kind === 'value' && Number.isInteger(reading.value)) return reading.value;
  reportBounds(row, 'value', shown(cell), 1, 12);
  return null;
}

const CURRENCIES = {
  expectedEn: 'EUR, USD, GBP, or another code of three letters',
  expectedNl: 'EUR, USD, GBP, of een andere code van drie letters',
};

function currencyOf(row: TabRow): string | null {
  const text = row.text('value');
  const code = currencyCode(text);
  if (code === null && text !== '') {
    row.report('E_CHOICE', { received: shown(text), ...CURRENCIES }, 'value');
  }
  return code;
}
