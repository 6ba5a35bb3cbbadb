import type { ChoiceListId } from './choices.ts';

/** The tabs that people fill in, in the order in which they stand. */
export const TAB_IDS = [
  'settings',
  'strategy',
  'goals',
  'measures',
  'kpis',
  'targets',
  'milestones',
  'actuals',
  'target_changes',
  'resources',
  'actions',
  'events',
  'calendar',
  'periods',
  'people',
] as const;

export type TabId = (typeof TAB_IDS)[number];

/** What a cell holds, and with it how it is read. */
export type CellKind =
  | 'text'
  | 'number'
  | 'share'
  | 'date'
  | 'choice'
  | 'reference'
  | 'yes_no'
  | 'formula'
  | 'unit'
  | 'window'
  | 'calendar_key'
  | 'email'
  | 'id';

export interface ColumnLayout {
  readonly cell: CellKind;
  /** What can be chosen; a column with `refersTo` as well takes a name besides. */
  readonly choices?: ChoiceListId;
  /** The tabs whose names or ids the cell may hold. */
  readonly refersTo?: readonly TabId[];
  /** Without this column the header row is not a header row. */
  readonly needed?: true;
  /** Id of a needed column that may be left out where this one stands. */
  readonly excuses?: string;
  /** Id of the column that it is after all when it holds figures alone: one word for both. */
  readonly figuresAre?: string;
  /** Its heading may end in a year: Target 2026. */
  readonly takesYear?: true;
  /** Where it stands when not among the columns that everybody sees. */
  readonly group?: 'more' | 'expert' | 'hidden';
}

/** Columns by id, in the order in which they stand. */
export type Columns = Readonly<Record<string, ColumnLayout>>;

export interface TabLayout<Id extends TabId = TabId, Of extends Columns = Columns> {
  readonly id: Id;
  /** On day one, or when somebody asks for it with "Add…". */
  readonly appears: 'day_one' | 'when_added';
  readonly columns: Of;
  /** Every tab whose name starts like this one is read. */
  readonly many?: true;
}

export const text = { cell: 'text' } as const;
export const number = { cell: 'number' } as const;
export const share = { cell: 'share' } as const;
export const date = { cell: 'date' } as const;
export const yesNo = { cell: 'yes_no' } as const;
export const formula = { cell: 'formula' } as const;
export const email = { cell: 'email' } as const;
export const calendarKey = { cell: 'calendar_key' } as const;
export const unit = { cell: 'unit', choices: 'unit' } as const;
export const lookBack = { cell: 'window' } as const;
export const hiddenId = { cell: 'id', group: 'hidden' } as const;

export const choice = <const List extends ChoiceListId>(choices: List) =>
  ({ cell: 'choice', choices }) as const;

export const refersTo = (...tabs: TabId[]) => ({ cell: 'reference', refersTo: tabs }) as const;

export const needed = <const Column extends ColumnLayout>(column: Column) =>
  ({ ...column, needed: true }) as const;

type InGroup<Of extends Columns, Group> = {
  readonly [Id in keyof Of]: Of[Id] & { readonly group: Group };
};

const inGroup =
  <const Group extends 'more' | 'expert'>(group: Group) =>
  <const Of extends Columns>(columns: Of) =>
    // SAFETY: each column as it was, with its group.
    Object.fromEntries(
      Object.entries(columns).map(([id, column]) => [id, { ...column, group }]),
    ) as InGroup<Of, Group>;

/** Columns in a collapsed group, which few people need; the rarest in one within it. */
export const more = inGroup('more');
export const expert = inGroup('expert');

export const tab = <const Id extends TabId, const Of extends Columns>(
  id: Id,
  appears: TabLayout['appears'],
  columns: Of,
): TabLayout<Id, Of> => ({ id, appears, columns });
