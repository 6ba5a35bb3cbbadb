import type { Measure } from '../../../src/core/model/measure.ts';
import { type Book, isTotal, once, type RawRow } from './book.ts';
import { intervalsBetween } from './calendar.ts';
import { atLeast, near, sumOf } from './numbers.ts';
import { addsOverChannels, newestOf, withoutReplaced } from './row-rules.ts';

/** What the channels of a measure are to it, decided once. */
export interface Roles {
  /** Channels that hold the total, the one that counts first. */
  totals: readonly string[];
  /** Channels called a total that is none: their rows count nowhere. */
  ignored: readonly string[];
  /** The channels that add up, the blank one among them when it is one. */
  parts: readonly string[];
}

/** A channel in one interval: the sum of its rows, of a level its newest row. */
function amountOf({ aggregation }: Measure, rows: readonly RawRow[]): number {
  if (aggregation === 'last') return newestOf(rows).value;
  return sumOf(
    withoutReplaced(rows).map(({ value }) => (aggregation === 'sum' ? value : value === 0 ? 0 : 1)),
  );
}

/** §3: equal to the sum of the channels to 0.5 %, or beyond it on the same side of 0. */
function isLikeATotal(total: number, sum: number): boolean {
  if (near(total, sum) || atLeast(0.005 * Math.abs(sum), Math.abs(total - sum))) return true;
  return total * sum >= 0 && Math.abs(total) > Math.abs(sum);
}

/** §3: in at least 90 % of the intervals where it stands beside channels. */
function isTheTotal(book: Book, measure: Measure, candidate: string, parts: readonly string[]) {
  if (parts.length === 0) return true;
  // What cannot be added has nothing to compare with: the name, or its absence, says it.
  if (!addsOverChannels(measure)) return true;
  if (!isTotal(measure.aggregation) && measure.aggregation !== 'last') return candidate !== '';
  const rows = book.rowsOf(measure.id);
  const days = rows.map(({ day }) => day);
  const intervals = intervalsBetween(
    book.workspace,
    measure.cadence,
    Math.min(...days),
    Math.max(...days),
  );
  const verdicts: boolean[] = [];
  for (const { from, to } of intervals) {
    const inside = book.rowsDated(measure.id, from, to);
    const own = inside.filter(({ channel }) => channel === candidate);
    const others = parts
      .map((part) => inside.filter(({ channel }) => channel === part))
      .filter((part) => part.length > 0);
    if (own.length === 0 || others.length === 0) continue;
    const sum = sumOf(others.map((part) => amountOf(measure, part)));
    verdicts.push(isLikeATotal(amountOf(measure, own), sum));
  }
  if (verdicts.length === 0) return true;
  return atLeast(verdicts.filter((verdict) => verdict).length / verdicts.length, 0.9);
}

/** §3: is a blank channel, or one called Total, the total or a channel without a name? */
export function rolesOf(book: Book, measure: Measure): Roles {
  return once(book, `roles ${measure.id}`, () => {
    const { channels, totalChannels } = book.workspace.measurements;
    const calledTotal = totalChannels.map((position) => channels[position]);
    const names = [...new Set(book.rowsOf(measure.id).map(({ channel }) => channel))];
    const named = names.filter((name) => name !== '' && !calledTotal.includes(name));
    const candidates = ['', ...calledTotal].filter((name) => names.includes(name));
    const totals = candidates.filter((name) => isTheTotal(book, measure, name, named));
    const isBlankAPart = names.includes('') && !totals.includes('');
    return {
      totals,
      ignored: calledTotal.filter((name) => names.includes(name) && !totals.includes(name)),
      parts: isBlankAPart ? ['', ...named] : named,
    };
  });
}
