import { evaluateWorkspace } from '../../src/core/evaluate/evaluate-workspace.ts';
import { adviseKpi } from '../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../src/core/language/explain-kpi.ts';
import { explainMilestone } from '../../src/core/language/explain-milestone.ts';
import { shortDate } from '../../src/core/language/format-date.ts';
import type { Day } from '../../src/core/model/calendar-date.ts';
import type { KpiEvaluation, MilestoneEvaluation } from '../../src/core/model/evaluation.ts';
import type { Quantity } from '../../src/core/model/quantity.ts';
import type { Language, Workspace } from '../../src/core/model/workspace.ts';
import { workbookOf } from '../reference/random-workbook.ts';

/** KOERS_AGREEMENT_RUNS=10000 reads the sentences of ten thousand workbooks. */
const WORKBOOKS = Number(process.env.KOERS_AGREEMENT_RUNS ?? 200);

const DATE = /\b\d{1,2} (?:jan|feb|mar|mrt|apr|may|mei|jun|jul|aug|sep|oct|okt|nov|dec)( \d{4})?/gi;
const NUMBER = /-?\d[\d.,]*(?:e\+\d+)?/g;

/** What is said, and what of its row it is about. */
interface Told {
  text: string;
  language: Language;
  evaluation: KpiEvaluation;
  stop: MilestoneEvaluation | null;
  /** Names of people and things, which may hold figures. */
  names: readonly string[];
}

const known = (quantities: ReadonlyArray<Quantity | undefined>): number[] =>
  quantities.flatMap((quantity) => quantity?.value ?? []);

/** What a row says in numbers: in the unit, per interval of its rhythm, and as shares. */
function fieldsOf({ evaluation, stop }: Told) {
  const { forecast, versionOne, intervalsMet, wayOut, due, reachedDay } = evaluation;
  const { periodsMet, periodsJudged, daysPerSpeedUnit } = evaluation;
  const values = known([
    evaluation.actual,
    evaluation.target,
    evaluation.plan,
    evaluation.latestValue,
    evaluation.rangeLow,
    evaluation.rangeHigh,
    versionOne.target,
    forecast.value,
    forecast.low,
    forecast.high,
  ]);
  const differences = values.flatMap((one) => values.map((other) => one - other));
  const [actual = 0, target = 0, end = 0] = known([
    evaluation.actual,
    evaluation.target,
    forecast.value,
  ]);
  const amounts = [
    ...values,
    ...differences,
    ...known([evaluation.tolerance, evaluation.distanceOutside, evaluation.daysLate]),
    ...known([evaluation.gap, evaluation.daysLeft, stop?.daysLate, stop?.valueToGo]),
    ...[stop?.value, evaluation.unreadableCount, periodsMet, periodsJudged].flatMap(
      (one) => one ?? [],
    ),
    ...(intervalsMet === null ? [] : [intervalsMet.met, intervalsMet.judged]),
    ...(reachedDay === null ? [] : [reachedDay - due]),
  ];
  const speeds = known([evaluation.recentSpeed, evaluation.requiredSpeed, stop?.requiredSpeed]);
  const shares = [
    ...known([evaluation.paceIndex, evaluation.coverage, forecast.probability]),
    ...known([versionOne.progress]),
    ...(wayOut?.ways ?? []).map(({ change }) => change),
    wayOut?.together?.change ?? 0,
    (target - actual) / (end - actual) - 1,
    // "Less than 1 %", "more than 99 %"; what is fixed is no field.
    0.01,
    0.99,
  ];
  return { amounts, speeds: speeds.map((speed) => speed * daysPerSpeedUnit), shares };
}

/** 1,234.5 or 1.234,5 as it was rounded: the number, and half of its last digit. */
function numberIn(text: string, language: Language): { size: number; step: number } {
  const [mark, thousands] = language === 'en' ? ['.', ','] : [',', '.'];
  const plain = text.replace(/[.,]$/, '').split(thousands).join('').replace(mark, '.');
  const [, decimals = ''] = plain.split('.');
  return { size: Math.abs(Number(plain)), step: 0.5 * 10 ** -decimals.length * (1 + 1e-9) };
}

/** Numbers in a text that no field of its row comes to. */
function strangersIn(told: Told): { read: number; strangers: string[] } {
  const { amounts, speeds, shares } = fieldsOf(told);
  let bare = told.text.replace(DATE, '§');
  for (const name of told.names) bare = bare.split(name).join('§');
  const numbers = bare.match(NUMBER) ?? [];
  const strangers = numbers.filter((text) => {
    const { size, step } = numberIn(text, told.language);
    const isNear = (field: number, more = 0) =>
      Math.abs(Math.abs(field) - size) <= step + more * size;
    // Speeds are rounded to three digits first.
    const isSaid =
      amounts.some((field) => isNear(field) || isNear(100 * field)) ||
      speeds.some((field) => isNear(field, 0.005) || isNear(100 * field, 0.005)) ||
      shares.some((field) => isNear(100 * field));
    return !isSaid && !text.includes('e');
  });
  return { read: numbers.length, strangers };
}

/** Dates in a text that its row does not have; the due date only where no period of it is judged. */
function strangeDatesIn({ text, evaluation, stop, language, names }: Told, today: Day): string[] {
  const { start, due, periodDue, isClosed, status, milestones } = evaluation;
  const isWhole = isClosed || due === periodDue || !JUDGED.includes(status);
  const { judgedDay, dataThroughDay, latestDay, firstResultDay, reachedDay, etaDay } = evaluation;
  const days = [start, isWhole ? due : periodDue, judgedDay, dataThroughDay, latestDay]
    .concat([firstResultDay, reachedDay, etaDay, stop?.day ?? null])
    .concat(stop === null ? [] : [stop.reachedDay, stop.etaDay])
    .concat(milestones.map(({ day }) => day))
    .concat(evaluation.fuel.map(({ ranOutDay }) => ranOutDay))
    .concat(evaluation.override?.until ?? null);
  const own = days.flatMap((day) => (day === null ? [] : shortDate(day, today, language)));
  let bare = text;
  for (const name of names) bare = bare.split(name).join('§');
  return (bare.match(DATE) ?? []).filter((date) => !own.includes(date));
}

const JUDGED: readonly string[] = ['on_course', 'at_risk', 'off_course'];

function toldOf(workspace: Workspace, today: number): Told[] {
  const { kpis, measures, events } = workspace;
  const names = [kpis, measures]
    .flatMap((things) => things.map(({ name }) => name))
    .concat(
      events.map(({ name }) => name),
      workspace.milestones.map(({ stop }) => stop),
      workspace.measurements.channels,
    )
    .filter((name) => name !== '')
    .sort((a, b) => b.length - a.length);
  return evaluateWorkspace(workspace, today).kpis.flatMap((evaluation) => {
    const kpi = kpis.find(({ id }) => id === evaluation.kpiId);
    if (kpi === undefined) throw new Error(`no ${evaluation.kpiId}`);
    const measure = measures.find(({ id }) => id === kpi.measureId) ?? null;
    return (['en', 'nl'] as const).flatMap((language): Told[] => {
      const view = { kpi, measure, evaluation, issues: [], language, viewDay: today };
      const about = { language, evaluation, names };
      return [
        { ...about, text: `${explainKpi(view)} ${adviseKpi(view) ?? ''}`, stop: null },
        ...evaluation.milestones.map((stop) => ({
          ...about,
          text: explainMilestone(stop, view),
          stop,
        })),
      ];
    });
  });
}

test('19 every number and date in a sentence is one of its row, in both languages', () => {
  let read = 0;
  let swapped = 0;
  let foreign = 0;
  for (let seed = 0; seed < WORKBOOKS; seed++) {
    const { workspace, today } = workbookOf(seed);
    const all = toldOf(workspace, today);
    all.forEach((told, i) => {
      const found = strangersIn(told);
      read += found.read;
      const dates = strangeDatesIn(told, today);
      if (dates.length > 0) expect({ seed, text: told.text, dates }).toBeNull();
      if (found.strangers.length > 0) {
        expect({ seed, text: told.text, strangers: found.strangers }).toBeNull();
      }
      // With the row of another KPI the same numbers are mostly strangers: the fields do tell.
      const other = all[(i + Math.ceil(all.length / 2)) % all.length];
      if (other.evaluation.kpiId === told.evaluation.kpiId) return;
      const { evaluation, stop } = other;
      const mistaken = strangersIn({ ...told, evaluation, stop });
      swapped += mistaken.read;
      foreign += mistaken.strangers.length;
    });
  }
  expect(read).toBeGreaterThan(10 * WORKBOOKS);
  expect(foreign).toBeGreaterThan(0.5 * swapped);
});
