import type { Goal } from '../../model/goal.ts';
import type { Kpi } from '../../model/kpi.ts';
import type { ResourceRow } from '../../model/workspace.ts';
import { readUnit } from '../cell/read-unit.ts';
import { type NameIndex, nameIndex, unknownReference } from '../rows/name-index.ts';
import { type RowOf, reportBlanks } from '../rows/tab-row.ts';
import { kpiOnDay } from './read-milestones.ts';

/** The Resources tab: budget and use, by KPI or goal. The unit is a currency's code or a word. */
export function readResources(
  rows: readonly RowOf<'resources'>[],
  kpis: readonly Kpi[],
  goals: readonly Goal[],
  currency: string,
): ResourceRow[] {
  const kpiIndex = nameIndex('kpis', kpis);
  const goalIndex = nameIndex('goals', goals);
  return rows.flatMap((row, order): ResourceRow[] => {
    reportBlanks(row, 'resources');
    const day = row.lastDay('date');
    const subject = resourceSubject(row, kpiIndex, goalIndex, day);
    const budget = row.read('budget');
    const used = row.read('used');
    if (row.errors.length > 0) return [];
    return [
      {
        resource: row.read('resource'),
        ...subject,
        channel: row.read('channel') || null,
        unit: unitText(row, currency),
        day,
        budget,
        used,
        note: row.read('note'),
        order,
        place: row.place('resource'),
      },
    ];
  });
}

function unitText(row: RowOf<'resources'>, currency: string): string {
  const text = row.text('unit');
  if (text === '') return currency;
  const reading = readUnit(text, currency);
  return reading.kind === 'value' && reading.value.kind === 'currency'
    ? reading.value.currency
    : text;
}

function resourceSubject(
  row: RowOf<'resources'>,
  kpis: NameIndex<Kpi>,
  goals: NameIndex<Goal>,
  day: number | null,
): { kpiId: string | null; goalId: string | null } {
  const text = row.read('subject');
  const none = { kpiId: null, goalId: null };
  if (text === '') return none;
  if (kpis.find(text).length > 0) {
    return { ...none, kpiId: kpiOnDay(row, 'subject', kpis, day)?.id ?? null };
  }
  const goal = goals.find(text);
  if (goal.length === 1) return { ...none, goalId: goal[0].id };
  row.take(
    unknownReference(
      text,
      (name) => kpis.nearest(name) ?? goals.nearest(name),
      kpis.tab,
      goals.tab,
    ),
    'subject',
  );
  return none;
}
