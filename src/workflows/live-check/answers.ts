/** What an installation answered to the questions of the live check: printable, and nobody's data. */

export type PlainAnswer =
  | string
  | number
  | boolean
  | null
  | readonly PlainAnswer[]
  | { readonly [key: string]: PlainAnswer };

export type ProbeResult =
  | { readonly kind: 'answer'; readonly answer: PlainAnswer }
  /** `code` is that of an API, where there is one. */
  | {
      readonly kind: 'refusal';
      readonly name: string;
      readonly message: string;
      readonly code: number | null;
    }
  | { readonly kind: 'skipped'; readonly reason: 'no_tab' | 'no_time' };

export const ANSWERS_LAYOUT = 1;

/** Where the questions were asked: an imitation must be told the same. */
export interface Surroundings {
  readonly scriptTimeZone: string;
  readonly workbookTimeZone: string;
  readonly workbookLocale: string;
  readonly personLocale: string;
}

export interface LiveAnswers {
  readonly layout: number;
  readonly koers: string;
  /** ISO, UTC. */
  readonly askedAt: string;
  readonly surroundings: Surroundings;
  readonly results: Readonly<Record<string, ProbeResult>>;
}

/** What JSON would lose, in a text that tells it apart from everything else. */
const named = (what: string): string => `‹${what}›`;

/** Deep enough for any answer; deeper means that something refers to itself. */
const MOST_DEPTH = 8;

/** Any value as plain data: undefined and NaN keep their names, a date its moment. */
export function plainAnswer(value: unknown, depth = 0): PlainAnswer {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : named(String(value));
  if (typeof value !== 'object') return named(value === undefined ? 'undefined' : typeof value);
  if (depth > MOST_DEPTH) return named('deep');
  if (Array.isArray(value)) {
    return Array.from(value, (each: unknown) => plainAnswer(each, depth + 1));
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return String(value) === '[object Object]' ? {} : named(String(value));
  return Object.fromEntries(entries.map(([key, each]) => [key, plainAnswer(each, depth + 1)]));
}

/** Texts with whatever is somebody's replaced: the answers are sent to others. */
export function withoutSecrets(answer: PlainAnswer, secrets: readonly string[]): PlainAnswer {
  if (typeof answer === 'string') {
    return secrets.reduce((text, secret) => text.split(secret).join('…'), answer);
  }
  if (typeof answer !== 'object' || answer === null) return answer;
  if (Array.isArray(answer)) return answer.map((each) => withoutSecrets(each, secrets));
  return Object.fromEntries(
    Object.entries(answer).map(([key, each]) => [key, withoutSecrets(each, secrets)]),
  );
}
