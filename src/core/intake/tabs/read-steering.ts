import type { Kpi } from '../../model/kpi.ts';
import { STATUS_CODES } from '../../model/status.ts';
import type { Action, TargetChange, WorkspaceEvent } from '../../model/workspace.ts';
import { type NameIndex, nameIndex, unknownReference } from '../rows/name-index.ts';
import { percentNumber, readShare, reportBounds } from '../rows/number-cells.ts';
import type { NamedRow } from '../rows/read-identities.ts';
import { type RowOf, reportBlanks, reportOrder } from '../rows/tab-row.ts';
import type { MeasureDraft } from './measure-draft.ts';
import { kpiOnDay } from './read-milestones.ts';

/** The Target changes tab: versions of a target, each from a day on. */
export function readTargetChanges(
  rows: readonly RowOf<'target_changes'>[],
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
): TargetChange[] {
  const index = nameIndex('kpis', kpis);
  const unitOf = new Map(measures.map(({ id, unit }) => [id, unit]));
  return rows.flatMap((bare, order): TargetChange[] => {
    reportBlanks(bare, 'target_changes');
    const effectiveFrom = bare.firstDay('effective_from');
    const kpi = kpiOnDay(bare, 'kpi', index, effectiveFrom);
    const row = bare.about({ kpiId: kpi?.id });
    const target = percentNumber(row, 'target', unitOf.get(kpi?.measureId ?? ''));
    const isRebase = row.read('rebase') ?? false;
    const reason = row.read('reason');
    if (kpi === null || effectiveFrom === null || target === null) return [];
    if (row.errors.length > 0) return [];
    if (reason === '') row.note('W_TARGET_REASON', {}, 'reason');
    const author = row.read('author');
    const place = row.place('target');
    return [{ kpiId: kpi.id, effectiveFrom, target, isRebase, author, reason, order, place }];
  });
}

/** The Actions tab. An act row with a status of a KPI and an end overrides the computed status. */
export function readActions(rows: readonly NamedRow<'actions'>[], kpis: readonly Kpi[]): Action[] {
  const index = nameIndex('kpis', kpis);
  return rows.flatMap(({ row: bare, name, id }, order): Action[] => {
    const day = bare.firstDay('date');
    const kpi = kpiOnDay(bare, 'kpi', index, day);
    const row = bare.about({ kpiId: kpi?.id });
    const phase = row.read('phase') ?? 'do';
    const status = row.read('status');
    const until = row.lastDay('until');
    const override = STATUS_CODES.find((code) => code === status) ?? null;
    const isOverride = phase === 'act' && until !== null && override !== null;
    const action: Action = {
      id,
      name,
      kpiId: kpi?.id ?? null,
      phase,
      day,
      owner: row.read('owner'),
      channel: row.read('channel') || null,
      resource: row.read('resource'),
      expectedEffect: row.read('expected_effect'),
      effectDay: row.firstDay('effect_date'),
      cause: row.read('cause'),
      confidence: confidenceOf(row),
      decision: row.read('decision'),
      overrideStatus: isOverride ? override : null,
      status: isOverride ? null : status,
      until,
      note: row.read('note'),
      order,
      place: row.place('name'),
    };
    return row.errors.length > 0 ? [] : [action];
  });
}

function confidenceOf(row: RowOf<'actions'>): number | null {
  const value = row.read('confidence');
  if (value === null || (value >= 0 && value <= 1)) return value;
  reportBounds(row, 'confidence', value, 0, 1);
  return null;
}

/** The Events tab; a blank To is one day, a blank subject is everything. */
export function readEvents(
  rows: readonly RowOf<'events'>[],
  kpis: readonly Kpi[],
  measures: readonly MeasureDraft[],
): WorkspaceEvent[] {
  const measureIndex = nameIndex('measures', measures);
  const kpiIndex = nameIndex('kpis', kpis);
  return rows.flatMap((row): WorkspaceEvent[] => {
    reportBlanks(row, 'events');
    const period = row.read('from');
    const to = row.lastDay('to') ?? period?.end ?? null;
    const subject = eventSubject(row, kpiIndex, measureIndex, period?.start ?? null);
    const expectedEffect = readShare(row, 'expected_effect');
    if (period === null || to === null) return [];
    if (to < period.start) reportOrder(row, period.start, to, 'to');
    if (row.errors.length > 0) return [];
    return [
      {
        name: row.read('name'),
        from: period.start,
        to,
        ...subject,
        channel: row.read('channel') || null,
        expectedEffect,
        note: row.read('note'),
        place: row.place('name'),
      },
    ];
  });
}

/** A KPI that has the name of its measure is meant as the measure: it bends every KPI on it. */
function eventSubject(
  row: RowOf<'events'>,
  kpis: NameIndex<Kpi>,
  measures: NameIndex<MeasureDraft>,
  day: number | null,
): { measureId: string | null; kpiId: string | null } {
  const text = row.read('subject');
  if (text === '') return { measureId: null, kpiId: null };
  const found = measures.find(text);
  if (found.length === 1) return { measureId: found[0].id, kpiId: null };
  if (kpis.find(text).length > 0) {
    return { measureId: null, kpiId: kpiOnDay(row, 'subject', kpis, day)?.id ?? null };
  }
  row.take(
    unknownReference(
      text,
      (name) => measures.nearest(name) ?? kpis.nearest(name),
      measures.tab,
      kpis.tab,
    ),
    'subject',
  );
  return { measureId: null, kpiId: null };
}
