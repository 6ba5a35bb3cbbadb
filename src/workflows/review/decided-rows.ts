import { freeId } from '../../core/intake/rows/make-ids.ts';
import { fullDate } from '../../core/language/format-date.ts';
import { REVIEW_WORDS } from '../../core/language/review-words.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Measure } from '../../core/model/measure.ts';
import type { Action, Language } from '../../core/model/workspace.ts';
import { fieldReader, Refusal } from '../begin/asked-step.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { ComingRow } from '../set-up/put-rows.ts';
import { type KnownWorkbook, nameIn } from '../workbook/known-workbook.ts';
import type { SentDecision } from './sent-decisions.ts';

/** A decision as the rows that keep it. */
export interface DecidedRows {
  readonly measure: Measure | null;
  readonly action: ComingRow & { readonly id: string };
  /** Null where the target stays as it is. */
  readonly targetChange: ComingRow | null;
  /** The row in Actions, where the same was written before: an answer may get lost. */
  readonly present: Action | null;
}

export interface Deciding {
  readonly known: KnownWorkbook;
  readonly locale: string;
  /** Who writes it down. */
  readonly author: string;
  /** Of whoever is told what cannot be used. */
  readonly language: Language;
}

/** Judged by one number, which can be another one from a day on. */
const WITH_TARGET: readonly Kpi['type'][] = ['reach', 'at_least', 'at_most', 'ceiling'];

function newTarget(
  { target: typed, from }: SentDecision,
  kpi: Kpi,
  isPercent: boolean,
  { known, locale, language }: Deciding,
): { readonly target: number; readonly from: Day } | null {
  const words = REVIEW_WORDS[language];
  const { number, day } = fieldReader(locale, language);
  const target = number(words.form.target, typed, isPercent);
  if (target === null) return null;
  if (!WITH_TARGET.includes(kpi.type)) throw new Refusal(words.noTarget(kpi.name));
  const start = from === '' ? known.today : day(words.form.from, from);
  if (start < kpi.start || start > kpi.due) {
    const [first, last] = [kpi.start, kpi.due].map((own) => fullDate(own, language));
    throw new Refusal(words.notRunning(kpi.name, first, last));
  }
  return { target, from: start };
}

/**
 * A decision that is written twice is one row: what it says is its id. Another one that happens to
 * have that id leaves it alone.
 */
function idOf(row: ComingRow['row'], actions: readonly Action[]) {
  const id = `decision_${contentHash(JSON.stringify(row))}`;
  const same = actions.find((own) => own.id === id && own.name === row.name) ?? null;
  return { id: freeId(id, new Set(same === null ? actions.map((own) => own.id) : [])), same };
}

/** Reads what was typed as a cell of the workbook is read; a Refusal says what cannot be used. */
export function decidedRows(sent: SentDecision, deciding: Deciding): DecidedRows {
  const { known, locale, author, language } = deciding;
  const { workspace, today } = known;
  const words = REVIEW_WORDS[language];
  const kpi = workspace.kpis.find(({ id }) => id === sent.kpiId);
  if (kpi === undefined) throw new Refusal(words.unknownKpi);
  if (sent.text === '') throw new Refusal(words.noText(kpi.name));
  const measure = workspace.measures.find(({ id }) => id === kpi.measureId) ?? null;
  const isPercent = measure?.unit.kind === 'percent';
  const { number, day } = fieldReader(locale, language);
  const due = sent.due === '' ? null : day(words.form.due, sent.due);
  const effect = number(words.form.effect, sent.effect, isPercent);
  const changed = newTarget(sent, kpi, isPercent, deciding);
  const row = {
    name: sent.text,
    kpi: nameIn(workspace, kpi),
    phase: 'act',
    date: today,
    owner: sent.owner || null,
    expected_effect: effect,
    // What is done by a day shows from that day on.
    effect_date: due ?? (effect === null ? null : today),
    decision: changed === null ? sent.decision : 'adjust',
    status: due === null ? null : 'open',
    until: due,
  };
  const { id, same } = idOf({ ...row, ...changed }, workspace.actions);
  return {
    measure,
    present: same,
    action: { id, row: { ...row, id }, looks: isPercent ? { expected_effect: 'percent' } : {} },
    targetChange:
      changed === null
        ? null
        : {
            row: {
              kpi: nameIn(workspace, kpi),
              effective_from: changed.from,
              target: changed.target,
              author: author || null,
              reason: sent.text,
            },
            looks: isPercent ? { target: 'percent' } : {},
          },
  };
}
