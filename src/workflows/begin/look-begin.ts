import { choiceCode } from '../../core/intake/cell/read-choice.ts';
import { readWorkspace } from '../../core/intake/read-workspace.ts';
import { formatValue } from '../../core/language/format-number.ts';
import { libraryChapters } from '../../core/language/library-list.ts';
import { LIBRARY_WORDS, libraryName } from '../../core/language/library-words.ts';
import { libraryKpi, libraryMeasure, measuresNeeded } from '../../core/library/kpi-library.ts';
import { dayFromCivil, isoDate } from '../../core/model/calendar-date.ts';
import type { Language, Workspace } from '../../core/model/workspace.ts';
import { yearNow } from '../set-up/plan-set-up.ts';
import type { BeginState, OfferedField, OfferedKpi } from './begin.ts';
import { figuresGround, figuresOf, tabsWithCells } from './look-figures.ts';
import { type LookPorts, rowsIn, type SeenWorkbook, seenIn } from './seen-workbook.ts';

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

/** As people read it, in the unit of its measure; as it stands there where no KPI was read of the row. */
function targetText(
  row: { readonly name: string; readonly target: string },
  { kpis, measures }: Workspace,
  language: Language,
): string {
  const kpi = kpis.find(({ name }) => name === row.name);
  const measure = measures.find(({ id }) => id === kpi?.measureId);
  if (kpi === undefined || measure === undefined || kpi.target === null) return row.target;
  const { unit, decimals } = measure;
  return formatValue(kpi.target, { unit, decimals, language });
}

/** What the workbook holds of each step, so that whoever left goes on where they were. */
export function lookBegin(
  { reader, clock }: LookPorts,
  fileId: string,
  spoken: Language,
): BeginState {
  const ground = figuresGround({ reader, clock }, fileId);
  const { workspace } = readWorkspace(ground.input, ground.realToday);
  const book = seenIn(ground.read, spoken);
  const { facts, language } = book;
  const { currency } = workspace.settings;
  const year = yearNow(facts, clock);
  const counted = rowsIn(book, 'measures', ['name', 'formula']).filter(
    ({ formula }) => formula === '',
  );
  const names = counted.map(({ name }) => name);
  return {
    language,
    strategy: strategyIn(book),
    goals: rowsIn(book, 'goals', ['name', 'success_when']).map((row) => ({
      name: row.name,
      successWhen: row.success_when,
    })),
    kpis: rowsIn(book, 'kpis', ['name', 'goal', 'kind', 'target']).map((row) => ({
      ...row,
      target: targetText(row, workspace, language),
    })),
    measures: figuresOf(workspace, names, language),
    tabs: tabsWithCells(ground.read),
    library: offeredFields(language, currency),
    year: { start: isoDate(dayFromCivil(year, 1, 1)), due: isoDate(dayFromCivil(year, 12, 31)) },
  };
}
