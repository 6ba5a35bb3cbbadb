import type { ChoiceListId } from './choices.ts';

/** One row of the Settings tab. */
export interface SettingLayout {
  readonly cell:
    | 'text'
    | 'number'
    | 'share'
    | 'date'
    | 'choice'
    | 'month'
    | 'hour'
    | 'currency'
    | 'link';
  /** What a blank means; null: nothing. */
  readonly standard: string | number | null;
  readonly choices?: ChoiceListId;
  /** Inclusive. */
  readonly bounds?: readonly [low: number, high: number];
}

/** Every setting by id, in the order in which they stand. */
export const SETTINGS = {
  organisation: { cell: 'text', standard: '' },
  language: { cell: 'choice', standard: null, choices: 'language' },
  currency: { cell: 'currency', standard: 'EUR' },
  fiscal_start_month: { cell: 'month', standard: 1, bounds: [1, 12] },
  today: { cell: 'date', standard: null },
  compare_with_days: { cell: 'number', standard: 7, bounds: [1, 366] },
  on_course_from: { cell: 'share', standard: 0.95, bounds: [0, 1.5] },
  at_risk_from: { cell: 'share', standard: 0.8, bounds: [0, 1.5] },
  too_early_below: { cell: 'share', standard: 0.15, bounds: [0, 0.5] },
  recent_speed_window: { cell: 'number', standard: 28, bounds: [1, 366] },
  digest_on: { cell: 'choice', standard: 'off', choices: 'digest_on' },
  digest_hour: { cell: 'hour', standard: 8, bounds: [0, 23] },
  report_template: { cell: 'text', standard: '' },
  report_link: { cell: 'text', standard: '' },
  board_link: { cell: 'link', standard: '' },
} as const satisfies Readonly<Record<string, SettingLayout>>;

export type SettingId = keyof typeof SETTINGS;

export const SETTING_IDS = Object.keys(SETTINGS) as SettingId[]; // SAFETY: the keys of that record.
