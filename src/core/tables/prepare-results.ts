import { adviseGoal, explainGoal, type GoalView } from '../language/explain-goal.ts';
import { fullDate } from '../language/format-date.ts';
import { sentencesAbout } from '../language/kpi-sentences.ts';
import { inSentence, type KpiView } from '../language/kpi-view.ts';
import { sentencesIn } from '../language/languages.ts';
import { choiceName } from '../language/tab-words.ts';
import { unitLabel } from '../language/unit-label.ts';
import type { CellPlace } from '../model/a1-notation.ts';
import { compactDate } from '../model/calendar-date.ts';
import { clockTime, compactTime } from '../model/clock-time.ts';
import type { GoalEvaluation } from '../model/evaluation.ts';
import { measuresIn } from '../model/formula.ts';
import type { Issue } from '../model/issue.ts';
import type { Measure } from '../model/measure.ts';
import { followReferences } from '../model/reference-chains.ts';
import { type StatusCode, statusOrder } from '../model/status.ts';
import { unitCode } from './display-unit.ts';
import { ownersOf } from './owners.ts';
import type { GoalResult, KpiResult, ResultInput, Results } from './results.ts';

const byId = <Item>(items: readonly Item[], idOf: (item: Item) => string): Map<string, Item> =>
  new Map(items.map((item) => [idOf(item), item]));

function listsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string | null) {
  const lists = new Map<string | null, Item[]>();
  for (const item of items) {
    const list = lists.get(keyOf(item));
    if (list === undefined) lists.set(keyOf(item), [item]);
    else list.push(item);
  }
  return lists;
}

/** A row of a tab, as it is known by any of its cells. */
const rowAt = ({ tab, cell }: CellPlace): string => `${tab}!${/\d+$/.exec(cell ?? '')?.[0] ?? ''}`;

/** The errors in the row of a measure, or else in those of what its formula is made of. */
function errorsOfMeasures({ workspace, issues }: ResultInput) {
  const measures = byId(workspace.measures, ({ id }) => id);
  const errors = issues.filter(({ severity, kpiId }) => severity === 'error' && kpiId === null);
  const errorsAt = listsBy(errors, ({ place }) => rowAt(place));
  const ownErrors = ({ place }: Measure) => errorsAt.get(rowAt(place)) ?? [];
  /** What a measure with an error of its own is made of says no more. */
  const operandsOf = (measure: Measure): Measure[] =>
    measure.formula === null || ownErrors(measure).length > 0
      ? []
      : measuresIn(measure.formula).flatMap((id) => measures.get(id) ?? []);
  return (id: string): readonly Issue[] => {
    const measure = measures.get(id);
    if (errors.length === 0 || measure === undefined) return [];
    return followReferences([measure], operandsOf).inOrder.flatMap(ownErrors);
  };
}

/** The KPIs that were evaluated, in the workbook's order. */
function kpiResults(input: ResultInput, goalOf: Results['goal']): KpiResult[] {
  const { workspace, evaluation, language, viewDay } = input;
  const measures = byId(workspace.measures, ({ id }) => id);
  const evaluations = byId(evaluation.kpis, ({ kpiId }) => kpiId);
  const issuesOf = listsBy(input.issues, ({ kpiId }) => kpiId);
  const past = input.history.filter(({ day }) => day <= viewDay).sort((a, b) => a.day - b.day);
  const historyOf = listsBy(past, ({ kpiId }) => kpiId);
  const closed = (input.snapshots ?? []).filter(({ day }) => day <= viewDay);
  const closedAs = byId(closed, ({ kpiId }) => kpiId);
  const errorsOf = errorsOfMeasures(input);
  return workspace.kpis.flatMap((kpi): KpiResult[] => {
    const own = evaluations.get(kpi.id);
    if (own === undefined) return [];
    const measure = measures.get(kpi.measureId) ?? null;
    const about = { kpi, evaluation: own, measure };
    const inherited = own.status === 'invalid' ? errorsOf(kpi.measureId) : [];
    const view: KpiView = {
      ...about,
      issues: [...(issuesOf.get(kpi.id) ?? []), ...inherited],
      language,
      viewDay,
      closedAs: closedAs.get(kpi.id) ?? null,
    };
    return [
      {
        ...about,
        goal: goalOf(kpi.goalId),
        owners: ownersOf(kpi.owner, workspace),
        unit: measure === null ? null : unitCode(measure),
        unitLabel: measure === null ? null : unitLabel(measure.unit, language),
        view,
        texts: sentencesAbout(view),
        history: historyOf.get(kpi.id) ?? [],
      },
    ];
  });
}

const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/** What is said of a goal; the KPIs are known by the time that anybody asks. */
function goalTexts(
  evaluation: GoalEvaluation | null,
  { language }: ResultInput,
  results: () => Results,
): GoalResult['texts'] {
  const members = () => (evaluation?.kpiIds ?? []).flatMap((id) => results().kpi(id) ?? []);
  const ifView = (explain: (view: GoalView) => string | null): string | null => {
    if (evaluation === null) return null;
    const viewOf = (id: string | null) => results().kpi(id)?.view ?? null;
    return explain({
      evaluation,
      outcomeKpi: viewOf(evaluation.outcomeKpiId),
      worstKpi: viewOf(evaluation.worstKpiId),
      criticalKpi: viewOf(evaluation.criticalKpiId),
      worseSubGoal: worseBelow(evaluation, results()),
      language,
    });
  };
  return {
    explanation: () => ifView(explainGoal),
    advice: () => ifView(adviseGoal),
    channels: () =>
      distinct(
        members().flatMap(({ kpi, evaluation: { channels } }) => [
          ...(kpi.channel === null ? [] : [kpi.channel]),
          ...channels.flatMap(({ channel, isRemainder }) => (isRemainder ? [] : [channel])),
        ]),
      ),
    resources: () => {
      const { fuelStatuses } = sentencesIn(language);
      const all = [evaluation, ...members().map((own) => own.evaluation)];
      return distinct(
        all
          .flatMap((own) => own?.fuel ?? [])
          .map(({ resource, status }) => `${resource}: ${inSentence(fuelStatuses[status])}`),
      );
    },
  };
}

/** The name of the first sub-goal with the worst status, when its own KPIs are all better off. */
function worseBelow(
  { outcomeKpiId, worstKpiId, subGoalIds }: GoalEvaluation,
  { kpi, goal }: Results,
): string | null {
  if (outcomeKpiId !== null) return null;
  const orderOf = (status: StatusCode | undefined) =>
    status === undefined ? Number.POSITIVE_INFINITY : statusOrder(status);
  const below = subGoalIds.flatMap((id) => goal(id) ?? []);
  const [worst] = below.sort(
    (a, b) => orderOf(a.evaluation?.status) - orderOf(b.evaluation?.status),
  );
  const status = worst?.evaluation?.status;
  const isBad = status === 'off_course' || status === 'missed' || status === 'at_risk';
  const own = kpi(worstKpiId)?.evaluation.status;
  return isBad && orderOf(status) < orderOf(own) ? worst.goal.name : null;
}

function goalResults(input: ResultInput, results: () => Results): GoalResult[] {
  const { workspace, evaluation } = input;
  const evaluations = byId(evaluation.goals, ({ goalId }) => goalId);
  const lines = byId(workspace.strategy, ({ id }) => id);
  return workspace.goals.map((goal) => {
    const own = evaluations.get(goal.id) ?? null;
    return {
      goal,
      evaluation: own,
      owners: ownersOf(goal.owner, workspace),
      strategy: lines.get(goal.strategyLineId ?? '')?.text ?? null,
      texts: goalTexts(own, input, results),
    };
  });
}

function recalculatedText({ recalculation, language }: ResultInput): string {
  const book = sentencesIn(language);
  if (recalculation === null) return book.notRecalculated;
  const { day, secondsOfDay, by, version } = recalculation;
  return book.recalculated(fullDate(day, language), clockTime(secondsOfDay), by, version);
}

/** What a reader must know: the day is set by hand, or another than that of the run. */
function viewNote({ workspace, recalculation, viewDay, language }: ResultInput): string {
  const book = sentencesIn(language);
  const { today } = workspace.settings;
  if (today !== null) return book.todayIsSet(fullDate(today, language));
  const isOtherDay = recalculation !== null && recalculation.day !== viewDay;
  return isOtherDay ? book.seenFrom(fullDate(viewDay, language)) : '';
}

function stampsOf(input: ResultInput): Results['stamps'] {
  const { workspace, recalculation } = input;
  return {
    organisation: workspace.settings.organisation,
    workbookId: workspace.workbook.workbookId,
    recalculatedAt:
      recalculation === null
        ? null
        : compactDate(recalculation.day) + compactTime(recalculation.secondsOfDay),
    recalculatedText: recalculatedText(input),
    viewNote: viewNote(input),
  };
}

const HOURS_A_DAY = 24;

const hoursNow = ({ recalculation, viewDay }: ResultInput): number =>
  recalculation === null
    ? viewDay * HOURS_A_DAY
    : recalculation.day * HOURS_A_DAY + recalculation.secondsOfDay / 3600;

function urlOf({ tab, cell }: CellPlace, { workspace, sheetIds = {} }: ResultInput): string {
  const { url } = workspace.workbook;
  const sheetId = Object.keys(sheetIds).includes(tab) ? sheetIds[tab] : null;
  if (url === '' || sheetId === null) return url;
  return `${url}#gid=${sheetId}${cell === null ? '' : `&range=${cell}`}`;
}

/** Looks everything up once, so that columns need not search. */
export function prepareResults(input: ResultInput): Results {
  const goals = goalResults(input, () => results);
  const goalById = byId(goals, ({ goal }) => goal.id);
  const goalOf: Results['goal'] = (id) => goalById.get(id ?? '') ?? null;
  const kpis = kpiResults(input, goalOf);
  const kpiById = byId(kpis, ({ kpi }) => kpi.id);
  const results: Results = {
    input,
    book: sentencesIn(input.language),
    choice: (list, code) => choiceName(list, code, input.language),
    stamps: stampsOf(input),
    hoursNow: hoursNow(input),
    kpis,
    goals,
    kpi: (id) => kpiById.get(id ?? '') ?? null,
    goal: goalOf,
    urlOf: (place) => urlOf(place, input),
  };
  return results;
}
