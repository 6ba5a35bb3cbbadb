import type { FieldBook } from '../language/en/fields.ts';
import type { FieldId } from '../language/field-words.ts';
import type { Guard } from './guards.ts';
import type { OverGrain } from './over-grain.ts';
import type { Cell, Part } from './part.ts';
import type { Results } from './results.ts';

/** Semantic types of Data Studio; CURRENCY gets its code when a schema is made. */
export type FieldType =
  | 'TEXT'
  | 'NUMBER'
  | 'PERCENT'
  | 'CURRENCY'
  | 'YEAR_MONTH_DAY'
  | 'YEAR_MONTH_DAY_SECOND'
  | 'BOOLEAN'
  | 'URL'
  | 'HYPERLINK'
  | 'IMAGE';

type FieldGroup = keyof FieldBook['groups'];

/** How the values of several rows are shown as one. */
export type OverRows =
  /** Not: it is what rows are told apart by. */
  | { readonly kind: 'dimension' }
  /** A number of one KPI, goal or stopover: null where rows of more than one come together. */
  | { readonly kind: 'guarded'; readonly guard: Guard }
  | { readonly kind: 'sum' | 'min' }
  /** Calculated over rows, some of it over hidden sums; the column has what one row comes to. */
  | { readonly kind: 'formula'; readonly formula: string; readonly bases: readonly string[] }
  /** A name that opens an address, or a picture from one; there is no column of it. */
  | { readonly kind: 'link'; readonly formula: string };

/** What is known of a block besides its columns. */
interface BlockFacts {
  readonly length: number;
  /** Code of the unit of its KPI, or null. */
  readonly unit: Cell;
  /** ISO code of the workbook's currency. */
  readonly currency: string;
}

/** How a column is made of others; it is not kept with them, because it says nothing new. */
export interface Follows {
  readonly from: readonly string[];
  work(parts: readonly Part[], block: BlockFacts): Part;
}

type Read<Block> = (block: Block, results: Results) => Part;

interface Source<Block> {
  /** What the evaluation says; dates are days. Left out where only other columns say it. */
  readonly read?: Read<Block>;
  /** For a table that was kept or combined, and where the evaluation does not say it. */
  readonly follows?: Follows;
  /** Read in the unit that its KPI is measured in, shown in the one that people use. */
  readonly isFigure?: true;
  /** How several intervals become a longer one; without it the first of them speaks for all. */
  readonly overGrain?: OverGrain;
}

/** A field of a result table: all there is to know of it but its words. */
export interface Column<Block> extends Source<Block> {
  readonly group: FieldGroup;
  readonly type: FieldType;
  readonly overRows: OverRows;
  /** Among the few that are offered unless all are asked for. */
  readonly isEssential?: true;
}

/** By public id, in the order in which fields are shown. */
export type Columns<Block> = { readonly [Id in FieldId]?: Column<Block> };

/** What only formulas read: numerators, denominators, flags. */
export type HiddenColumns<Block> = Readonly<Record<string, Source<Block>>>;

/** Ways to declare the fields of a group. */
export function fieldsIn(group: FieldGroup) {
  const dimension =
    (type: FieldType) =>
    <Block>(read: Read<Block>, overGrain?: OverGrain): Column<Block> => ({
      group,
      type,
      overRows: { kind: 'dimension' },
      read,
      overGrain,
    });
  const guarded =
    (type: FieldType, isFigure?: true) =>
    <Block>(guard: Guard, read: Read<Block>, overGrain?: OverGrain): Column<Block> => ({
      group,
      type,
      overRows: { kind: 'guarded', guard },
      read,
      isFigure,
      overGrain,
    });
  const counted =
    (kind: 'sum' | 'min') =>
    <Block>(read: Read<Block>, overGrain?: OverGrain): Column<Block> => ({
      group,
      type: 'NUMBER',
      overRows: { kind },
      read,
      overGrain,
    });
  return {
    text: dimension('TEXT'),
    date: dimension('YEAR_MONTH_DAY'),
    moment: dimension('YEAR_MONTH_DAY_SECOND'),
    flag: dimension('BOOLEAN'),
    /** A number that rows are told apart by. */
    rank: dimension('NUMBER'),
    url: dimension('URL'),
    link: <Block>(formula: string, type: 'HYPERLINK' | 'IMAGE' = 'HYPERLINK'): Column<Block> => ({
      group,
      type,
      overRows: { kind: 'link', formula },
    }),
    /** A text that follows from other columns. */
    followingText: <Block>(type: 'TEXT' | 'URL', follows: Follows): Column<Block> => ({
      group,
      type,
      overRows: { kind: 'dimension' },
      follows,
    }),
    number: guarded('NUMBER'),
    share: guarded('PERCENT'),
    amount: guarded('CURRENCY'),
    figure: guarded('NUMBER', true),
    /** One that follows from other columns. */
    following: <Block>(type: FieldType, guard: Guard, follows: Follows): Column<Block> => ({
      group,
      type,
      overRows: { kind: 'guarded', guard },
      follows,
    }),
    /** A figure where it is money in the workbook's currency. */
    money: <Block>(guard: Guard, figure: FieldId): Column<Block> => ({
      group,
      type: 'CURRENCY',
      overRows: { kind: 'guarded', guard },
      follows: asMoney(figure),
    }),
    /** A figure where its unit is percent, as a share. */
    percent: <Block>(guard: Guard, figure: FieldId): Column<Block> => ({
      group,
      type: 'PERCENT',
      overRows: { kind: 'guarded', guard },
      follows: asShare(figure),
    }),
    sum: counted('sum'),
    sumFollowing: <Block>(follows: Follows): Column<Block> => ({
      group,
      type: 'NUMBER',
      overRows: { kind: 'sum' },
      follows,
    }),
    least: counted('min'),
    leastFollowing: <Block>(follows: Follows): Column<Block> => ({
      group,
      type: 'NUMBER',
      overRows: { kind: 'min' },
      follows,
    }),
    formula: <Block>(
      type: 'NUMBER' | 'PERCENT',
      formula: string,
      bases: readonly string[],
      read: Read<Block>,
    ): Column<Block> => ({ group, type, overRows: { kind: 'formula', formula, bases }, read }),
  };
}

/** Among the few that most reports need. */
export const essential = <Block>(column: Column<Block>): Column<Block> => ({
  ...column,
  isEssential: true,
});

/** In this table among all only, whatever it is in others. */
export const amongAll = <Block>({
  isEssential: _isEssential,
  ...column
}: Column<Block>): Column<Block> => column;

/** Figures are kept in the unit they are measured in: money as it is, percent as a share. */
export const asMoney = (figure: string): Follows => ({
  from: [figure],
  work: ([part], { unit, currency }) => (unit === currency ? part : null),
});

export const asShare = (figure: string): Follows => ({
  from: [figure],
  work: ([part], { unit }) => (unit === 'percent' ? part : null),
});

/** The same columns of blocks of another kind, blank where the block has no such part. */
export function readThrough<Own, Block, Fields extends Columns<Own>>(
  columns: Fields,
  partOf: (block: Block) => Own | null,
): { readonly [Id in keyof Fields]: Column<Block> } {
  const through = ({ read, ...column }: Column<Own>): Column<Block> =>
    read === undefined
      ? column
      : {
          ...column,
          read: (block, results) => {
            const own = partOf(block);
            return own === null ? null : read(own, results);
          },
        };
  const all = Object.entries<Column<Own>>(columns).map(([id, column]) => [id, through(column)]);
  // SAFETY: the same ids.
  return Object.fromEntries(all) as { readonly [Id in keyof Fields]: Column<Block> };
}
