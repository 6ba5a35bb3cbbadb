import type { Goal } from '../model/goal.ts';
import type { Kpi } from '../model/kpi.ts';
import type { ResourceRow } from '../model/workspace.ts';
import { readUnit } from './cell/read-unit.ts';
import type { FoundTab } from './find-header.ts';
import { type NameIndex, nameIndex, unknownReference } from './name-index.ts';
import type { ReadContext } from './read-context.ts';
import { kpiOnDay } from './read-milestones.ts';
import { rowsOf, type TabRow } from './tab-row.ts';

/** The Resources tab: budget and use, by KPI or goal. The unit is a currency's code or a word. */
export function readResources(
  tab: FoundTab | null,
  kpis: readonly Kpi[],
  goals: readonly Goal[],
  currency: string,
  context: ReadContext,
): ResourceRow[] {
  const kpiIndex = nameIndex('kpis', kpis);
  const goalIndex = nameIndex('goals', goals);
  return (tab === null ? [] : rowsOf(tab, context)).flatMap((row, order): ResourceRow[] => {
    for (const column of ['resource', 'subject']) {
      if (!row.has(column)) row.report('E_BLANK', {}, column);
    }
    const day = row.lastDay('date');
    const subject = resourceSubject(row, kpiIndex, goalIndex, day);
    const budget = row.number('budget');
    const used = row.number('used');
    if (row.errors.length > 0) return [];
    return [
      {
        resource: row.text('resource'),
        ...subject,
        channel: row.text('channel') || null,
        unit: unitText(row, currency),
        day,
        budget,
        used,
        note: row.text('note'),
        order,
        place: row.place('resource'),
      },
    ];
  });
}

function unitText(row: TabRow, currency: string): string {
  const text = row.text('unit');
  if (text === '') return currency;
  const reading = readUnit(text);
  return reading.kind === 'value' && reading.value.kind === 'currency'
    ? reading.value.currency
    : text;
}

function resourceSubject(
  row: TabRow,
  kpis: NameIndex<Kpi>,
  goals: NameIndex<Goal>,
  day: number | null,
): { kpiId: string | null; goalId: string | null } {
  const text = row.text('subject');
  const none = { kpiId: null, goalId: null };
  if (text === '') return none;
  if (kpis.find(text).length > 0) {
    return { ...none, kpiId: kpiOnDay(row, 'subject', kpis, day)?.id ?? null };
  }
  const goal = goals.find(text);
  if (goal.length === 1) return { ...none, goalId: goal[0].id };
  row.reportProblem(
    unknownReference(
      text,
      (name) => kpis.nearest(name) || goals.nearest(name),
      kpis.tab,
      goals.tab,
    ),
    'subject',
  );
  return none;
}
