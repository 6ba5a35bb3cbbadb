import type { BoardKpi } from '../workflows/board/board.ts';
import type { SentCheckIn } from '../workflows/check-in/sent-check-in.ts';
import { sendCheckIn } from './ask-script.ts';
import { h } from './dom.ts';
import { field, list } from './fields.ts';
import { fold } from './fold.ts';
import type { Say } from './say.ts';

/** 0%, 10% … 100% */
const CONFIDENCES: readonly number[] = Array.from({ length: 11 }, (_, tenths) => tenths / 10);
const DECISIONS = ['keep', 'adjust', 'stop'] as const;

function form(
  { id }: BoardKpi,
  { words: { checkIn, loading }, share }: Say,
  written: (text: string) => void,
): HTMLElement {
  const note = field(checkIn.note, { kind: 'lines', isNeeded: true });
  const cause = field(checkIn.cause);
  const sure = list(checkIn.howSure, [
    ['', checkIn.notSaid],
    ...CONFIDENCES.map((own) => [String(own), share(own)] as const),
  ]);
  const decision = list(checkIn.decision, [
    ['', checkIn.notSaid],
    ...DECISIONS.map((code) => [code, checkIn.decisions[code]] as const),
  ]);
  const who = field(checkIn.who, { help: checkIn.whoHelp });
  const fields = [note, cause, sure, decision, who];
  const said = h('p', { class: 'said', attributes: { role: 'status' } });
  const send = h('button', { attributes: { type: 'submit' } }, checkIn.open);
  const sent = (): SentCheckIn => ({
    kpiId: id,
    note: note.value(),
    cause: cause.value(),
    confidence: sure.value() === '' ? null : Number(sure.value()),
    decision: DECISIONS.find((code) => code === decision.value()) ?? null,
    who: who.value(),
  });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    said.textContent = loading;
    const own = sent();
    const answer = await sendCheckIn(own);
    send.disabled = false;
    said.textContent = answer.said;
    // What could not be written stays where it was typed.
    if (!answer.isWritten) return;
    written([own.note, own.cause].filter(Boolean).join(' · '));
    node.reset();
  };
  const node = h(
    'form',
    { on: { submit: (event: Event) => void submit(event) } },
    ...fields.map((own) => own.node),
    h('p', {}, send),
    said,
  );
  return node;
}

/**
 * What is going on with a KPI, why, and how sure one is: folded until somebody wants to say it.
 * `written` is told what stands in the workbook since.
 */
export const checkInForm = (
  kpi: BoardKpi,
  say: Say,
  written: (text: string) => void,
): HTMLElement =>
  fold({
    class: 'check-in',
    summary: [say.words.checkIn.open, h('span', { class: 'unseen' }, `: ${kpi.name}`)],
    inside: () => form(kpi, say, written),
  });
