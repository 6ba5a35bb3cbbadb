import type { Answers, TableAnswer } from './executions.ts';

/** How two builds' answers to the same questions compare. */
export interface Comparison {
  readonly cellCount: number;
  /** How often each field differs, the most often first. */
  readonly differing: readonly (readonly [field: string, count: number])[];
  /** Where the first difference is, and both values; null without one. */
  readonly first: string | null;
}

/** Numbers are the same when they are to eight digits. */
const TOLERANCE = 1e-8;

function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= TOLERANCE * Math.max(1, Math.abs(one), Math.abs(other));
}

interface Difference {
  readonly where: string;
  readonly field: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** Cell by cell, over the fields that both have, in the order of the first. */
function* compareTable(
  table: string,
  one: TableAnswer,
  other: TableAnswer,
): Generator<Difference | null> {
  if (one.rows.length !== other.rows.length) {
    const [own, others] = [one.rows.length, other.rows.length];
    yield { where: `${table}, rows`, field: 'rows', one: own, other: others };
    return;
  }
  const shared = one.fields.flatMap((field, at) => {
    const otherAt = other.fields.indexOf(field);
    return otherAt < 0 ? [] : [{ field, at, otherAt }];
  });
  const nameAt = ['kpi', 'milestone', 'goal'].map((id) => one.fields.indexOf(id));
  for (const [row, cells] of one.rows.entries()) {
    for (const { field, at, otherAt } of shared) {
      const [own, others] = [cells[at], other.rows[row][otherAt]];
      if (isSame(own, others)) yield null;
      else {
        const name = nameAt.map((position) => cells[position]).find((text) => text !== undefined);
        const where = `${table}, row ${row + 1} (${name}), ${field}`;
        yield { where, field, one: own, other: others };
      }
    }
  }
}

const LONGEST_SHOWN = 40;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

/** Every table that both answer. */
export function compareAnswers(one: Answers, other: Answers): Comparison {
  let cellCount = 0;
  const counts = new Map<string, number>();
  let first: string | null = null;
  for (const table of Object.keys(one).filter((name) => name in other)) {
    for (const difference of compareTable(table, one[table], other[table])) {
      cellCount++;
      if (difference === null) continue;
      const { where, field, one: own, other: others } = difference;
      counts.set(field, (counts.get(field) ?? 0) + 1);
      first ??= `${where}: ${shown(own)} here, ${shown(others)} there`;
    }
  }
  return { cellCount, differing: [...counts].sort((a, b) => b[1] - a[1]), first };
}
