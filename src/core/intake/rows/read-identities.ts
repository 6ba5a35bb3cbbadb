import type { ColumnId } from '../../layout/sheet-layout.ts';
import { cellAddress } from '../../model/a1-notation.ts';
import type { IssueSubject } from '../../model/issue.ts';
import { shown } from '../cell/cell-reading.ts';
import { freeId, idFromName, isId } from './make-ids.ts';
import type { ReadContext } from './read-context.ts';
import type { RowOf, TabRow } from './tab-row.ts';

/** Tabs whose rows other rows refer to. */
export type NamedTab = 'strategy' | 'goals' | 'measures' | 'kpis' | 'actions';

/** A row with the name and id by which other rows refer to it. */
export interface NamedRow<Tab extends NamedTab> {
  readonly row: RowOf<Tab>;
  readonly name: string;
  readonly id: string;
}

/** What a row is called by, what an id is made of when its name has no letters, and its subject. */
const NAMING: {
  readonly [Tab in NamedTab]: {
    readonly column: ColumnId<Tab>;
    readonly fallback: string;
    readonly subject?: (id: string) => IssueSubject;
  };
} = {
  strategy: { column: 'text', fallback: 'strategy' },
  goals: { column: 'name', fallback: 'goal', subject: (goalId) => ({ goalId }) },
  measures: { column: 'name', fallback: 'measure' },
  kpis: { column: 'name', fallback: 'kpi', subject: (kpiId) => ({ kpiId }) },
  actions: { column: 'name', fallback: 'action' },
};

/**
 * Names and ids of the rows of a tab. Typed ids keep; blank ones are made from the name and noted
 * to be written; a row without a name is an issue and left out.
 */
export function readIdentities<Tab extends NamedTab>(
  rows: readonly RowOf<Tab>[],
  tab: Tab,
  context: ReadContext,
): NamedRow<Tab>[] {
  const { column, fallback, subject } = NAMING[tab];
  // SAFETY: rows of a tab that has this column and the one for ids; they are given back as they came.
  const named = (rows as unknown as readonly TabRow[]).flatMap((row) => {
    const name = nameOf(row, column);
    return name === null ? [] : [{ row, name }];
  });
  const placeOfId = new Map<string, string>();
  const typedIds = named.map(({ row }) => typedId(row, placeOfId, context));
  const taken = new Set(placeOfId.keys());
  return named.map(({ row, name }, index) => {
    const id = typedIds[index] ?? freeId(idFromName(name, fallback), taken);
    if (typedIds[index] === null) {
      taken.add(id);
      noteIdToWrite(row, id, context);
    }
    return { row: subject === undefined ? row : row.about(subject(id)), name, id };
  }) as unknown as NamedRow<Tab>[];
}

function nameOf(row: TabRow, column: string): string | null {
  const name = row.text(column);
  if (name !== '') return name;
  if (!row.has(column)) row.report('E_BLANK', {}, column);
  return null;
}

/** The id as typed when it is one and the first of its spelling; null with an issue otherwise. */
function typedId(row: TabRow, placeOfId: Map<string, string>, context: ReadContext): string | null {
  if (!row.has('id')) return null;
  // An issue about an id leaves the row whole: its name makes another one.
  const id = row.text('id');
  if (id === '') return null;
  const place = row.place('id');
  if (!isId(id)) {
    context.issues.add('E_ID', place, { received: shown(id) });
    return null;
  }
  const other = placeOfId.get(id);
  if (other !== undefined) {
    context.issues.add('E_ID_TWICE', place, { received: id, other });
    return null;
  }
  placeOfId.set(id, place.cell ?? '');
  return id;
}

function noteIdToWrite(row: TabRow, id: string, context: ReadContext): void {
  const column = row.tab.columnOf.id;
  if (column === undefined || row.has('id') || row.tab.sheet.spreadsheet !== undefined) return;
  context.idsToWrite.push({ tab: row.tab.sheet.name, cell: cellAddress(column, row.row), id });
}

/** A warning for every name that stands in the tab a second time. */
export function warnOfRepeatedNames<Tab extends 'goals' | 'measures'>(
  rows: readonly NamedRow<Tab>[],
  context: ReadContext,
): void {
  const first = new Map<string, NamedRow<Tab>>();
  for (const named of rows) {
    const key = named.name.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, named);
    else {
      context.issues.add('W_NAME_TWICE', named.row.place('name'), {
        received: named.name,
        other: other.row.place('name').cell ?? '',
      });
    }
  }
}
