import type { ChoiceListId } from './choice-lists.ts';

export type Words = { readonly en: string; readonly nl: string };

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
  | 'calendar_key'
  | 'email'
  | 'id';

export type ColumnGroup = 'visible' | 'more' | 'expert' | 'hidden';

export type TabId =
  | 'settings'
  | 'strategy'
  | 'goals'
  | 'measures'
  | 'kpis'
  | 'milestones'
  | 'actuals'
  | 'target_changes'
  | 'resources'
  | 'actions'
  | 'events'
  | 'calendar'
  | 'periods'
  | 'people';

export type ColumnLayout = {
  readonly id: string;
  readonly name: Words;
  readonly help: Words;
  readonly cell: CellKind;
  readonly group: ColumnGroup;
  /** Other headers that mean this column, in either language. */
  readonly synonyms: readonly string[];
  readonly choices?: ChoiceListId;
  /** The tabs whose names or ids the cell may hold. */
  readonly refersTo?: readonly TabId[];
  /** Without this column the header row is not a header row. */
  readonly needed?: true;
};

export type TabLayout = {
  readonly id: TabId;
  readonly name: Words;
  readonly synonyms: readonly string[];
  /** On day one, or when somebody asks for it with "Add…". */
  readonly appears: 'day_one' | 'when_added';
  /** Every tab whose name starts like this one is read. */
  readonly many?: true;
  readonly columns: readonly ColumnLayout[];
};

/** Words separated by commas. */
export const listOf = (texts: string): string[] => (texts === '' ? [] : texts.split(','));

/** "English|Nederlands" as the two words it is. */
export function words(both: string): Words {
  const [en, nl = en] = both.split('|');
  return { en, nl };
}

/** "Name|Naam|Help.|Hulp." */
export function nameAndHelp(texts: string): { name: Words; help: Words } {
  const [en, nl, helpEn, helpNl] = texts.split('|');
  return { name: { en, nl }, help: { en: helpEn, nl: helpNl } };
}

type CellLayout = Pick<ColumnLayout, 'choices' | 'refersTo'> & { readonly cell?: CellKind };

/** A kind of cell, or what a cell may hold: one of some choices, a name of another tab. */
const cellLayout = (cell: CellKind | CellLayout) =>
  typeof cell === 'string'
    ? { cell }
    : { cell: cell.choices === undefined ? ('reference' as const) : ('choice' as const), ...cell };

/** A column in a line: "Name|Naam|Help.|Hulp.", and other headers separated by commas. */
export const column = (
  id: string,
  cell: CellKind | CellLayout,
  texts: string,
  synonyms = '',
): ColumnLayout => ({
  id,
  ...nameAndHelp(texts),
  group: 'visible',
  synonyms: listOf(synonyms),
  ...cellLayout(cell),
});

export const needed = (layout: ColumnLayout): ColumnLayout => ({ ...layout, needed: true });

export const inGroup = (group: ColumnGroup, columns: readonly ColumnLayout[]): ColumnLayout[] =>
  columns.map((layout) => ({ ...layout, group }));

export const idColumn = (names: string): ColumnLayout => ({
  ...column(
    'id',
    'id',
    `${names}|Made by Koers from the name; keeps history when you rename.|Maakt Koers van de naam; zo blijft de historie na hernoemen.`,
    'id',
  ),
  group: 'hidden',
});

/** A tab: "Name|Naam", and other names separated by commas. */
export const tab = (
  id: TabId,
  appears: TabLayout['appears'],
  names: string,
  synonyms: string,
  columns: readonly ColumnLayout[],
): TabLayout => ({ id, appears, name: words(names), synonyms: listOf(synonyms), columns });
