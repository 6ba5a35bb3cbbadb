import { statusScore } from '../core/model/status.ts';
import type { Tone } from '../drawing/colours.ts';
import { KPI_TONES } from '../drawing/tones.ts';
import type { Board, BoardKpi, Status } from '../workflows/board/board.ts';

/** What a person wants to see; '' is everything. */
export interface Choice {
  readonly search: string;
  readonly owner: string;
  readonly team: string;
  readonly goalId: string;
  readonly status: string;
}

export const EVERYTHING: Choice = { search: '', owner: '', team: '', goalId: '', status: '' };

export const toneOf = ({ status }: Pick<BoardKpi, 'status'>): Tone =>
  KPI_TONES[status.code] ?? 'quiet';

/** Small letters without accents, so that what is typed is found however it is written. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Owners stand in one text: "Sanne, Youssef". */
const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const goalName = ({ goals }: Board, goalId: string): string =>
  goals.find(({ id }) => id === goalId)?.name ?? '';

/** The KPIs that fit everything but the status that is chosen, and those that fit that too. */
export function chosenKpis(board: Board, choice: Choice) {
  const wanted = plain(choice.search.trim());
  const fits = (kpi: BoardKpi): boolean =>
    (choice.owner === '' || namesIn(kpi.owner).includes(choice.owner)) &&
    (choice.team === '' || kpi.team === choice.team) &&
    (choice.goalId === '' || kpi.goalId === choice.goalId) &&
    (wanted === '' ||
      plain([kpi.name, kpi.owner, kpi.team, goalName(board, kpi.goalId)].join(' ')).includes(
        wanted,
      ));
  const ofAnyStatus = board.kpis.filter(fits);
  const hasStatus = ({ status }: BoardKpi) => choice.status === '' || status.code === choice.status;
  return { ofAnyStatus, shown: ofAnyStatus.filter(hasStatus) };
}

const sorted = (names: Iterable<string>): string[] =>
  [...new Set(names)].filter((name) => name !== '').sort((one, other) => one.localeCompare(other));

export const ownersIn = ({ kpis }: Board): string[] =>
  sorted(kpis.flatMap(({ owner }) => namesIn(owner)));

export const teamsIn = ({ kpis }: Board): string[] => sorted(kpis.map(({ team }) => team));

/** The most urgent first, and last what says nothing yet. */
const TONES: readonly Tone[] = ['bad', 'watch', 'good', 'done', 'quiet'];

/** How many KPIs have which status. */
export function tally(
  kpis: readonly BoardKpi[],
): { readonly status: Status; readonly tone: Tone; readonly count: number }[] {
  const counts = new Map<string, { status: Status; tone: Tone; count: number }>();
  for (const kpi of kpis) {
    const known = counts.get(kpi.status.code);
    if (known === undefined) {
      counts.set(kpi.status.code, { status: kpi.status, tone: toneOf(kpi), count: 1 });
    } else known.count += 1;
  }
  const rank = ({ tone }: { tone: Tone }) => TONES.indexOf(tone);
  return [...counts.values()].sort((one, other) => rank(one) - rank(other));
}

/** What asks for steering, or cannot be judged until somebody puts it right. */
export const worrying = <Kpi extends BoardKpi>(kpis: readonly Kpi[]): Kpi[] =>
  kpis.filter((kpi) => ['bad', 'watch'].includes(toneOf(kpi)));

export type VerdictCode =
  | 'on_course'
  | 'nearly'
  | 'not_everywhere'
  | 'off_course'
  | 'unknown'
  | 'empty';

/** Are we on course? With how many KPIs are judged, and how many of those are on course. */
export function verdictOf(kpis: readonly BoardKpi[]): {
  readonly code: VerdictCode;
  readonly tone: Tone;
  readonly good: number;
  readonly judged: number;
} {
  const scores = kpis.flatMap(({ status }) => statusScore(status.code) ?? []);
  const judged = scores.length;
  const good = scores.filter((score) => score >= 2).length;
  const hasBad = scores.includes(0);
  const counts = { good, judged };
  if (kpis.length === 0) return { code: 'empty', tone: 'quiet', ...counts };
  if (judged === 0) return { code: 'unknown', tone: 'quiet', ...counts };
  if (good === judged) return { code: 'on_course', tone: 'good', ...counts };
  if (!hasBad) return { code: 'nearly', tone: 'watch', ...counts };
  return { code: good === 0 ? 'off_course' : 'not_everywhere', tone: 'bad', ...counts };
}
