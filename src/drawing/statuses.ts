import { sentencesIn } from '../core/language/languages.ts';
import { LANGUAGES } from '../core/model/locale.ts';
import {
  MILESTONE_STATUS_CODES,
  type MilestoneStatusCode,
  STATUS_CODES,
  type StatusCode,
} from '../core/model/status.ts';
import type { Language } from '../core/model/workspace.ts';
import { MILESTONE_SYMBOLS, STATUS_SYMBOLS } from '../core/tables/status-symbols.ts';
import type { Tone } from './colours.ts';
import { KPI_TONES, STOP_TONES } from './tones.ts';

/** A status as it is shown: never by its colour alone. */
export interface ShownStatus {
  readonly word: string;
  readonly symbol: string;
  readonly tone: Tone;
  /** A smaller number wants attention sooner. */
  readonly order: number;
  /** A stopover that is behind us. */
  readonly isReached: boolean;
  /** The languages in which this is what Koers calls it; empty for a code and for words of others. */
  readonly languages: readonly Language[];
}

interface Kind<Code extends string> {
  readonly codes: readonly Code[];
  readonly tones: Readonly<Record<Code, Tone>>;
  readonly symbols: Readonly<Record<Code, string>>;
  readonly wordsIn: (language: Language) => Readonly<Record<Code, string>>;
}

const KPIS: Kind<StatusCode> = {
  codes: STATUS_CODES,
  tones: KPI_TONES,
  symbols: STATUS_SYMBOLS,
  wordsIn: (language) => sentencesIn(language).statuses,
};

const STOPS: Kind<MilestoneStatusCode> = {
  codes: MILESTONE_STATUS_CODES,
  tones: STOP_TONES,
  symbols: MILESTONE_SYMBOLS,
  wordsIn: (language) => sentencesIn(language).milestoneStatuses,
};

function reader<Code extends string>({ codes, tones, symbols, wordsIn }: Kind<Code>) {
  const calledIn = (code: Code, text: string): Language[] =>
    LANGUAGES.filter((language) => wordsIn(language)[code].toLowerCase() === text);
  return (said: string, language: Language): ShownStatus | null => {
    const text = said.trim().toLowerCase();
    const code = codes.find((each) => each === text || calledIn(each, text).length > 0);
    if (code === undefined) return null;
    return {
      word: wordsIn(language)[code],
      symbol: symbols[code],
      tone: tones[code],
      order: codes.indexOf(code),
      isReached: code.startsWith('reached') || code === 'achieved',
      languages: calledIn(code, text),
    };
  };
}

const ofKpi = reader(KPIS);
const ofStop = reader(STOPS);

/** Words of others are shown as they are, without a judgement. */
const unjudged = (word: string): ShownStatus => ({
  word,
  symbol: '○',
  tone: 'quiet',
  order: STATUS_CODES.length,
  isReached: false,
  languages: [],
});

/** The status of a KPI or goal from its code or its words in any language; null without one. */
export const kpiStatusOf = (said: string | null, language: Language): ShownStatus | null =>
  said === null ? null : (ofKpi(said, language) ?? ofStop(said, language) ?? unjudged(said));

/** The status of a stopover from its code or its words in any language; null without one. */
export const stopStatusOf = (said: string | null, language: Language): ShownStatus | null =>
  said === null ? null : (ofStop(said, language) ?? ofKpi(said, language) ?? unjudged(said));
