/** One thing that was measured, beside what it has to be. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What was asked of it; '' where it is only there to see a trend. */
  readonly bound: string;
  /** Null without a bound. */
  readonly isMet: boolean | null;
  /** An answer that is wrong: then the speed means nothing. */
  readonly isWrong?: boolean;
}

/** A part of the report. */
export interface Measurement {
  readonly title: string;
  /** What is measured, in a sentence. */
  readonly note: string;
  readonly measure: () => readonly Figure[] | Promise<readonly Figure[]>;
}

export const trend = (what: string, measured: string): Figure => ({
  what,
  measured,
  bound: '',
  isMet: null,
});

export const atMost = (
  what: string,
  value: number,
  limit: number,
  show: (value: number) => string,
): Figure => ({
  what,
  measured: show(value),
  bound: `≤ ${show(limit)}`,
  isMet: value <= limit,
});

export const atLeast = (
  what: string,
  value: number,
  limit: number,
  show: (value: number) => string,
): Figure => ({
  what,
  measured: show(value),
  bound: `≥ ${show(limit)}`,
  isMet: value >= limit,
});

export const wrongAnswer = (what: string): Figure => ({
  what,
  measured: 'another answer',
  bound: 'the same answer',
  isMet: false,
  isWrong: true,
});

export const times = (ratio: number): string => `${ratio.toFixed(2)} ×`;
export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
export const microseconds = (value: number): string => `${value.toFixed(0)} µs`;
export const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;
