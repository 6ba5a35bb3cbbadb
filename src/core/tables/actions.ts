import type { ActionEvaluation } from '../model/evaluation.ts';
import type { Action } from '../model/workspace.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
import { sumPer } from './guards.ts';
import { kpiBlock } from './kpi-block.ts';
import type { ResultTable } from './result-table.ts';
import type { KpiResult } from './results.ts';
import { countIf } from './status-counts.ts';

export interface ActionBlock {
  readonly action: Action;
  readonly evaluation: ActionEvaluation | null;
  readonly result: KpiResult | null;
  /** "Anna, 1 Mar, expected €5,000 more, measured €3,200 more (no more than usual): the fair" */
  readonly text: string;
}

const who = fieldsIn('who');
const status = fieldsIn('status');
const figures = fieldsIn('figures');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const ONE = sumPer('action_id');

const columns = {
  ...kpiBlock(({ result }: ActionBlock) => result),
  action_id: who.text(({ action }) => action.id),
  action: essential(who.text(({ action }) => action.name)),
  action_phase: who.text(({ action }) => action.phase),
  action_phase_label: essential(
    who.text(({ action: { phase } }, { choice }) =>
      phase === null ? null : choice('phase', phase),
    ),
  ),
  action_date: essential(who.date(({ action }) => action.day)),
  action_owner: essential(who.text(({ action }) => action.owner)),
  action_channel: who.text(({ action }) => action.channel),
  action_resource: who.text(({ action }) => action.resource),
  effect_date: essential(who.date(({ action }) => action.effectDay)),
  cause: essential(texts.text(({ action }) => action.cause)),
  decision: essential(
    texts.text(({ action: { decision } }, { choice }) =>
      decision === null ? null : choice('decision', decision),
    ),
  ),
  action_status_label: essential(
    status.text(({ action: { overrideStatus, status: own } }, { book, choice }) => {
      if (overrideStatus !== null) return book.statuses[overrideStatus];
      return own === null ? null : choice('action_status', own);
    }),
  ),
  action_text: essential(texts.text(({ text }) => text)),
  action_url: texts.url(({ action }, { urlOf }) => urlOf(action.place)),
  expected_effect: essential(figures.figure(ONE, ({ action }) => action.expectedEffect)),
  measured_effect: essential(
    figures.figure(ONE, ({ evaluation }) => evaluation?.effect.measured.value ?? null),
  ),
  effect_difference: figures.figure(ONE, ({ action: { expectedEffect }, evaluation }) => {
    const measured = evaluation?.effect.measured.value ?? null;
    return measured === null || expectedEffect === null ? null : measured - expectedEffect;
  }),
  confidence: figures.share(ONE, ({ action }) => action.confidence),
  action_count: essential(counts.sum(() => 1)),
  overdue_count: essential(counts.sum(({ evaluation }) => countIf(evaluation?.isOverdue ?? false))),
} satisfies Columns<ActionBlock>;

/** One row per action. */
export const ACTIONS: ResultTable<ActionBlock> = {
  columns,
  hidden: {
    action_is_to_do: { read: ({ evaluation }) => countIf(evaluation?.isToDo ?? false) },
  },
  defaults: ['action', 'action_count'],
};
