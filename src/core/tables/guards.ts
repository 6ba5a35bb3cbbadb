import type { FieldBook } from '../language/en/fields.ts';

/**
 * A number of one KPI must not be added to another's, and Data Studio cannot be told the grouping.
 * So a public number is calculated over a hidden base and null outside its meaning. Nothing
 * documents that a connector's formula may hold CASE or NARY_MIN over aggregates, and a refused
 * formula drops its field: hence the variants, which a data source's owner can choose from.
 */
export const GUARD_VARIANTS = ['case', 'arithmetic', 'none'] as const;
/** `none`: the plain number with its best default aggregation. */
export type GuardVariant = (typeof GUARD_VARIANTS)[number];

/** How the rows of one group become one number. */
type Combination =
  /** They add up. */
  | 'sum'
  /** Numerators ÷ denominators. */
  | 'ratio'
  /** Flows add up, means and ratios are numerators ÷ denominators, for others a row stands alone. */
  | 'parts'
  /** All say the same. */
  | 'constant';

/** What a number may be of one of only. */
type GuardKey = keyof FieldBook['empty']['things'];

export interface Guard {
  /** Dimensions that may have one value only. */
  readonly keys: readonly GuardKey[];
  readonly combination: Combination;
  /** Beyond the keys: a row must stand alone, unless rows add up (the flag is 1), or need not. */
  readonly alone: 'always' | 'unless_flag' | 'never';
  /** Hidden 0 or 1, the same for all rows of a KPI. */
  readonly flag: string;
}

/** 1 where the values of a KPI add up over its intervals. */
export const ADDS = 'adds_raw';
/** 1 where they do, or where their numerators and denominators do. */
export const PARTS_ADD = 'parts_add_raw';
/** 1 where the values of a KPI's channels add up to its own. */
export const CHANNELS_ADD = 'channels_add_raw';

const guard = (
  combination: Combination,
  alone: Guard['alone'],
  keys: string,
  flag: string = ADDS,
  // SAFETY: the keys of the calls below.
): Guard => ({ keys: keys.split(' ') as GuardKey[], combination, alone, flag });

/** One row per key, or rows that add up for one key. */
export const sumPer = (keys: string): Guard => guard('sum', 'never', keys);
/** One row. */
export const onlyOne = (keys: string): Guard => guard('sum', 'always', keys);
/** Added up over a key where the flag allows it, else one row. */
export const flowPer = (keys: string, flag = ADDS): Guard =>
  guard('sum', 'unless_flag', keys, flag);
export const partsPer = (keys: string): Guard => guard('parts', 'unless_flag', keys, PARTS_ADD);
export const ratioPer = (keys: string): Guard => guard('ratio', 'never', keys);
/** As a flow, but the share of one sum in another. */
export const flowRatioPer = (keys: string): Guard => guard('ratio', 'unless_flag', keys);
export const sameFor = (keys: string): Guard => guard('constant', 'never', keys);

/** Hidden columns that hold more than the field's own value. */
export const baseOf = (id: string): string => `${id}_raw`;
export const denominatorOf = (id: string): string => `${id}_base_raw`;
/** 1 where the denominator of the parts is 1, else 0: so that SUM ÷ (SUM + MIN) fits all. */
export const wholeOf = (id: string): string => `${id}_whole_raw`;

/** `actual_money` shares the denominators of `actual`. */
const partsOwner = (id: string): string => id.replace(/_(money|percent)$/, '');

/** Ids of the hidden fields that a guarded field rests on. */
export function basesOf(id: string, { combination, alone, flag }: Guard): string[] {
  const bases = [baseOf(id)];
  if (combination === 'ratio') bases.push(denominatorOf(id));
  if (combination === 'parts') bases.push(denominatorOf(partsOwner(id)), wholeOf(partsOwner(id)));
  if (alone === 'unless_flag') bases.push(flag);
  return bases;
}

/** True where the base is not simply the field's own value row by row. */
export const hasOwnBase = ({ combination }: Guard): boolean =>
  combination === 'ratio' || combination === 'parts';

function combined(id: string, { combination }: Guard): string {
  const sum = `SUM($${baseOf(id)})`;
  const owner = partsOwner(id);
  const formulas: Readonly<Record<Combination, string>> = {
    sum,
    ratio: `${sum} / SUM($${denominatorOf(id)})`,
    parts: `${sum} / (SUM($${denominatorOf(owner)}) + MIN($${wholeOf(owner)}))`,
    constant: `MAX($${baseOf(id)})`,
  };
  return formulas[combination];
}

interface Condition {
  /** True inside the meaning of the number. */
  test: string;
  /** 1 inside, 0 outside: dividing by zero is null. */
  divisor: string;
}

const oneOf = (count: string): Condition => ({
  test: `${count} = 1`,
  divisor: `(2 - NARY_MIN(${count}, 2))`,
});

function conditions(id: string, { keys, combination, alone, flag }: Guard): Condition[] {
  // No key is ever missing, so counting one counts the rows.
  const rows = `COUNT($${keys[0]})`;
  if (alone === 'always') return [oneOf(rows)];
  const all = keys.map((key) => oneOf(`COUNT_DISTINCT($${key})`));
  if (combination === 'constant') all.push(oneOf(`COUNT_DISTINCT($${baseOf(id)})`));
  if (alone === 'unless_flag') {
    all.push({
      test: `(MIN($${flag}) = 1 OR ${rows} = 1)`,
      divisor: `(1 - NARY_MIN((${rows} - 1) * (1 - MIN($${flag})), 1))`,
    });
  }
  return all;
}

/** The formula of a guarded field; null in the variant without. */
export function guardFormula(id: string, guarded: Guard, variant: GuardVariant): string | null {
  if (variant === 'none') return null;
  const value = combined(id, guarded);
  const all = conditions(id, guarded);
  return variant === 'case'
    ? `CASE WHEN ${all.map(({ test }) => test).join(' AND ')} THEN ${value} END`
    : [value, ...all.map(({ divisor }) => divisor)].join(' / ');
}

/** What a field without its guard shows of a group of rows. */
export function plainAggregation({ combination, alone }: Guard): 'SUM' | 'AVG' | 'MAX' {
  if (combination === 'constant') return 'MAX';
  return combination !== 'ratio' && alone === 'unless_flag' ? 'SUM' : 'AVG';
}
