import type { ChoiceCode, ChoiceListId } from '../../layout/choices.ts';
import type { CellKind, ColumnLayout } from '../../layout/tab-layout.ts';
import type { MeasureWindow, Unit } from '../../model/measure.ts';
import type { FormatClass } from '../sheet/sheet-input.ts';
import type { CellLocale } from './cell-locale.ts';
import type { CellReading } from './cell-reading.ts';
import { readChoice } from './read-choice.ts';
import { readDate } from './read-date.ts';
import { readInUnit } from './read-in-unit.ts';
import { readNumber } from './read-number.ts';
import type { LabelledPeriod, LabelledYear } from './read-period.ts';
import { readText } from './read-text.ts';
import { readUnit } from './read-unit.ts';
import { readWindow } from './read-window.ts';
import { readYesNo } from './read-yes-no.ts';

/** What a kind of cell is read as. */
interface ValueOfKind {
  text: string;
  formula: string;
  reference: string;
  email: string;
  id: string;
  number: number;
  share: number;
  date: LabelledPeriod;
  calendar_key: LabelledPeriod;
  choice: string;
  yes_no: boolean;
  unit: Unit;
  window: MeasureWindow;
}

type TextKind = 'text' | 'formula' | 'reference' | 'email' | 'id';

/** What a column gives: '' for a blank text, null for any other blank. */
export type CellValue<Column extends ColumnLayout> = Column['cell'] extends TextKind
  ? string
  : Column extends { readonly cell: 'choice'; readonly choices: infer List extends ChoiceListId }
    ? ChoiceCode<List> | null
    : ValueOfKind[Column['cell']] | null;

/** A cell with what has to be known to read it. */
export interface RawCell {
  readonly cell: unknown;
  readonly format: FormatClass;
  readonly locale: CellLocale;
  /** Of the workbook. */
  readonly currency: string;
  readonly cut: LabelledYear;
}

export const asText = ({ cell, format }: RawCell) => readText(cell, format);
export const asNumber = ({ cell, format, locale }: RawCell) => readNumber(cell, format, locale);
export const asDate = ({ cell, format, locale, cut }: RawCell) =>
  readDate(cell, format, locale, cut);
/** A number of a measure, in its unit. */
export const inUnit = ({ cell, format, locale }: RawCell, unit: Unit) =>
  readInUnit(cell, format, locale, unit);

type Readers = {
  readonly [Kind in CellKind]: (
    raw: RawCell,
    choices: ChoiceListId | undefined,
  ) => CellReading<ValueOfKind[Kind]>;
};

/** How each kind of cell is read. */
export const READ_CELL: Readers = {
  text: asText,
  formula: asText,
  reference: asText,
  email: asText,
  id: asText,
  number: asNumber,
  share: asNumber,
  date: asDate,
  calendar_key: asDate,
  // SAFETY: a column of choices says which.
  choice: ({ cell }, choices) => readChoice(cell, choices!),
  yes_no: ({ cell }) => readYesNo(cell),
  unit: ({ cell, currency }) => readUnit(cell, currency),
  window: ({ cell }) => readWindow(cell),
};

export const isTextKind = (kind: CellKind): kind is TextKind => READ_CELL[kind] === asText;
