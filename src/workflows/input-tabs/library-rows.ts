import { KIND_RULES } from '../../core/intake/tabs/kpi-kinds.ts';
import { LIBRARY_WORDS, libraryName } from '../../core/language/library-words.ts';
import type { ChoiceCode } from '../../core/layout/choices.ts';
import {
  type LibraryKpiId,
  type LibraryMeasureId,
  libraryKpi,
  libraryMeasure,
  measuresNeeded,
  namedFormula,
} from '../../core/library/kpi-library.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TabRow } from './row-cells.ts';

export interface ChosenKpi {
  readonly id: LibraryKpiId;
  /** Name of the goal it is for; '' for none. */
  readonly goal: string;
  readonly start: Day;
  readonly due: Day;
  readonly lastTime: number | null;
  /** Null where it is a band. */
  readonly target: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How often its figures come; null: to be read from them. */
  readonly cadence: ChoiceCode<'cadence'> | null;
}

export interface LibraryRows {
  /** What the formula needs comes first. */
  readonly measures: readonly TabRow[];
  readonly kpi: TabRow;
}

/** Said outright: in a formula no Kind settles it. */
function addsUp(id: LibraryMeasureId): ChoiceCode<'aggregation'> | null {
  const measure = libraryMeasure(id);
  if ('addsUp' in measure && measure.addsUp !== undefined) return measure.addsUp;
  return 'kind' in measure ? KIND_RULES[measure.kind].aggregation : null;
}

function measureRow(
  id: LibraryMeasureId,
  { cadence }: ChosenKpi,
  language: Language,
  currency: string,
): TabRow {
  const measure = libraryMeasure(id);
  const row = {
    name: libraryName(id, language),
    unit: measure.unit === 'money' ? currency : measure.unit,
    data_lag: measure.lagDays ?? null,
  };
  return 'formula' in measure
    ? { ...row, formula: namedFormula(measure.formula, (own) => libraryName(own, language)) }
    : { ...row, adds_up: addsUp(id), cadence };
}

/** The rows that make a KPI of the library one of the workbook. */
export function libraryRows(chosen: ChosenKpi, language: Language, currency: string): LibraryRows {
  const { kind, stage, isLeading } = libraryKpi(chosen.id);
  return {
    measures: measuresNeeded(chosen.id).map((id) => measureRow(id, chosen, language, currency)),
    kpi: {
      name: libraryName(chosen.id, language),
      goal: chosen.goal === '' ? null : chosen.goal,
      kind,
      start: chosen.start,
      due: chosen.due,
      last_time: chosen.lastTime,
      target: chosen.target,
      low: chosen.low,
      high: chosen.high,
      leading: isLeading ?? null,
      stage: LIBRARY_WORDS[language].stages[stage],
    },
  };
}
