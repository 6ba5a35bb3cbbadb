import { issueLine } from '../../core/language/describe-issue.ts';
import { GUIDANCE_WORDS } from '../../core/language/sheet-languages.ts';
import type { CellPlace } from '../../core/model/a1-notation.ts';
import { type Issue, worstFirst } from '../../core/model/issue.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { Clock, Compression, Pointer, WorkbookReader } from '../ports.ts';
import { resultsNow } from '../results/results-now.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';

export interface ProblemPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly pointer: Pointer;
}

/** A cell with what is wrong with it. */
interface Problem {
  readonly place: CellPlace;
  readonly issues: readonly Issue[];
}

interface Problems {
  /** Worst first, a cell once. */
  readonly inCells: readonly Problem[];
  /** What stands in no cell of this workbook: a missing tab, a source elsewhere. */
  readonly elsewhere: readonly Issue[];
}

const isSame = (a: CellPlace, b: CellPlace | null): boolean =>
  a.tab === b?.tab && a.cell === b.cell;

function problemsNow(ports: ProblemPorts, fileId: string): Problems {
  const { read, results } = resultsNow(ports, fileId);
  const toMend = worstFirst(results.issues);
  const tabs = new Set(inputTabs(read.facts).map(({ title }) => title));
  const isInCell = ({ place }: Issue) => place.cell !== null && tabs.has(place.tab);
  const inCells: { place: CellPlace; issues: Issue[] }[] = [];
  for (const issue of toMend.filter(isInCell)) {
    const known = inCells.find(({ place }) => isSame(place, issue.place));
    if (known === undefined) inCells.push({ place: issue.place, issues: [issue] });
    else known.issues.push(issue);
  }
  return { inCells, elsewhere: toMend.filter((issue) => !isInCell(issue)) };
}

/**
 * Goes to the cell of the problem after the one where the person is, to the worst one from anywhere
 * else and after the last, and says beside it what is wrong and what to do.
 */
export function nextProblem(ports: ProblemPorts, fileId: string, language: Language): void {
  const words = GUIDANCE_WORDS[language];
  const { inCells, elsewhere } = problemsNow(ports, fileId);
  const { pointer } = ports;
  const at = pointer.at();
  const here = inCells.findIndex(({ place }) => isSame(place, at));
  const next = (here + 1) % Math.max(inCells.length, 1);
  const say = (issues: readonly Issue[]) => issues.map((issue) => issueLine(issue, language));
  // What has no cell is told on the way past the first one.
  const besides = next === 0 ? say(elsewhere) : [];
  const problem = inCells[next] as Problem | undefined;
  if (problem === undefined) {
    pointer.remark(words.title, besides.length === 0 ? words.none : besides.join(' '));
    return;
  }
  pointer.goTo(problem.place);
  const title = words.problem(next + 1, inCells.length);
  pointer.remark(title, [...say(problem.issues), ...besides].join(' '));
}
