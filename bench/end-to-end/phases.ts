import type { Profiler } from 'node:inspector';

/** The steps of one execution, as a report names them. */
export const PHASE_WORDS = {
  start: 'start of the bundle',
  read: 'read, decode',
  intake: 'intake',
  evaluate: 'evaluate',
  tables: 'build tables',
  store: 'pack, unpack',
  rest: 'changes, answer',
  platform: "Google's part, emulated",
} as const satisfies Record<string, string>;

export type Phase = keyof typeof PHASE_WORDS;
// SAFETY: the keys of a literal are exactly its ids.
export const PHASES = Object.keys(PHASE_WORDS) as Phase[];
export type PhaseTimes = Readonly<Record<Phase, number>>;

/** By folder, and by what a file does where a folder holds several steps; the first that fits. */
const PHASE_OF_FILE: readonly (readonly [RegExp, Phase])[] = [
  [/src\/core\/intake\//, 'intake'],
  [/src\/core\/evaluate\//, 'evaluate'],
  [/src\/core\/tables\//, 'tables'],
  [/src\/workflows\/(store|packed-tables)\//, 'store'],
  [/src\/(apps-script|workflows)\/.*\b(read|open|reader|schema)\b[^/]*$/, 'read'],
  [/src\/(apps-script|workflows)\//, 'rest'],
];

/** Null for what every step uses, such as the model: it counts for the step that called it. */
const phaseOfFile = (path: string): Phase | null =>
  PHASE_OF_FILE.find(([pattern]) => pattern.test(path))?.[1] ?? null;

/** The name under which a bundle runs in the emulation. */
const BUNDLE = 'Code.gs';
/** The function around a whole bundle begins within its first line's first letters. */
const WRAPPER_END = 60;

type Frame = Profiler.ProfileNode['callFrame'];

/**
 * Divides the time of an execution among its steps, by where its samples were taken: the innermost
 * function that has a step decides, and what the platform does counts as the platform's.
 *
 * @param fileAt the source of a function of the bundle; null where that is not known
 */
export function timesByPhase(
  { nodes, samples = [] }: Profiler.Profile,
  milliseconds: number,
  fileAt: (line: number, column: number) => string | null,
): PhaseTimes {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parentOf = new Map(
    nodes.flatMap(({ id, children }) => (children ?? []).map((c) => [c, id])),
  );
  const known = new Map<number, Phase | null>();
  const phaseOf = (id: number): Phase | null => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const frames: Frame[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
      frames.push((byId.get(at) as Profiler.ProfileNode).callFrame);
    }
    const phase = phaseOfStack(frames, fileAt);
    known.set(id, phase);
    return phase;
  };
  const counts = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  let last: Phase = 'platform';
  for (const id of samples) {
    // Collecting garbage and work without a function count for what ran just before.
    last = phaseOf(id) ?? last;
    counts[last]++;
  }
  const share = samples.length === 0 ? 0 : milliseconds / samples.length;
  for (const phase of PHASES) counts[phase] *= share;
  return counts;
}

/** Null for what is no function of anybody, such as the collection of garbage. */
function phaseOfStack(
  frames: readonly Frame[],
  fileAt: (line: number, column: number) => string | null,
): Phase | null {
  const own = frames.slice(frames.findIndex(({ url }) => url !== ''));
  if (frames.every(({ url }) => url === '')) return null;
  if (own[0].url !== BUNDLE) return 'platform';
  let isOnlyStart = true;
  for (const { url, functionName, lineNumber, columnNumber } of own) {
    if (url !== '' && url !== BUNDLE) break;
    if (url === '') continue;
    if (lineNumber === 0 && columnNumber < WRAPPER_END && functionName === '') continue;
    isOnlyStart = false;
    const file = fileAt(lineNumber, columnNumber);
    const phase = file === null ? null : phaseOfFile(file);
    if (phase !== null) return phase;
  }
  return isOnlyStart ? 'start' : 'rest';
}
