import { isoWeek } from '../../src/core/model/calendar-date.ts';
import type { FormulaNode } from '../../src/core/model/formula.ts';
import type { Kpi } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import { type Book, openBook, operandsOf } from './naive/book.ts';
import { intervalsBetween, isCut } from './naive/calendar.ts';
import { rolesOf } from './naive/channel-roles.ts';
import type { ReferenceKpi } from './naive/kpi.ts';
import type { RandomWorkbook } from './random-workbook.ts';

/** A KPI of a random workbook with what the reference says of it. */
interface Drawn {
  book: Book;
  kpi: Kpi;
  measure: Measure;
  said: ReferenceKpi;
}

type Feature = (drawn: Drawn) => boolean;

const isReason =
  (...reasons: readonly string[]): Feature =>
  ({ said }) =>
    said.reason !== null && reasons.includes(said.reason);

const isError =
  (error: string): Feature =>
  ({ said }) =>
    said.error === error;

const hasMeasure =
  (test: (measure: Measure) => boolean): Feature =>
  ({ book, measure, said }) =>
    said.kase !== null && operandsOf(book, measure.id).some(test);

const definitionOf = ({ said }: Drawn) => said.kase?.definition ?? null;

const isJudged = ({ said }: Drawn): boolean => said.kase !== null && said.kase.judged !== null;

const has = (node: FormulaNode | null, test: (node: FormulaNode) => boolean): boolean => {
  if (node === null) return false;
  if (test(node)) return true;
  if (node.kind === 'binary') return has(node.left, test) || has(node.right, test);
  return node.kind === 'negate' && has(node.operand, test);
};

const isOperator =
  (operator: string) =>
  (node: FormulaNode): boolean =>
    node.kind === 'binary' && node.operator === operator;

function operandKinds({ book, measure }: Drawn): { totals: number; others: number } {
  const totals = operandsOf(book, measure.id).filter(
    ({ aggregation }) =>
      aggregation === 'sum' || aggregation === 'count' || aggregation === 'count_distinct',
  ).length;
  return { totals, others: operandsOf(book, measure.id).length - totals };
}

const intervalsOf = ({ book, kpi, measure }: Drawn) =>
  intervalsBetween(book.workspace, measure.cadence, kpi.start, kpi.due);

const periodsOf = ({ book, kpi }: Drawn) =>
  book.workspace.periodTargets.filter(({ kpiId }) => kpiId === kpi.id);

const rolesIn = ({ book, measure }: Drawn) =>
  operandsOf(book, measure.id).map((operand) => ({
    ...rolesOf(book, operand),
    rows: book.rowsOf(operand.id),
  }));

const doCancel = ({ book, measure, said }: Drawn): boolean => {
  const values = book.rowsOf(measure.id).map(({ value }) => value);
  return said.numbers.actual === 0 && values.some((value) => value < 0);
};

/** Everything that the definitions tell apart, and whether a KPI of a random workbook comes to it. */
export const FEATURES: Readonly<Record<string, Feature>> = {
  // §1
  'median, p90 or p95': hasMeasure(({ aggregation }) =>
    ['median', 'p90', 'p95'].includes(aggregation ?? ''),
  ),
  'count distinct': hasMeasure(({ aggregation }) => aggregation === 'count_distinct'),
  'ratio of total and level or average': (drawn) => {
    const { totals, others } = operandKinds(drawn);
    return (
      isJudged(drawn) && totals > 0 && others > 0 && has(drawn.measure.formula, isOperator('/'))
    );
  },
  'product that adds up': (drawn) =>
    isJudged(drawn) &&
    definitionOf(drawn)?.family === 'total' &&
    has(drawn.measure.formula, isOperator('*')) &&
    operandKinds(drawn).others > 0,
  'total divided, added up': (drawn) =>
    definitionOf(drawn)?.family === 'total' &&
    has(drawn.measure.formula, isOperator('/')) &&
    operandKinds(drawn).others > 0,
  'formula of levels': (drawn) =>
    definitionOf(drawn)?.family === 'level' && drawn.measure.formula !== null,
  'formula of mixed degrees': isError('E_FORMULA_MIX'),
  corridor: (drawn) => isJudged(drawn) && definitionOf(drawn)?.type === 'corridor',
  'corridor outside its plans': (drawn) =>
    definitionOf(drawn)?.type === 'corridor' && (drawn.said.numbers.plan ?? null) !== null,
  'planned loss': (drawn) => isJudged(drawn) && definitionOf(drawn)?.isPlannedLoss === true,
  'total brought down from 0': (drawn) => {
    const { type = null, family = null, direction = null } = definitionOf(drawn) ?? {};
    return type === 'reach' && family === 'total' && direction === -1;
  },
  'keep at most below 0': isError('E_DIR'),
  'unique added up': isError('E_UNIQUE_PERIOD'),
  window: (drawn) => isJudged(drawn) && drawn.measure.window !== null,
  'window still open': isReason('WINDOW_OPEN'),
  every: (drawn) => isJudged(drawn) && drawn.said.every !== null,
  'every with a record': ({ said }) => (said.every?.judged ?? 0) > 0,
  'every with a cut period': ({ book, kpi, said }) =>
    said.every !== null &&
    kpi.every !== null &&
    intervalsBetween(book.workspace, kpi.every, kpi.start, kpi.due).some(isCut),
  'every with targets of its own': (drawn) =>
    drawn.said.every !== null && periodsOf(drawn).length > 0,
  // §2
  'cut interval of a total': (drawn) =>
    isJudged(drawn) && definitionOf(drawn)?.family === 'total' && intervalsOf(drawn).some(isCut),
  'period label': ({ book, measure }) =>
    book.rowsOf(measure.id).some(({ names }) => names !== null),
  'week 53': (drawn) =>
    isJudged(drawn) &&
    drawn.measure.cadence === 'week' &&
    intervalsOf(drawn).some(({ from }) => isoWeek(from).week === 53),
  'irregular total': (drawn) =>
    isJudged(drawn) &&
    drawn.measure.cadence === 'irregular' &&
    definitionOf(drawn)?.family === 'total',
  'missing means nothing': hasMeasure(({ missing }) => missing === 'nothing'),
  'typed zero': hasMeasure(({ missing, isMissingTyped }) => missing === 'zero' && isMissingTyped),
  'kept with another count': hasMeasure(({ keptWith }) => keptWith.length > 0),
  'unreadable interval': ({ said }) => (said.numbers.unreadableCount ?? 0) > 0,
  'unreadable decides': isReason('UNREADABLE'),
  'gaps decide': isReason('INCOMPLETE'),
  'one value': isReason('ONE_VALUE'),
  'before the first interval': isReason('FIRST_INTERVAL'),
  // §3
  'rows that cancel': doCancel,
  'blank channel that is the total': (drawn) =>
    rolesIn(drawn).some(({ totals, parts }) => totals.includes('') && parts.length > 0),
  'blank channel that is none': (drawn) => rolesIn(drawn).some(({ parts }) => parts.includes('')),
  'channel called Total that is it': (drawn) =>
    rolesIn(drawn).some(
      ({ totals, parts }) => totals.some((name) => name !== '') && parts.length > 0,
    ),
  'channel called Total that is none': (drawn) =>
    rolesIn(drawn).some(({ ignored }) => ignored.length > 0),
  // §4
  'targets per period of a total': (drawn) =>
    isJudged(drawn) && definitionOf(drawn)?.family === 'total' && periodsOf(drawn).length > 0,
  'targets per period of a way': (drawn) => {
    const { type = null, family = null } = definitionOf(drawn) ?? {};
    return type === 'reach' && family !== 'total' && periodsOf(drawn).length > 0;
  },
  'targets per period of a threshold': (drawn) =>
    isJudged(drawn) &&
    ['at_least', 'at_most'].includes(definitionOf(drawn)?.type ?? '') &&
    periodsOf(drawn).length > 0,
  'targets per period with a gap filled': (drawn) =>
    isJudged(drawn) &&
    drawn.kpi.every === null &&
    drawn.kpi.target !== null &&
    definitionOf(drawn)?.family === 'total' &&
    periodsOf(drawn).length > 0,
  'target gap': isError('E_TARGET_GAP'),
  'targets per period cut by the KPI': (drawn) =>
    isJudged(drawn) &&
    periodsOf(drawn).some(
      ({ period }) => period.start < drawn.kpi.start || period.end > drawn.kpi.due,
    ),
  'stops per period asked about': isReason('STOPS_PER_PERIOD'),
  'stops per period': (drawn) =>
    isJudged(drawn) &&
    drawn.kpi.stopsAre === 'per_period' &&
    definitionOf(drawn)?.family === 'total' &&
    (definitionOf(drawn)?.asked.points.length ?? 0) > 0,
  'threshold that changed': ({ book, kpi, said }) =>
    said.kase !== null &&
    ['at_least', 'at_most'].includes(said.kase.definition.type) &&
    book.workspace.targetChanges.some(({ kpiId }) => kpiId === kpi.id),
  // §5–§8
  'share near 1': ({ measure, said }) =>
    measure.unit.kind === 'percent' && Math.abs((said.numbers.plan ?? 0) - 0.95) < 0.05,
  'judged by the running leg': (drawn) => {
    const { paceIndex = null, progress = null } = drawn.said.numbers;
    return (
      definitionOf(drawn)?.type === 'reach' &&
      isJudged(drawn) &&
      progress !== null &&
      paceIndex === null
    );
  },
  'typed bounds': hasMeasure(({ lowest, highest }) => lowest !== null || highest !== null),
  "last year's share": ({ kpi, said }) =>
    kpi.forecastMethod === 'last_year_share' && (said.numbers.forecastValue ?? null) !== null,
  // §12
  'growth on half a year': isReason('REFERENCE_INCOMPLETE'),
  'growth, like for like': ({ said }) => (said.numbers.growthVsReference ?? null) !== null,
  // §14
  'signal on changes': ({ said }) =>
    said.kase?.definition.type === 'reach' &&
    said.kase.definition.family === 'level' &&
    (said.signal?.rule ?? null) !== null,
};

/** The features that a random workbook comes to. */
export function featuresOf(
  { workspace, today }: RandomWorkbook,
  kpis: readonly ReferenceKpi[],
): string[] {
  const book = openBook(workspace, today);
  const drawn = workspace.kpis.flatMap((kpi, i) => {
    const measure = workspace.measures.find(({ id }) => id === kpi.measureId);
    return measure === undefined ? [] : [{ book, kpi, measure, said: kpis[i] }];
  });
  return Object.keys(FEATURES).filter((name) => drawn.some(FEATURES[name]));
}
