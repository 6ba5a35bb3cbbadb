import { CHOICES } from '../../core/layout/choices.ts';

/** What somebody says of a KPI. */
export interface SentCheckIn {
  readonly kpiId: string;
  readonly note: string;
  readonly cause: string;
  /** 0–1; null: not said. */
  readonly confidence: number | null;
  readonly decision: (typeof CHOICES)['decision'][number] | null;
  /** '' for whoever sends it. */
  readonly who: string;
}

export interface CheckInAnswer {
  readonly said: string;
  readonly isWritten: boolean;
}

/** Longer is no note. */
const MOST_CHARACTERS = 2000;

const shortText = (value: unknown): string =>
  typeof value === 'string' ? value.trim().slice(0, MOST_CHARACTERS) : '';

const isShare = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

/** What a page sent, of which nothing is trusted; null where it names no KPI or says nothing. */
export function readCheckIn(sent: unknown): SentCheckIn | null {
  const { kpiId, note, cause, confidence, decision, who }: Readonly<Record<string, unknown>> =
    Object(sent);
  const own = {
    kpiId: shortText(kpiId),
    note: shortText(note),
    cause: shortText(cause),
    confidence: isShare(confidence) ? confidence : null,
    decision: CHOICES.decision.find((code) => code === decision) ?? null,
    who: shortText(who),
  };
  return own.kpiId === '' || own.note === '' ? null : own;
}
