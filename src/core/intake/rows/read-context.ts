import { languageOf } from '../../model/locale.ts';
import type { Language } from '../../model/workspace.ts';
import { type CellLocale, cellLocale } from '../cell/cell-locale.ts';
import { type LabelledYear, labelledYear } from '../cell/read-period.ts';
import type { IssueList } from './issue-list.ts';

/** A blank id cell that Koers fills. */
export interface IdToWrite {
  readonly tab: string;
  /** A1 notation. */
  readonly cell: string;
  readonly id: string;
}

/** What every reader needs to know of the workbook, and where it leaves what it finds. */
export interface ReadContext {
  readonly locale: CellLocale;
  readonly language: Language;
  /** Of the workbook; '' before Settings are read. */
  readonly currency: string;
  readonly cut: LabelledYear;
  readonly issues: IssueList;
  readonly idsToWrite: IdToWrite[];
  /** Asked at every row; throws when there is no time left. */
  readonly goOn: () => void;
}

/** What is known before Settings and Periods are read. */
export function startContext(
  locale: string,
  issues: IssueList,
  idsToWrite: IdToWrite[],
  goOn: () => void = () => undefined,
): ReadContext {
  return {
    locale: cellLocale(locale),
    language: languageOf(locale),
    currency: '',
    cut: labelledYear({ fiscalStartMonth: 1, customPeriods: [] }),
    issues,
    idsToWrite,
    goOn,
  };
}
