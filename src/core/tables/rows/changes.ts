import type { SentenceBook } from '../../language/en/sentences.ts';
import { intervalName } from '../../language/format-date.ts';
import { formatApart } from '../../language/format-number.ts';
import { inSentence, styleOf } from '../../language/kpi-view.ts';
import { nearlyEqual } from '../../model/quantity.ts';
import { statusScore } from '../../model/status.ts';
import type { Change } from '../changes.ts';
import type { KpiResult, Results } from '../results.ts';

type Find = (result: KpiResult, book: SentenceBook, results: Results) => Change[];

const statusChanges: Find = (result, book) =>
  result.history.flatMap((row, at): Change[] => {
    const before = result.history[at - 1];
    if (before === undefined || before.status === row.status) return [];
    const change = (statusScore(row.status) ?? 0) - (statusScore(before.status) ?? 0);
    const isCompared = statusScore(row.status) !== null && statusScore(before.status) !== null;
    const isStale = row.status === 'stale';
    const [from, to] = [before.status, row.status].map((code) => inSentence(book.statuses[code]));
    const { name, place } = result.kpi;
    return [
      {
        result,
        place,
        day: row.day,
        type: isStale ? 'data_stale' : 'status',
        text: isStale ? book.events.data_stale(name) : book.events.status(name, from, to),
        isGood: isStale ? false : isCompared ? change > 0 : null,
      },
    ];
  });

const milestonesReached: Find = (result, book) =>
  result.evaluation.milestones.flatMap((milestone): Change[] => {
    if (milestone.reachedDay === null || milestone.milestoneId === null) return [];
    return [
      {
        result,
        type: 'milestone_reached',
        day: milestone.reachedDay,
        text: book.events.milestone_reached(result.kpi.name, result.texts.stop(milestone)),
        isGood: milestone.status !== 'reached_late',
        place: result.kpi.place,
      },
    ];
  });

const targetReached: Find = (result, book) => {
  const { reachedDay } = result.evaluation;
  if (reachedDay === null) return [];
  const text = book.events.achieved(result.kpi.name);
  return [
    { result, type: 'achieved', day: reachedDay, text, isGood: true, place: result.kpi.place },
  ];
};

const targetsChanged: Find = (result, book, { input }) =>
  input.workspace.targetChanges
    .filter(({ kpiId, effectiveFrom }) => kpiId === result.kpi.id && effectiveFrom <= input.viewDay)
    .map(({ effectiveFrom, target, author, reason, place }) => ({
      result,
      type: 'target_changed',
      day: effectiveFrom,
      text: book.events.target_changed(
        result.kpi.name,
        result.texts.value(target) ?? '',
        author,
        reason,
      ),
      isGood: null,
      place,
    }));

const restated: Find = (result, book, { input }) => {
  if (!result.evaluation.isRestated) return [];
  const { start, end, label, restatedFrom, actual } = result.evaluation.timeline;
  return restatedFrom.flatMap((was, at): Change[] => {
    const is = actual[at];
    if (was === null || is === null) return [];
    const style = styleOf(result.measure, input.language);
    const [before, after] = formatApart(was, is, style);
    const text = book.events.restated(
      result.kpi.name,
      intervalName({ start: start[at], end: end[at] }, label[at], input.language),
      before,
      after,
    );
    const { place } = result.kpi;
    return [{ result, type: 'restated', day: input.viewDay, text, isGood: null, place }];
  });
};

/** What was written down at the close, when another value is known now. */
const restatedClose: Find = (result, book, { input }) => {
  const { closedAs } = result.view;
  const [before, after] = [closedAs?.value ?? null, result.evaluation.actual.value];
  if (!closedAs || before === null || after === null || nearlyEqual(before, after)) return [];
  const [was, is] = formatApart(before, after, styleOf(result.measure, input.language));
  const { name, place } = result.kpi;
  const status = inSentence(book.statuses[closedAs.status]);
  const text = `${name}: ${inSentence(book.restatedSinceClose(status, was, is))}`;
  return [{ result, type: 'restated', day: input.viewDay, text, isGood: null, place }];
};

const bestEver: Find = (result, book, { input }) => {
  const { bestEver } = result.evaluation;
  if (bestEver === null) return [];
  const value = result.texts.value(bestEver.value);
  if (value === null) return [];
  const { name, place } = result.kpi;
  const text = book.events.best_ever(
    name,
    intervalName(bestEver, bestEver.label, input.language),
    value,
  );
  return [{ result, type: 'best_ever', day: bestEver.end, text, isGood: true, place }];
};

/** A row of Do says that it was done on its day, unless it is still to do. */
const actionsDone: Find = (result, book, { input }) =>
  input.workspace.actions.flatMap(({ kpiId, phase, status, day, name, place }, i): Change[] => {
    if (input.evaluation.actions[i]?.isToDo === true) return [];
    if (kpiId !== result.kpi.id || day === null || day > input.viewDay) return [];
    if (status !== 'done' && (phase !== 'do' || status !== null)) return [];
    const text = book.events.action_done(result.kpi.name, name);
    return [{ result, type: 'action_done', day, text, isGood: null, place }];
  });

const FINDERS: readonly Find[] = [
  statusChanges,
  milestonesReached,
  targetReached,
  targetsChanged,
  restated,
  restatedClose,
  actionsDone,
  bestEver,
];

/** Newest first. */
export const changes = (results: Results): Change[] =>
  results.kpis
    .flatMap((result) => FINDERS.flatMap((find) => find(result, results.book, results)))
    .sort((one, other) => other.day - one.day);
