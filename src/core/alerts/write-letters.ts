import { fullDate } from '../language/format-date.ts';
import type { Letter } from '../model/told.ts';
import type { KpiResult, Results } from '../tables/results.ts';
import { isGood } from '../tables/status-counts.ts';
import type { CheckInWish, StatusNews } from './follow-kpis.ts';
import { kpiItem, linksOf, section, statusWord, wordsOf } from './letter-parts.ts';

/** A letter but for why one gets it. */
export type Draft = Omit<Letter, 'footer'>;

/** What became of KPIs, the better first: nobody has to look for the good news. */
export function writeNews(news: readonly StatusNews[], results: Results): Draft {
  const words = wordsOf(results);
  const told = news.flatMap(({ kpiId, before, now }) => {
    const result = results.kpi(kpiId);
    if (result === null) return [];
    const is = statusWord(now, results);
    const change =
      before === null ? words.judgedFirst(is) : words.became(statusWord(before, results), is);
    return [{ now, name: result.kpi.name, item: kpiItem(result, results, [change]) }];
  });
  const items = (isBetter: boolean) =>
    told.filter(({ now }) => isGood(now) === isBetter).map(({ item }) => item);
  const [first] = told;
  return {
    language: results.input.language,
    subject:
      told.length === 1
        ? words.newsSubject(first.name, statusWord(first.now, results))
        : words.severalSubject(told.length),
    opening: words.newsOpening,
    sections: [
      ...section(words.better, items(true), results),
      ...section(words.worse, items(false), results),
    ],
    links: linksOf(results),
  };
}

const ownersText = ({ owners }: KpiResult): string => owners.map(({ name }) => name).join(', ');

/** KPIs that are to be looked at again, the late ones with whose turn it is. */
export function writeCheckIns(wishes: readonly CheckInWish[], results: Results): Draft {
  const words = wordsOf(results);
  const asked = wishes.flatMap(({ kpiId, dueDay, isLate }) => {
    const result = results.kpi(kpiId);
    if (result === null) return [];
    const day = fullDate(dueDay, results.input.language);
    const line = isLate ? words.checkInLate(day, ownersText(result)) : words.checkInDue(day);
    return [{ name: result.kpi.name, item: kpiItem(result, results, [line]) }];
  });
  return {
    language: results.input.language,
    subject:
      asked.length === 1
        ? words.checkInSubject(asked[0].name)
        : words.checkInsSubject(asked.length),
    opening: words.checkInOpening,
    sections: section(
      words.toCheck,
      asked.map(({ item }) => item),
      results,
    ),
    links: linksOf(results),
  };
}
