import { fullDate } from '../language/format-date.ts';
import type { Day } from '../model/calendar-date.ts';
import { isJudged, type StatusCode, statusOrder } from '../model/status.ts';
import type { LetterItem } from '../model/told.ts';
import type { Change } from '../tables/changes.ts';
import type { KpiResult, Results } from '../tables/results.ts';
import { changes } from '../tables/rows/changes.ts';
import { isGood as isGoodStatus } from '../tables/status-counts.ts';
import { goalItem, kpiItem, linksOf, section, textItem, wordsOf } from './letter-parts.ts';
import type { Draft } from './write-letters.ts';

/** Statuses that somebody has to do something about. */
const TO_DECIDE: readonly StatusCode[] = ['off_course', 'missed', 'at_risk', 'stale', 'invalid'];

/** The most urgent first: by status, then what decides over its goal, then the latest. */
const byUrgency = (one: KpiResult, other: KpiResult): number =>
  statusOrder(one.evaluation.status) - statusOrder(other.evaluation.status) ||
  Number(other.kpi.isCritical) - Number(one.kpi.isCritical) ||
  (other.evaluation.daysLate.value ?? 0) - (one.evaluation.daysLate.value ?? 0);

const changeItem = ({ day, text, place }: Change, results: Results): LetterItem =>
  textItem(text, results.urlOf(place), [fullDate(day, results.input.language)]);

/** Best ahead of those on course; null where none is. */
function bestOf(kpis: readonly KpiResult[]): KpiResult | null {
  const paceOf = ({ evaluation }: KpiResult) => evaluation.paceIndex.value ?? 0;
  const good = kpis.filter(({ evaluation }) => isGoodStatus(evaluation.status));
  return good.reduce<KpiResult | null>(
    (best, own) => (best === null || paceOf(own) > paceOf(best) ? own : best),
    null,
  );
}

/** What became better; else what goes best; else that nothing did. */
function openingOf(good: readonly Change[], kpis: readonly KpiResult[], results: Results): string {
  const words = wordsOf(results);
  if (good.length > 0) return words.win(good[0].text);
  const best = bestOf(kpis);
  if (best === null) return words.noWin;
  return words.win(`${words.goesBest(best.kpi.name)} ${best.texts.explanation()}`);
}

function overdueActions(ids: ReadonlySet<string>, results: Results): LetterItem[] {
  const { workspace, evaluation } = results.input;
  const late = new Set(evaluation.actions.flatMap((own) => (own.isOverdue ? own.actionId : [])));
  return workspace.actions
    .filter(({ id, kpiId }) => late.has(id) && (kpiId === null || ids.has(kpiId)))
    .map(({ name, kpiId, owner, place }) => {
      const line = wordsOf(results).actionLate(results.kpi(kpiId)?.kpi.name ?? '');
      const title = owner === '' ? name : `${name} (${owner})`;
      return textItem(title, results.urlOf(place), [line]);
    });
}

function subjectOf(kpis: readonly KpiResult[], results: Results): string {
  const words = wordsOf(results);
  const { organisation } = results.input.workspace.settings;
  const judged = kpis.filter(({ evaluation }) => isJudged(evaluation.status));
  const good = judged.filter(({ evaluation }) => isGoodStatus(evaluation.status)).length;
  return judged.length === 0
    ? words.nothingJudged(organisation)
    : words.digestSubject(good, judged.length, organisation);
}

/**
 * How these KPIs and their goals stand: a win first, then what needs a decision, then the rest.
 *
 * @param since day of the digest before; null for the first one
 */
export function writeDigest(
  kpis: readonly KpiResult[],
  since: Day | null,
  results: Results,
): Draft {
  const words = wordsOf(results);
  const { evaluation, workspace, language } = results.input;
  const from = since ?? evaluation.today - workspace.settings.compareWithDays;
  const ids = new Set(kpis.map(({ kpi }) => kpi.id));
  const recent = changes(results).filter(
    ({ day, result }) => day >= from && ids.has(result.kpi.id),
  );
  const good = recent.filter(({ isGood }) => isGood === true);
  const rest = recent.filter(({ isGood }) => isGood !== true);
  const urgent = kpis
    .filter(({ evaluation: own }) => TO_DECIDE.includes(own.status))
    .sort(byUrgency)
    .map((own) => kpiItem(own, results));
  const decisions = [...urgent, ...overdueActions(ids, results)];
  const goals = results.goals.filter(({ goal }) => kpis.some(({ kpi }) => kpi.goalId === goal.id));
  return {
    language,
    subject: subjectOf(kpis, results),
    opening: openingOf(good, kpis, results),
    sections: [
      // The first one is what it opens with.
      ...section(
        words.wins,
        good.slice(1).map((own) => changeItem(own, results)),
        results,
      ),
      ...section(
        words.decide,
        decisions.length === 0 ? [textItem(words.nothingToDecide, '', [])] : decisions,
        results,
      ),
      ...section(
        words.goals,
        goals.map((own) => goalItem(own, results)),
        results,
      ),
      ...section(
        words.changed(fullDate(from, language)),
        rest.map((own) => changeItem(own, results)),
        results,
      ),
    ],
    links: linksOf(results),
  };
}
