import type { Day } from '../model/calendar-date.ts';
import type { CheckIn, Evaluation, KpiEvaluation } from '../model/evaluation.ts';
import type { StatusCode } from '../model/status.ts';
import type { KpiTold, Told } from '../model/told.ts';

/** What is news of a KPI when it becomes its status; of the others nothing was judged. */
const NEWS: Partial<Record<StatusCode, 'good' | 'bad'>> = {
  on_course: 'good',
  achieved: 'good',
  at_risk: 'bad',
  off_course: 'bad',
  missed: 'bad',
  stale: 'bad',
};

/** A KPI whose status stayed another one for two evaluations. */
export interface StatusNews {
  readonly kpiId: string;
  /** Null where it never was judged before. */
  readonly before: StatusCode | null;
  readonly now: StatusCode;
}

/** A check-in that is to be asked for: of the owner, once it is late of the goal's owner. */
export interface CheckInWish {
  readonly kpiId: string;
  readonly dueDay: Day;
  readonly isLate: boolean;
}

/** What there is to tell, and what people know once it is told. */
export interface Followed {
  readonly kpis: Told['kpis'];
  readonly news: readonly StatusNews[];
  readonly checkIns: readonly CheckInWish[];
}

const unknownKpi = (seen: StatusCode): KpiTold => ({
  status: NEWS[seen] === undefined ? null : seen,
  seen,
  day: null,
  asked: null,
  askedAgain: null,
});

/**
 * Told when two evaluations in a row say the same, at most once a day: what changes twice on one day
 * is told on the next, if it still is so. A first judgement is news only when it is bad.
 */
function newsOf(kpiId: string, before: KpiTold, now: StatusCode, today: Day): StatusNews | null {
  const isConfirmed = NEWS[now] !== undefined && before.seen === now;
  const isNew = before.status !== now && (before.status !== null || NEWS[now] === 'bad');
  return isConfirmed && isNew && before.day !== today
    ? { kpiId, before: before.status, now }
    : null;
}

function checkInWish(kpiId: string, before: KpiTold, checkIn: CheckIn | null): CheckInWish | null {
  const dueDay = checkIn?.dueDay ?? null;
  if (checkIn === null || dueDay === null) return null;
  const isLate = checkIn.isOverdue;
  return (isLate ? before.askedAgain : before.asked) === dueDay ? null : { kpiId, dueDay, isLate };
}

/** Once late, nobody is asked any more whether it is due. */
const askedFor = (before: KpiTold, wish: CheckInWish | null) =>
  wish === null
    ? { asked: before.asked, askedAgain: before.askedAgain }
    : { asked: wish.dueDay, askedAgain: wish.isLate ? wish.dueDay : before.askedAgain };

function followed(evaluation: KpiEvaluation, before: KpiTold, today: Day) {
  const { kpiId, status, checkIn } = evaluation;
  const news = newsOf(kpiId, before, status, today);
  const wish = checkInWish(kpiId, before, checkIn);
  const isGoodAtFirst = before.status === null && before.seen === status && NEWS[status] === 'good';
  const known: KpiTold = {
    status: news !== null || isGoodAtFirst ? status : before.status,
    seen: status,
    day: news === null ? before.day : today,
    ...askedFor(before, wish),
  };
  return { known, news, wish };
}

/**
 * What this evaluation and the one before say that people do not know yet. A KPI seen for the first
 * time is no news, nor is anything while nobody is to be told: whoever is told from now on hears what
 * changes from now on. What was told of a KPI that could not be evaluated stays as it was.
 */
export function followKpis(told: Told, { kpis, today }: Evaluation, isTelling: boolean): Followed {
  const known = new Map(Object.entries(told.kpis));
  const news: StatusNews[] = [];
  const checkIns: CheckInWish[] = [];
  for (const evaluation of kpis) {
    const { kpiId, status } = evaluation;
    const before = (isTelling ? known.get(kpiId) : null) ?? unknownKpi(status);
    const own = followed(evaluation, before, today);
    known.set(kpiId, isTelling ? own.known : before);
    if (isTelling && own.news !== null) news.push(own.news);
    if (isTelling && own.wish !== null) checkIns.push(own.wish);
  }
  return { kpis: Object.fromEntries(known), news, checkIns };
}
