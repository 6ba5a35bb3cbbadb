import { sentencesIn } from '../../core/language/languages.ts';
import { LANGUAGES } from '../../core/model/locale.ts';
import { MILESTONE_SYMBOLS, STATUS_SYMBOLS } from '../../core/tables/status-symbols.ts';
import type { Tone } from '../../drawing/colours.ts';
import { KPI_TONES, STOP_TONES } from '../../drawing/tones.ts';

/** Ink and paper of a status, as on the board. */
export const TONE_COLOURS: Readonly<
  Record<Tone, { readonly ink: string; readonly paper: string }>
> = {
  good: { ink: '#17785a', paper: '#e4f2ec' },
  watch: { ink: '#8a5700', paper: '#fbf0d9' },
  bad: { ink: '#b4302a', paper: '#fbe7e4' },
  done: { ink: '#1c5fa6', paper: '#e4eef9' },
  quiet: { ink: '#5b6472', paper: '#eeece7' },
};

/** How a finding's severity is marked. */
export const SEVERITY_SYMBOLS = { error: '✗', warning: '◆', info: '·' } as const;

/** What a cell begins with, and how it is coloured then. */
export interface TextColour {
  readonly start: string;
  readonly tone: Tone;
}

/** By symbol, which is no word of a language; by word too where one symbol has several colours. */
function coloursOf<Code extends string>(
  symbols: Readonly<Record<Code, string>>,
  tones: Readonly<Record<Code, Tone>>,
  wordsOf: (code: Code) => readonly string[],
): TextColour[] {
  // SAFETY: the keys of the record.
  const codes = Object.keys(symbols) as Code[];
  const usual = new Map(codes.map((code) => [symbols[code], tones[code]]));
  const others = codes.filter((code) => usual.get(symbols[code]) !== tones[code]);
  return [
    ...others.flatMap((code) =>
      wordsOf(code).map((word) => ({ start: `${symbols[code]} ${word}`, tone: tones[code] })),
    ),
    ...[...usual].map(([start, tone]) => ({ start, tone })),
  ];
}

const books = LANGUAGES.map(sentencesIn);

/** The first that fits a cell counts. */
export const STATUS_COLOURS: Readonly<Record<'kpi' | 'stop' | 'finding', readonly TextColour[]>> = {
  kpi: coloursOf(STATUS_SYMBOLS, KPI_TONES, (code) => books.map((book) => book.statuses[code])),
  stop: coloursOf(MILESTONE_SYMBOLS, STOP_TONES, (code) =>
    books.map((book) => book.milestoneStatuses[code]),
  ),
  finding: [
    { start: SEVERITY_SYMBOLS.error, tone: 'bad' },
    { start: SEVERITY_SYMBOLS.warning, tone: 'watch' },
  ],
};
