import type { CellLocale } from '../cell/cell-locale.ts';
import {
  bad,
  type CellProblem,
  type CellReading,
  problemOf,
  read,
  shown,
} from '../cell/cell-reading.ts';
import { isOfCurrency, takeNumberApart } from '../cell/number-text.ts';
import { readInUnit } from '../cell/read-in-unit.ts';
import { readNumber } from '../cell/read-number.ts';
import { saidYesOrNo } from '../cell/read-yes-no.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { MeasureDictionary } from './measure-dictionary.ts';

/** A value of a measure that is a number, in the unit of the measure. */
export function readFigure(
  cell: unknown,
  format: FormatClass,
  position: number,
  dictionary: MeasureDictionary,
  locale: CellLocale,
): CellReading<number> {
  const { unit, numberStyle, name: measure } = dictionary.measures[position];
  const said = unit.kind === 'number' || unit.kind === 'percent' ? saidYesOrNo(cell) : null;
  if (said !== null) return read(said ? 1 : 0);
  const own = numberStyle === null ? locale : typedStyle(locale, numberStyle);
  const reading = readInUnit(cell, format, own, unit);
  if (typeof cell !== 'string') return reading;
  const received = shown(cell);
  if (reading.kind === 'bad') {
    const { code } = reading.problem;
    const isStyle = code === 'E_NUMBER_AMBIGUOUS' || code === 'E_DECIMAL_MARK';
    return isStyle ? bad('E_NUMBER_STYLE', { received, measure }) : reading;
  }
  if (reading.kind === 'blank') return reading;
  const { currency, isPercent } = takeNumberApart(cell);
  if (currency !== null) {
    // An amount without a unit is of the currency that is met first.
    const asked =
      unit.kind === 'currency' ? unit.currency : (dictionary.currencies[position] ?? currency);
    dictionary.currencies[position] = asked;
    if (!isOfCurrency(currency, asked)) return bad('E_CURRENCY', { received, currency: asked });
  }
  if (isPercent && unit.kind === 'number') return bad('E_PERCENT_UNIT', { received, measure });
  return reading;
}

const typedStyle = (locale: CellLocale, style: 'point' | 'comma'): CellLocale => ({
  ...locale,
  decimal: style === 'point' ? '.' : ',',
  isMarkKnown: true,
});

/** What a reader should know of a number that no cell shows, or that the workbook's own way of writing would refuse. */
export function toldOf(
  cell: unknown,
  format: FormatClass,
  value: number,
  { usual }: CellLocale,
): CellProblem | null {
  if (saidYesOrNo(cell) !== null) {
    return problemOf('I_YES_NO', { received: shown(cell), meant: { typed: value } });
  }
  if (usual === undefined || typeof cell !== 'string') return null;
  const reading = readNumber(cell, format, usual);
  const isOwn = reading.kind === 'bad' && /^E_(?:NUMBER_A|DECIMAL)/.test(reading.problem.code);
  const details = { received: shown(cell), meant: { typed: value } };
  return isOwn ? problemOf('I_NUMBER_STYLE', details) : null;
}
