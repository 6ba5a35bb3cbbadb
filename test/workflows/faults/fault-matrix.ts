import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { canMeet, FAULT_KINDS, type Fault, type FaultKind, faultyPorts } from './faulty-ports.ts';
import { mixture, resultOf, stateOf, typedIn } from './workbook-state.ts';

interface HeldLock {
  isHeld: boolean;
}

/** A workbook as it stands before a workflow, and the workflow. */
export interface Scenario<Ports extends { readonly lock: HeldLock }> {
  readonly fileId: string;
  readonly book: MemoryWorkbook;
  /** New ones over the same workbook, at the same moment. */
  readonly ports: () => Ports;
  readonly run: (ports: Ports) => unknown;
  /** What comes after it; the same once more unless said otherwise. */
  readonly next?: (ports: Ports) => unknown;
  /** Faults that are tried, by call and kind; all of them unless said otherwise. */
  readonly tries?: (call: string, kind: FaultKind) => boolean;
  /** It writes several times, each of them whole: what lies in between is right too. */
  readonly hasSteps?: boolean;
}

interface Broken {
  readonly fault: string;
  readonly what: string;
}

export interface MatrixResult {
  readonly tried: Readonly<Record<FaultKind, number>>;
  readonly held: Readonly<Record<FaultKind, number>>;
  readonly broken: readonly Broken[];
}

const isLessAnswer = (kind: FaultKind): boolean => !/^(throws|killed|busy)/.test(kind);

/** Runs the workflow with each fault at each of its calls, and says where something did not hold. */
export function tryFaults<Ports extends { readonly lock: HeldLock }>(
  scenario: Scenario<Ports>,
): MatrixResult {
  const { book, fileId, run, next = run, tries = () => true, hasSteps = false } = scenario;
  const restore = book.keep();
  const before = stateOf(book, fileId);
  const typed = typedIn(book, fileId);
  const undisturbed = faultyPorts(scenario.ports(), null);
  run(undisturbed.ports);
  const after = stateOf(book, fileId);
  const filled = typedIn(book, fileId);
  next(scenario.ports());
  const right = resultOf(book, fileId);
  const nextResults = new Map<string, string>();

  /** What the next run makes of it; the same of the same, so that each is computed once. */
  const nextOf = (state: string): string => {
    const known = nextResults.get(state);
    if (known !== undefined) return known;
    if (state === before) run(scenario.ports());
    next(scenario.ports());
    const result = resultOf(book, fileId);
    nextResults.set(state, result);
    return result;
  };

  function whatBroke({ kind, at }: Fault): string[] {
    restore();
    const own = scenario.ports();
    let isRefused = false;
    try {
      run(faultyPorts(own, { kind, at }).ports);
    } catch {
      isRefused = true;
    }
    const broken: string[] = [];
    const call = undisturbed.calls[at];
    if (own.lock.isHeld && !kind.startsWith('killed') && !call.startsWith('lock.'))
      broken.push('the lock is not let go');
    const state = stateOf(book, fileId);
    const now = typedIn(book, fileId);
    for (const [place, cell] of typed)
      if (now.get(place) !== cell) broken.push(`typed at ${place}: ${cell}, is ${now.get(place)}`);
    for (const [place, cell] of now)
      if (!typed.has(place) && filled.get(place) !== cell) broken.push(`${place}: ${cell} is new`);
    if (state !== before && state !== after) {
      if (!isLessAnswer(kind) && !hasSteps) broken.push('neither the old state nor the new one');
      else if (isRefused && !hasSteps) broken.push('refused, and yet something was written');
      const mixed = mixture(book, fileId);
      if (mixed !== null) broken.push(mixed);
    }
    try {
      if (nextOf(state) !== right) broken.push('the next run is another one');
    } catch (error) {
      broken.push(`the next run fails: ${error}`);
    }
    return broken;
  }

  const zeros = () => Object.fromEntries(FAULT_KINDS.map((kind) => [kind, 0]));
  // SAFETY: a number for every kind.
  const [tried, held] = [zeros(), zeros()] as Array<Record<FaultKind, number>>;
  const broken: Broken[] = [];
  undisturbed.calls.forEach((call, at) => {
    for (const kind of FAULT_KINDS.filter((own) => canMeet(call, own) && tries(call, own))) {
      const found = whatBroke({ kind, at });
      tried[kind] += 1;
      if (found.length === 0) held[kind] += 1;
      const fault = `${kind} at ${call} (call ${at})`;
      broken.push(...found.map((what) => ({ fault, what })));
    }
  });
  restore();
  return { tried, held, broken };
}

/** A line per class: tried, held. */
export const figures = (name: string, { tried, held }: MatrixResult): string =>
  [name, ...FAULT_KINDS.map((kind) => `  ${kind}: ${tried[kind]} tried, ${held[kind]} held`)].join(
    '\n',
  );
