import { isDeepStrictEqual } from 'node:util';

/** As the menu's check writes it; the bundle that ships has the types. */
export interface ProbeResult {
  readonly kind: 'answer' | 'refusal' | 'skipped';
  readonly answer?: unknown;
  readonly name?: string;
  readonly message?: string;
  readonly code?: number | null;
}

export type Results = Readonly<Record<string, ProbeResult>>;

export interface Difference {
  readonly id: string;
  /** `words`: both refuse, in other words. `unknown`: the imitation does not know the call. */
  readonly kind: 'behaviour' | 'words' | 'unknown' | 'not_asked';
  readonly there: string;
  readonly here: string;
}

/** Answers of one installation that are no behaviour of the platform. */
const OWN = /^(?:language\.|time\.language_of_the_person|rights\.mail)/;

const SHORT = 160;

const shortened = (text: string): string =>
  text.length <= SHORT ? text : `${text.slice(0, SHORT - 1)}…`;

function shown({ kind, answer, name, message, code }: ProbeResult): string {
  if (kind === 'answer') return shortened(JSON.stringify(answer));
  if (kind === 'skipped') return 'not asked';
  return shortened(`${name}: ${message}${code == null ? '' : ` (${code})`}`);
}

function kindOf(there: ProbeResult, here: ProbeResult): Difference['kind'] | null {
  if (here.name === 'NotEmulatedError') return 'unknown';
  if (there.kind !== here.kind) return 'behaviour';
  if (there.kind === 'answer') {
    return isDeepStrictEqual(there.answer, here.answer) ? null : 'behaviour';
  }
  if (there.kind === 'skipped') return null;
  if (there.name !== here.name || there.code !== here.code) return 'behaviour';
  return there.message === here.message ? null : 'words';
}

/** Where an installation answered otherwise than the imitation; what only one was asked is left out. */
export function differences(there: Results, here: Results): Difference[] {
  return Object.keys(there).flatMap((id): Difference[] => {
    const [one, other] = [there[id], here[id]];
    if (one === undefined || other === undefined || OWN.test(id)) return [];
    const kind = one.kind === 'skipped' ? 'not_asked' : kindOf(one, other);
    return kind === null ? [] : [{ id, kind, there: shown(one), here: shown(other) }];
  });
}
