import type { Kpi } from '../model/kpi.ts';
import { STATUS_CODES } from '../model/status.ts';
import type { Action, TargetChange, WorkspaceEvent } from '../model/workspace.ts';
import type { FoundTab } from './find-header.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { type NameIndex, nameIndex, unknownReference } from './name-index.ts';
import { percentNumber, readShare } from './percent-scale.ts';
import type { ReadContext } from './read-context.ts';
import type { NamedRow } from './read-identities.ts';
import { kpiOnDay } from './read-milestones.ts';
import { reportBounds, reportOrder, rowsOf, type TabRow } from './tab-row.ts';

/** The Target changes tab: versions of a target, each from a day on. */
export function readTargetChanges(
  tab: FoundTab | null,
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
  context: ReadContext,
): TargetChange[] {
  const index = nameIndex('kpis', kpis);
  const unitOf = new Map(measures.map(({ id, unit }) => [id, unit]));
  return (tab === null ? [] : rowsOf(tab, context)).flatMap((row, order): TargetChange[] => {
    reportBlanks(row, ['kpi', 'effective_from', 'target']);
    const effectiveFrom = row.firstDay('effective_from');
    const kpi = kpiOnDay(row, 'kpi', index, effectiveFrom);
    if (kpi !== null) row.subject = { kpiId: kpi.id };
    const target = percentNumber(row, 'target', unitOf.get(kpi?.measureId ?? ''), context);
    const isRebase = row.yesNo('rebase') ?? false;
    const reason = row.text('reason');
    if (kpi === null || effectiveFrom === null || target === null) return [];
    if (row.errors.length > 0) return [];
    if (reason === '') context.issues.add('W_TARGET_REASON', row.place('reason'), {}, row.subject);
    const author = row.text('author');
    const place = row.place('target');
    return [{ kpiId: kpi.id, effectiveFrom, target, isRebase, author, reason, order, place }];
  });
}

function reportBlanks(row: TabRow, columns: readonly string[]): void {
  for (const column of columns) {
    if (!row.has(column)) row.report('E_BLANK', {}, column);
  }
}

/** The Actions tab. An act row with a status of a KPI and an end overrides the computed status. */
export function readActions(rows: readonly NamedRow[], kpis: readonly Kpi[]): Action[] {
  const index = nameIndex('kpis', kpis);
  return rows.flatMap(({ row, name, id }, order): Action[] => {
    const day = row.firstDay('date');
    const kpi = kpiOnDay(row, 'kpi', index, day);
    if (kpi !== null) row.subject = { kpiId: kpi.id };
    const phase = row.choice('phase', CHOICE_LISTS.phase) ?? 'do';
    const status = row.choice('status', CHOICE_LISTS.action_status);
    const until = row.lastDay('until');
    const override = STATUS_CODES.find((code) => code === status) ?? null;
    const isOverride = phase === 'act' && until !== null && override !== null;
    const action: Action = {
      id,
      name,
      kpiId: kpi?.id ?? null,
      phase,
      day,
      owner: row.text('owner'),
      channel: row.text('channel') || null,
      resource: row.text('resource'),
      expectedEffect: row.number('expected_effect'),
      effectDay: row.firstDay('effect_date'),
      cause: row.text('cause'),
      confidence: confidenceOf(row),
      decision: row.choice('decision', CHOICE_LISTS.decision) ?? '',
      overrideStatus: isOverride ? override : null,
      statusText: isOverride ? '' : (status ?? ''),
      until,
      note: row.text('note'),
      order,
      place: row.place('name'),
    };
    return row.errors.length > 0 ? [] : [action];
  });
}

function confidenceOf(row: TabRow): number | null {
  const value = row.number('confidence');
  if (value === null || (value >= 0 && value <= 1)) return value;
  reportBounds(row, 'confidence', value, 0, 1);
  return null;
}

/** The Events tab; a blank To is one day, a blank subject is everything. */
export function readEvents(
  tab: FoundTab | null,
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
  context: ReadContext,
): WorkspaceEvent[] {
  const measureIndex = nameIndex('measures', measures);
  const kpiIndex = nameIndex('kpis', kpis);
  return (tab === null ? [] : rowsOf(tab, context)).flatMap((row): WorkspaceEvent[] => {
    reportBlanks(row, ['name', 'from']);
    const period = row.period('from');
    const to = row.lastDay('to') ?? period?.end ?? null;
    const subject = eventSubject(row, kpiIndex, measureIndex, period?.start ?? null);
    const expectedEffect = readShare(row, 'expected_effect', context);
    if (period === null || to === null) return [];
    if (to < period.start) reportOrder(row, period.start, to, 'to');
    if (row.errors.length > 0) return [];
    return [
      {
        name: row.text('name'),
        from: period.start,
        to,
        ...subject,
        channel: row.text('channel') || null,
        expectedEffect,
        note: row.text('note'),
        place: row.place('name'),
      },
    ];
  });
}

/** A KPI that has the name of its measure is meant as the measure: it bends every KPI on it. */
function eventSubject(
  row: TabRow,
  kpis: NameIndex<Kpi>,
  measures: NameIndex<MeasureDraft>,
  day: number | null,
): { measureId: string | null; kpiId: string | null } {
  const text = row.text('subject');
  if (text === '') return { measureId: null, kpiId: null };
  const found = measures.find(text);
  if (found.length === 1) return { measureId: found[0].id, kpiId: null };
  if (kpis.find(text).length > 0) {
    return { measureId: null, kpiId: kpiOnDay(row, 'subject', kpis, day)?.id ?? null };
  }
  row.reportProblem(
    unknownReference(
      text,
      (name) => measures.nearest(name) || kpis.nearest(name),
      measures.tab,
      kpis.tab,
    ),
    'subject',
  );
  return { measureId: null, kpiId: null };
}
