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
  readonly help: Words;
  /** On day one, or when somebody asks for it with "Add…". */
  readonly appears: 'day_one' | 'when_added';
  /** Every tab whose name starts like this one is read. */
  readonly many?: true;
  readonly columns: readonly ColumnLayout[];
};

type Extra = {
  readonly group?: ColumnGroup;
  readonly synonyms?: readonly string[];
  readonly choices?: ChoiceListId;
  readonly refersTo?: readonly TabId[];
  readonly needed?: true;
};

/** A column in one line: id, type of cell, English | Dutch name, English | Dutch help. */
export function column(
  id: string,
  cell: CellKind,
  names: string,
  help: string,
  extra: Extra = {},
): ColumnLayout {
  return {
    id,
    name: words(names),
    help: words(help),
    cell,
    group: extra.group ?? 'visible',
    synonyms: extra.synonyms ?? [],
    ...(extra.choices === undefined ? {} : { choices: extra.choices }),
    ...(extra.refersTo === undefined ? {} : { refersTo: extra.refersTo }),
    ...(extra.needed === undefined ? {} : { needed: extra.needed }),
  };
}

/** "English | Nederlands" as the two words it is. */
export function words(both: string): Words {
  const [en = '', nl = en] = both.split(' | ');
  return { en, nl };
}

export function idColumn(names: string): ColumnLayout {
  return column(
    'id',
    'id',
    names,
    'Made by Koers from the name; keeps history when you rename. | Maakt Koers van de naam; zo blijft de historie na hernoemen.',
    { group: 'hidden', synonyms: ['id'] },
  );
}
