import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { StatusCode } from '../../../src/core/model/status.ts';
import type { TargetChange } from '../../../src/core/model/workspace.ts';
import { type Book, operandsOf } from './book.ts';
import {
  type Case,
  haveFiguresEnded,
  isBeforeFirstInterval,
  isBeforeWindow,
  isClosed,
  isOfOneValue,
  isStale,
  openCase,
  type Told,
} from './case.ts';
import { rolesOf } from './channel-roles.ts';
import { type Around, define, isFault } from './definition.ts';
import { addsOverChannels } from './row-rules.ts';
import { isTouched, type Judgement, judgeWithGaps } from './status.ts';
import { versionedPlan } from './versions.ts';

/** What surrounds a period of a KPI with Every, and the day up to which it is judged. */
export interface Part extends Around {
  told: Told;
}

/** The case of one version of a target, or the error that leaves it without one. */
export function openVersion(
  book: Book,
  kpi: Kpi,
  changes: readonly TargetChange[],
  part?: Part,
): Case | { error: string } {
  const original = define(book, kpi, undefined, part);
  if (isFault(original)) return original;
  // The way is that of version 1: a target on the other side of B contradicts it.
  const told = { ...kpi, declaredDirection: original.direction };
  const versions = changes.map(({ target }) => define(book, told, target, part));
  const fault = versions.find(isFault);
  if (fault !== undefined) return fault;
  const { baseline, target: typed } = original;
  const side = (target: number | null) => Math.sign((target ?? 0) - (baseline ?? 0));
  const isWay = original.type === 'reach' || original.type === 'ceiling';
  if (isWay && changes.some(({ target }) => side(target) * side(typed) < 0)) {
    return { error: 'E_DIR' };
  }
  const isOfTarget = original.type !== 'corridor' && original.type !== 'range';
  const own = isOfTarget ? changes : [];
  const definition = own.length === 0 ? original : (versions.at(-1) ?? original);
  if (isFault(definition)) return definition;
  // On a day without a target of its own a threshold is what was typed, whatever it is today.
  const isKept = original.type === 'at_least' || original.type === 'at_most';
  const first = (isKept ? kpi.target : null) ?? original.target ?? 0;
  const plan = versionedPlan(book, definition, first, own);
  return openCase(book, definition, plan, part?.told);
}

/** §8, before there is a value to be judged by. */
function waiting(kase: Case): Judgement {
  const { definition } = kase;
  const hasEnded = isClosed(kase) || haveFiguresEnded(kase);
  if (isBeforeWindow(kase)) {
    return { status: hasEnded ? 'no_data' : 'too_early', reason: 'WINDOW_OPEN' };
  }
  if (!isBeforeFirstInterval(kase)) return { status: 'no_data', reason: null };
  if (definition.cadence !== 'irregular') return { status: 'too_early', reason: 'FIRST_INTERVAL' };
  return { status: isClosed(kase) ? 'no_data' : 'too_early', reason: null };
}

/** §8 for a KPI that is neither idle nor done, whatever the outlook. */
export function judgeCase(kase: Case): Judgement {
  if (kase.judged === null) return waiting(kase);
  const found = judgeWithGaps(kase);
  const { isInDoubt } = kase.definition.asked;
  // Without a target that is sure nothing is achieved.
  const isReached = !isClosed(kase) || isTouched(kase);
  if (found.status === 'achieved' && isReached && !isInDoubt) return found;
  if (isOfOneValue(kase)) {
    const hasEnded = isClosed(kase) || isStale(kase);
    return { status: hasEnded ? 'no_data' : 'too_early', reason: 'ONE_VALUE' };
  }
  return isInDoubt ? { status: 'no_data', reason: 'STOPS_PER_PERIOD' } : found;
}

/** What goes before any judgement. */
export function idleStatus(book: Book, kpi: Kpi): StatusCode | null {
  if (kpi.state !== 'active') return kpi.state;
  return book.today <= kpi.start ? 'not_started' : null;
}

/** §3: has an operand figures of several channels that cannot be added, and never a total? */
export function lacksTotal(book: Book, { channel, measureId }: Kpi): boolean {
  if (channel !== null) return false;
  return operandsOf(book, measureId).some((operand) => {
    const { totals, parts } = rolesOf(book, operand);
    const hasTotal = totals.length > 0;
    return !addsOverChannels(operand) && parts.length > 1 && !hasTotal;
  });
}
