import type { Day } from './calendar-date.ts';
import type { StatusCode } from './status.ts';
import type { Language } from './workspace.ts';

/** What people were told of a KPI, and what they will hear next. */
export interface KpiTold {
  /** The status that they know of; null while it never was judged. */
  readonly status: StatusCode | null;
  /** That of the evaluation before: one that stays is told, one that passes is not. */
  readonly seen: StatusCode;
  /** Day of the last message about it. */
  readonly day: Day | null;
  /** Due days of the check-ins that were asked for: of the owner, and of that of the goal. */
  readonly asked: Day | null;
  readonly askedAgain: Day | null;
}

/** What people were told, by KPI, and when the last digest was made. */
export interface Told {
  readonly kpis: Readonly<Record<string, KpiTold>>;
  readonly digestDay: Day | null;
}

/** The rooms that a message may go to beside people's own mail. */
export const CHAT_IDS = ['google_chat', 'slack', 'teams'] as const;
export type ChatId = (typeof CHAT_IDS)[number];

export type LetterKind = 'alert' | 'check_in' | 'digest';

/** A status as a letter shows it: the code decides the colour, mark and word are read. */
export interface LetterStatus {
  readonly code: StatusCode;
  readonly mark: string;
  readonly word: string;
}

/** The way to a target: 0 is where it started, 1 the target, and beyond either end. */
export interface LetterWay {
  readonly actual: number;
  /** Where it should be by now; null without a plan. */
  readonly plan: number | null;
  /** The same in words. */
  readonly text: string;
}

/** The course to a target as a picture draws it: at equal distances, each value 0 … 100 of its height. */
export interface LetterCourse {
  readonly plan: readonly (number | null)[];
  readonly actual: readonly (number | null)[];
  readonly forecast: readonly (number | null)[];
  /** What the picture shows, in words. */
  readonly text: string;
}

/** A KPI, a goal or an action, and what there is to say of it. Every text is text, never markup. */
export interface LetterItem {
  readonly status: LetterStatus | null;
  readonly title: string;
  /** Opens its cell; '' for none. */
  readonly url: string;
  readonly lines: readonly string[];
  readonly way: LetterWay | null;
  /** Left out where there is none, and by versions that drew none. */
  readonly course?: LetterCourse;
}

export interface LetterLink {
  readonly text: string;
  readonly url: string;
}

/** A message in the language of whoever gets it, before it is a mail or a post. */
export interface Letter {
  readonly language: Language;
  readonly subject: string;
  readonly opening: string;
  readonly sections: readonly { readonly title: string; readonly items: readonly LetterItem[] }[];
  readonly links: readonly LetterLink[];
  /** Why one gets it and how it stops. */
  readonly footer: string;
}

export type Addressee =
  | { readonly kind: 'mail'; readonly email: string }
  | { readonly kind: 'chat'; readonly chat: ChatId };

/** A letter that waits to be sent. */
export interface WaitingLetter {
  /** kind·KPIs·day·person: the same letter never has two. */
  readonly id: string;
  readonly kind: LetterKind;
  readonly day: Day;
  readonly to: Addressee;
  readonly letter: Letter;
}
