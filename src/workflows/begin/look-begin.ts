import { choiceCode } from '../../core/intake/cell/read-choice.ts';
import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { libraryChapters } from '../../core/language/library-list.ts';
import { LIBRARY_WORDS, libraryName } from '../../core/language/library-words.ts';
import type { ColumnId } from '../../core/layout/sheet-layout.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import { libraryKpi, libraryMeasure, measuresNeeded } from '../../core/library/kpi-library.ts';
import { dayFromCivil, isoDate } from '../../core/model/calendar-date.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { exampleRow } from '../input-tabs/examples.ts';
import type { Clock, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { workbookLanguage, yearNow } from '../set-up/plan-set-up.ts';
import { type OurTab, type SeenTab, seeTabs } from '../set-up/seen-tabs.ts';
import { typedSettings } from '../workbook/typed-settings.ts';
import type { BeginState, OfferedField, OfferedKpi } from './begin.ts';

export interface LookPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
}

/** A workbook as the first steps see it. */
export interface SeenWorkbook {
  readonly facts: WorkbookFacts;
  readonly seen: readonly SeenTab[];
  readonly language: Language;
}

export function seeWorkbook(
  reader: WorkbookReader,
  fileId: string,
  spoken: Language,
): SeenWorkbook {
  const facts = reader.facts(fileId);
  const seen = seeTabs(facts, reader);
  return { facts, seen, language: workbookLanguage(facts, seen, spoken) };
}

export const ourTab = ({ seen }: SeenWorkbook, id: TabId): OurTab | null => {
  const tab = seen.find(({ layout }) => layout.id === id);
  return tab?.kind === 'ours' ? tab : null;
};

const textAt = ({ sheet }: OurTab, column: number | undefined, row: number): string => {
  const cell = column === undefined ? null : cellAt(sheet, column, row);
  return isBlankCell(cell) ? '' : String(cell).trim();
};

/** An example row that Koers put there says nothing of the organisation. */
const isExampleName = (tab: TabId, column: string, text: string): boolean =>
  LANGUAGES.some((language) => exampleRow(tab, 0, language)?.[column] === text);

/** The filled rows of a tab as texts by column, examples left out. */
export function rowsIn<Id extends TabId>(
  book: SeenWorkbook,
  id: Id,
  columns: readonly ColumnId<Id>[],
): Record<ColumnId<Id>, string>[] {
  const tab = ourTab(book, id);
  if (tab === null) return [];
  const columnOf: Readonly<Record<string, number | undefined>> = tab.found.columnOf;
  const rows: Record<ColumnId<Id>, string>[] = [];
  for (let row = tab.found.headerRow + 1; row < tab.found.rowCount; row += 1) {
    const texts = columns.map((column) => [column, textAt(tab, columnOf[column], row)] as const);
    const isFilled = texts.some(([, text]) => text !== '');
    const isExample = texts.some(([column, text]) => isExampleName(id, column, text));
    // SAFETY: an entry for each of the columns.
    if (isFilled && !isExample)
      rows.push(Object.fromEntries(texts) as Record<ColumnId<Id>, string>);
  }
  return rows;
}

function offeredKpi(
  line: ReturnType<typeof libraryChapters>[number]['lines'][number],
  language: Language,
  currency: string,
): OfferedKpi {
  const { unit, stage, example } = libraryKpi(line.id);
  const isCounted = (id: Parameters<typeof libraryMeasure>[0]) =>
    !('formula' in libraryMeasure(id));
  const units: Readonly<Record<string, string>> = { money: currency, percent: '%' };
  return {
    id: line.id,
    name: line.kpi,
    means: line.means,
    stage: LIBRARY_WORDS[language].stages[stage],
    example: line.example,
    kind: line.kind,
    formula: line.formula,
    unit: units[unit] ?? '',
    isBand: example.target === undefined,
    counted: measuresNeeded(line.id)
      .filter(isCounted)
      .map((id) => libraryName(id, language)),
  };
}

const offeredFields = (language: Language, currency: string): OfferedField[] =>
  libraryChapters(language).map(({ field, lines }) => ({
    name: field,
    kpis: lines.map((line) => offeredKpi(line, language, currency)),
  }));

/** Lines of the Strategy tab by their kind; of several of one kind the first. */
export function strategyIn(book: SeenWorkbook): BeginState['strategy'] {
  const rows = rowsIn(book, 'strategy', ['kind', 'text']);
  const textOf = (kind: 'mission' | 'vision' | 'strategy') =>
    rows.find((row) => choiceCode(row.kind, 'strategy_kind') === kind)?.text ?? '';
  return { mission: textOf('mission'), vision: textOf('vision'), strategy: textOf('strategy') };
}

/** What the workbook holds of each step, so that whoever left goes on where they were. */
export function lookBegin(
  { reader, clock }: LookPorts,
  fileId: string,
  spoken: Language,
): BeginState {
  const book = seeWorkbook(reader, fileId, spoken);
  const { facts, language } = book;
  const { currency } = typedSettings(facts, reader);
  const year = yearNow(facts, clock);
  const measures = rowsIn(book, 'measures', ['name', 'formula']);
  return {
    language,
    strategy: strategyIn(book),
    goals: rowsIn(book, 'goals', ['name', 'success_when']).map((row) => ({
      name: row.name,
      successWhen: row.success_when,
    })),
    kpis: rowsIn(book, 'kpis', ['name', 'goal', 'kind', 'target']),
    measures: measures.filter(({ formula }) => formula === '').map(({ name }) => name),
    figureCount: rowsIn(book, 'actuals', ['measure', 'value']).length,
    library: offeredFields(language, currency),
    year: { start: isoDate(dayFromCivil(year, 1, 1)), due: isoDate(dayFromCivil(year, 12, 31)) },
  };
}
