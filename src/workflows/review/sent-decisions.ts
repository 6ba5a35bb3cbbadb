import { CHOICES } from '../../core/layout/choices.ts';

/** What a meeting decides of a KPI, as it was typed. */
export interface SentDecision {
  readonly kpiId: string;
  readonly text: string;
  readonly decision: (typeof CHOICES)['decision'][number];
  readonly owner: string;
  /** YYYY-MM-DD, or ''. */
  readonly due: string;
  /** Numbers in the workbook's locale, or ''. */
  readonly effect: string;
  readonly target: string;
  /** From which day the target is another, YYYY-MM-DD; '' for the day of the review. */
  readonly from: string;
}

export interface SentDecisions {
  readonly decisions: readonly SentDecision[];
  /** What the person said OK to, as it was answered; null asks only what would be written. */
  readonly seen: string | null;
}

/** A row as it will stand, or stands, in a tab; what is blank in it is left out. */
export interface DecidedRow {
  readonly tab: string;
  /** From 1, as the spreadsheet counts. */
  readonly row: number;
  /** '' for a row that is not there yet. */
  readonly url: string;
  readonly cells: readonly { readonly name: string; readonly text: string }[];
}

export type DecisionsAnswer =
  | {
      readonly rows: readonly DecidedRow[];
      /** To be sent back with an OK. */
      readonly seen: string;
      readonly isWritten: boolean;
      readonly said: string;
    }
  | { readonly failure: string };

/** Longer is no decision. */
const MOST_CHARACTERS = 2000;
/** More no meeting takes. */
const MOST_DECISIONS = 200;

const shortText = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, MOST_CHARACTERS) : '';

function readDecision(sent: unknown): SentDecision {
  const values: Readonly<Record<string, unknown>> = Object(sent);
  return {
    kpiId: shortText(values.kpiId),
    // One line: it is the name of an action.
    text: shortText(values.text).replace(/\s+/g, ' '),
    decision: CHOICES.decision.find((code) => code === values.decision) ?? 'adjust',
    owner: shortText(values.owner),
    due: shortText(values.due),
    effect: shortText(values.effect),
    target: shortText(values.target),
    from: shortText(values.from),
  };
}

/** What a page sent, of which nothing is trusted. */
export function readDecisions(sent: unknown): SentDecisions {
  const { decisions, seen }: Readonly<Record<string, unknown>> = Object(sent);
  return {
    decisions: Array.isArray(decisions) ? decisions.slice(0, MOST_DECISIONS).map(readDecision) : [],
    seen: typeof seen === 'string' ? seen : null,
  };
}
