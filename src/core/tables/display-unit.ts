import { currencySign } from '../language/format-number.ts';
import { sentencesIn } from '../language/languages.ts';
import type { Measure, Unit } from '../model/measure.ts';
import type { Language } from '../model/workspace.ts';
import type { Cell, Cells } from './cells.ts';

const MINUTES_A_DAY = 1440;

/** Stored in shares and days; shown in percent and minutes. */
const DISPLAY_FACTORS: Readonly<Record<string, number | undefined>> = {
  percent: 100,
  duration: MINUTES_A_DAY,
};

/** A value in the unit it is shown in, without the last bit that a factor leaves: 2.4, not 2.4…04. */
export function displayed(value: number | null, unit: string): number | null {
  const factor = DISPLAY_FACTORS[unit];
  return value === null || factor === undefined ? value : Number((value * factor).toPrecision(15));
}

export const inDisplayUnit = (value: number | null, measure: Measure | null): number | null =>
  measure === null ? value : displayed(value, measure.unit.kind);

/** Language-free: number, percent, EUR … */
export const unitCode = ({ unit }: Measure): string =>
  unit.kind === 'currency' ? unit.currency : unit.kind;

const LABELS: Readonly<Record<Exclude<Unit['kind'], 'currency'>, (language: Language) => string>> =
  {
    number: () => '',
    percent: () => '%',
    points: (language) => sentencesIn(language).pointsUnit,
    seconds: () => 's',
    minutes: () => 'min',
    hours: (language) => sentencesIn(language).hoursUnit,
    days: (language) => sentencesIn(language).daysUnit,
    duration: () => 'min',
  };

export const unitLabel = ({ unit }: Measure, language: Language): string =>
  unit.kind === 'currency' ? currencySign(unit.currency) : LABELS[unit.kind](language);

interface Measured {
  readonly measure: Measure | null;
  /** ISO code of the workbook's currency. */
  readonly currency: string;
}

const isMoney = ({ measure, currency }: Measured): boolean =>
  measure?.unit.kind === 'currency' && measure.unit.currency === currency;

const isPercent = ({ measure }: Measured): boolean => measure?.unit.kind === 'percent';

/** The three ways to show one number of mixed units: in its own, as money, as a share. */
const TWIN_READERS: Readonly<Record<string, (value: number | null, measured: Measured) => Cell>> = {
  '': (value, { measure }) => inDisplayUnit(value, measure),
  _money: (value, measured) => (isMoney(measured) ? value : null),
  _percent: (value, measured) => (isPercent(measured) ? value : null),
};

/** Cells of numbers in the unit of the row's KPI, each with its typed twins. */
export function figureCells<Row>(
  measuredOf: (row: Row) => Measured,
  figures: Readonly<Record<string, (row: Row) => number | null>>,
  tail = '',
): Cells<Row> {
  return Object.fromEntries(
    Object.entries(figures).flatMap(([id, read]) =>
      Object.entries(TWIN_READERS).map(([suffix, show]) => [
        `${id}${suffix}${tail}`,
        (row: Row) => show(read(row), measuredOf(row)),
      ]),
    ),
  );
}
