import { LETTER_WORDS } from '../language/letter-words.ts';
import { isoDate } from '../model/calendar-date.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Addressee, ChatId, LetterKind, Told, WaitingLetter } from '../model/told.ts';
import type { CivilTime } from '../model/turns.ts';
import type { Language, Person, Workspace } from '../model/workspace.ts';
import { isOwnedBy } from '../tables/owners.ts';
import type { KpiResult, Results } from '../tables/results.ts';
import { isDigestDue } from './digest-day.ts';
import { type CheckInWish, followKpis, type StatusNews } from './follow-kpis.ts';
import { writeDigest } from './write-digest.ts';
import { type Draft, writeCheckIns, writeNews } from './write-letters.ts';

/** Who may be told, and when. */
export interface TellingTo {
  readonly isMailOn: boolean;
  /** The chats that have an address. */
  readonly chats: readonly ChatId[];
  readonly now: CivilTime;
  /** No other run comes today. */
  readonly isLastOfDay: boolean;
}

export interface Telling {
  readonly told: Told;
  readonly letters: readonly WaitingLetter[];
}

/** Somebody who is told, and of which KPIs. */
interface Reader {
  readonly to: Addressee;
  readonly language: Language;
  readonly footer: string;
  readonly isForMe: (result: KpiResult) => boolean;
  /** Whether this person makes the check-in of a KPI, or answers for who does not. */
  readonly checksIn: (result: KpiResult, isLate: boolean) => boolean;
}

const isMine = ({ kpi, goal }: KpiResult, person: Person): boolean =>
  isOwnedBy(kpi.owner, person) || isOwnedBy(goal?.goal.owner ?? '', person);

/** Of a KPI whose goal has no owner, its own stays the one. */
function checksInOf({ kpi, goal }: KpiResult, isLate: boolean, person: Person): boolean {
  const above = goal?.goal.owner.trim() ?? '';
  return isOwnedBy(isLate && above !== '' ? above : kpi.owner, person);
}

function readersOf({ people, settings }: Workspace, { isMailOn, chats }: TellingTo): Reader[] {
  const wanting = isMailOn ? people.filter(({ digest }) => digest !== 'off') : [];
  const rooms = chats.map((chat): Reader => {
    const { language } = settings;
    return {
      to: { kind: 'chat', chat },
      language,
      footer: LETTER_WORDS[language].becauseChat,
      isForMe: () => true,
      checksIn: () => false,
    };
  });
  return [
    ...wanting.map((person): Reader => {
      const language = person.language ?? settings.language;
      const words = LETTER_WORDS[language];
      return {
        to: { kind: 'mail', email: person.email },
        language,
        footer: person.digest === 'all' ? words.becauseAll : words.becauseMine,
        isForMe: (result) => person.digest === 'all' || isMine(result, person),
        checksIn: (result, isLate) => checksInOf(result, isLate, person),
      };
    }),
    ...rooms,
  ];
}

const addressOf = (to: Addressee): string =>
  to.kind === 'mail' ? to.email.toLowerCase() : to.chat;

function lettersTo(
  reader: Reader,
  results: Results,
  { news, checkIns }: { news: readonly StatusNews[]; checkIns: readonly CheckInWish[] },
  digest: { readonly isDue: boolean; readonly since: Told['digestDay'] },
): WaitingLetter[] {
  const { today } = results.input.evaluation;
  const letter = (kind: LetterKind, about: readonly string[], draft: Draft): WaitingLetter => ({
    id: [kind, about.join(','), isoDate(today), addressOf(reader.to)].join('·'),
    kind,
    day: today,
    to: reader.to,
    letter: { ...draft, footer: reader.footer },
  });
  const isKpiFor = (id: string, isFor: (result: KpiResult) => boolean): boolean => {
    const result = results.kpi(id);
    return result !== null && isFor(result);
  };
  const mine = news.filter(({ kpiId }) => isKpiFor(kpiId, reader.isForMe));
  const asked = checkIns.filter(({ kpiId, isLate }) =>
    isKpiFor(kpiId, (result) => reader.checksIn(result, isLate)),
  );
  const shown = digest.isDue ? results.kpis.filter(reader.isForMe) : [];
  const ids = (all: readonly { readonly kpiId: string }[]) => all.map(({ kpiId }) => kpiId);
  return [
    ...(mine.length === 0 ? [] : [letter('alert', ids(mine), writeNews(mine, results))]),
    ...(asked.length === 0 ? [] : [letter('check_in', ids(asked), writeCheckIns(asked, results))]),
    ...(shown.length === 0
      ? []
      : [letter('digest', [], writeDigest(shown, digest.since, results))]),
  ];
}

/**
 * Which messages follow from this evaluation, what people know already, and who they are; and what
 * they know once these are sent. The same evaluation again gives no second message.
 *
 * @param resultsIn the results in a language
 */
export function tell(
  told: Told,
  evaluation: Evaluation,
  workspace: Workspace,
  to: TellingTo,
  resultsIn: (language: Language) => Results,
): Telling {
  const readers = readersOf(workspace, to);
  const { kpis, news, checkIns } = followKpis(told, evaluation, readers.length > 0);
  const isDue =
    readers.length > 0 && isDigestDue(workspace.settings, told.digestDay, to.now, to.isLastOfDay);
  const digest = { isDue, since: told.digestDay };
  const isAny = isDue || news.length > 0 || checkIns.length > 0;
  const letters = isAny
    ? readers.flatMap((reader) =>
        lettersTo(reader, resultsIn(reader.language), { news, checkIns }, digest),
      )
    : [];
  return { told: { kpis, digestDay: isDue ? to.now.day : told.digestDay }, letters };
}
