import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { NEXT_PERIOD_WORDS } from '../../core/language/sheet-languages.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Language } from '../../core/model/workspace.ts';
import type {
  Attempt,
  Clock,
  Compression,
  Lock,
  Screen,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import { resultsNow } from '../results/results-now.ts';
import { cutOf } from '../results/year-cut.ts';
import { untilStill } from '../workbook/as-found.ts';
import { idChanges } from '../workbook/blank-ids.ts';
import { putRowsRight } from '../workbook/misplaced-rows.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { rowsBelow } from '../workbook/rows-below.ts';
import { signature } from '../workbook/signature.ts';
import { writeWithInputs } from '../workbook/write-inputs.ts';
import { groundOfRows } from './columns-still.ts';
import { nextPeriodRows } from './next-period-changes.ts';
import { questionText, summaryText } from './next-period-texts.ts';
import { type Candidates, findCandidates, planNextPeriod } from './plan-next-period.ts';

export interface NextPeriodPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly screen: Screen;
  readonly attempt: Attempt;
}

type Choice =
  | { readonly kind: 'chosen'; readonly kpis: readonly Kpi[] }
  | { readonly kind: 'unknown'; readonly text: string };

/** "1, 3-5", "all", names; blank: everything that is over. */
function readChoice(text: string, { open }: Candidates): Choice {
  const answer = normaliseText(text);
  const kpis = open.map(({ kpi }) => kpi);
  if (answer === '') {
    return { kind: 'chosen', kpis: open.filter(({ isOver }) => isOver).map(({ kpi }) => kpi) };
  }
  if (answer === 'all' || answer === 'alle' || answer === 'alles') return { kind: 'chosen', kpis };
  const named = kpis.find(({ name }) => normaliseText(name) === answer);
  if (named !== undefined) return { kind: 'chosen', kpis: [named] };
  const chosen = new Set<Kpi>();
  for (const part of text.split(/[,;]/).map((own) => own.trim())) {
    if (part === '') continue;
    const [, from, to = from] = /^(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?$/.exec(part) ?? [];
    const found =
      from === undefined
        ? kpis.filter(({ name }) => normaliseText(name) === normaliseText(part))
        : kpis.slice(Number(from) - 1, Number(to));
    if (found.length === 0 || Number(from ?? 1) < 1) return { kind: 'unknown', text: part };
    for (const kpi of found) chosen.add(kpi);
  }
  return { kind: 'chosen', kpis: kpis.filter((kpi) => chosen.has(kpi)) };
}

/** The workbook as it stands, and what could go on in it. */
function look(ports: NextPeriodPorts, fileId: string) {
  const { read, results } = resultsNow(ports, fileId);
  return { read, results, candidates: findCandidates(results.workspace, results.evaluation) };
}

/**
 * Asks which KPIs go on in their next period and writes them: new rows below the others, all or
 * none. Gives what there is to say; '' when the person thought better of it. While the person thinks
 * others go on working, so that everything is read again after the answer.
 */
export function startNextPeriod(
  ports: NextPeriodPorts,
  fileId: string,
  language: Language,
): string {
  const words = NEXT_PERIOD_WORDS[language];
  const { results, candidates } = look(ports, fileId);
  if (candidates.open.length === 0) {
    return [words.nothing, ...words.followed(candidates.followed)].join('\n');
  }
  const question = questionText(candidates, cutOf(results.workspace), language);
  const answer = ports.screen.askText(words.title, question);
  if (answer === null) return '';
  const choice = readChoice(answer, candidates);
  if (choice.kind === 'unknown') return words.unknown(choice.text);
  if (choice.kpis.length === 0) return words.noneOver;
  return oneAtATime(ports.lock, () =>
    untilStill(() => startAsTheyStand(ports, fileId, language, choice.kpis)),
  );
}

const isSame = (a: Kpi, b: Kpi): boolean =>
  a.id === b.id && a.name === b.name && a.start === b.start && a.due === b.due;

/**
 * Writes the KPIs that were chosen, as they stand now; one that is another now stops all. Null when
 * the columns they were to stand in have moved.
 */
function startAsTheyStand(
  ports: NextPeriodPorts,
  fileId: string,
  language: Language,
  chosen: readonly Kpi[],
): string | null {
  const { read, results, candidates } = look(ports, fileId);
  const { workspace, evaluation, idsToWrite } = results;
  const still = candidates.open.map(({ kpi }) => kpi);
  const changed = chosen.filter((kpi) => !still.some((own) => isSame(own, kpi)));
  if (changed.length > 0) {
    return NEXT_PERIOD_WORDS[language].changed(changed.map(({ name }) => name).join(', '));
  }
  const kpis = still.filter((kpi) => chosen.some((own) => isSame(own, kpi)));
  const plan = planNextPeriod(workspace, evaluation, kpis);
  const added = nextPeriodRows(read, workspace, plan);
  const written = workspace.settings.language;
  const rows = added.flatMap((own) => rowsBelow(own, written));
  const ids = idChanges(read.facts, idsToWrite);
  const changes = [...rows, signature(read.facts)];
  if (!writeWithInputs(ports, read, ids, changes, groundOfRows(read))) return null;
  putRowsRight(ports, fileId, added, written);
  return summaryText(plan, candidates, workspace.goals, language);
}
