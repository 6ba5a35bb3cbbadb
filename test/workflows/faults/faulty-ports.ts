import { PersonFailure } from '../../../src/workflows/failures.ts';
import type { ReadCell, TabLook, WorkbookFacts } from '../../../src/workflows/ports.ts';

/** Everything that can go wrong at one call of a port. */
export const FAULT_KINDS = [
  'throws before',
  'throws after',
  'killed before',
  'killed after',
  'busy once',
  'busy for ever',
  'empty answer',
  'half an answer',
  'cells cut off',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** Which call, counted from 0 over all ports. */
  readonly at: number;
}

/** What a port gives, made less by a fault. */
type Lessen = (answer: unknown) => unknown;

interface FactsAndLooks {
  readonly facts: WorkbookFacts;
  readonly looks: readonly TabLook[];
}

const firstHalf = <Item>(list: readonly Item[]): Item[] =>
  list.slice(0, Math.floor(list.length / 2));

const tabsOnly =
  (some: <Item>(list: readonly Item[]) => Item[]) =>
  (facts: WorkbookFacts): WorkbookFacts => ({ ...facts, tabs: some(facts.tabs) });

const none = <Item>(_list: readonly Item[]): Item[] => [];

// SAFETY: each is applied to what the port of its name gives.
const ANSWERS: Readonly<Record<string, Partial<Record<FaultKind, Lessen>>>> = {
  'reader.facts': {
    'empty answer': (facts) => tabsOnly(none)(facts as WorkbookFacts),
    'half an answer': (facts) => tabsOnly(firstHalf)(facts as WorkbookFacts),
  },
  'reader.factsAndLooks': {
    'empty answer': (both) => ({
      facts: tabsOnly(none)((both as FactsAndLooks).facts),
      looks: [],
    }),
    'half an answer': (both) => ({
      facts: (both as FactsAndLooks).facts,
      looks: firstHalf((both as FactsAndLooks).looks),
    }),
  },
  'reader.columns': {
    'empty answer': (columns) => (columns as ReadCell[][][]).map(() => []),
    'half an answer': (columns) =>
      (columns as ReadCell[][][]).map((tab, at, all) => (at < all.length / 2 ? tab : [])),
    'cells cut off': (columns) =>
      (columns as ReadCell[][][]).map((tab) => tab.map((cells) => firstHalf(cells))),
  },
  'reader.columnsIfThere': {
    'empty answer': () => null,
    'cells cut off': (columns) =>
      (columns as ReadCell[][][] | null)?.map((tab) => tab.map((cells) => firstHalf(cells))),
  },
  'compression.unpack': {
    'empty answer': () => '',
    'half an answer': (text) => firstHalf([...(text as string)]).join(''),
  },
  'compression.pack': {
    'empty answer': () => '',
    'half an answer': (text) => firstHalf([...(text as string)]).join(''),
  },
  'person.email': { 'empty answer': () => '' },
  'screen.ask': { 'empty answer': () => false },
  'screen.askText': { 'empty answer': () => null },
};

const CAN_BE_BUSY = /^(reader|writer|lock|schedule)\.(?!release)/;

/** Whether this call can meet such a fault at all: a clock gives no half an answer. */
export function canMeet(call: string, kind: FaultKind): boolean {
  if (kind.startsWith('busy')) return CAN_BE_BUSY.test(call);
  if (kind.startsWith('throws') || kind.startsWith('killed')) return true;
  return ANSWERS[call]?.[kind] !== undefined;
}

/** The execution stopped here: nothing of it happens any more, `finally` included. */
class Killed extends Error {}

type Method = (...args: unknown[]) => unknown;
type AnyPorts = Record<string, unknown>;

/** The same ports, of which one call goes wrong; all calls in order, by port and name. */
export function faultyPorts<Ports extends object>(ports: Ports, fault: Fault | null) {
  const calls: string[] = [];
  let isKilled = false;
  let busyCall: string | null = null;

  const stop = (): never => {
    isKilled = true;
    throw new Killed('stopped');
  };
  const busy = (name: string): unknown => {
    if (name === 'lock.acquire') return false;
    throw new PersonFailure('BUSY', {});
  };

  const call = (name: string, method: () => unknown): unknown => {
    if (isKilled) throw new Killed('stopped');
    const isHere = calls.length === fault?.at;
    calls.push(name);
    if (name === busyCall) return busy(name);
    if (fault === null || !isHere) return method();
    switch (fault.kind) {
      case 'throws before':
        throw new Error('the service broke down');
      case 'throws after':
        method();
        throw new Error('the answer got lost');
      case 'killed before':
        return stop();
      case 'killed after':
        method();
        return stop();
      case 'busy for ever':
        busyCall = name;
        return busy(name);
      case 'busy once':
        return busy(name);
      default:
        return ANSWERS[name]?.[fault.kind]?.(method());
    }
  };

  const wrapped = Object.fromEntries(
    Object.entries(ports as AnyPorts).map(([name, port]) => {
      if (typeof port !== 'object' || port === null) return [name, port];
      const methods = Object.entries(port as AnyPorts).map(([method, own]) => [
        method,
        typeof own === 'function'
          ? (...args: unknown[]) => call(`${name}.${method}`, () => (own as Method)(...args))
          : own,
      ]);
      return [name, Object.fromEntries(methods)];
    }),
  );
  // SAFETY: the same names, each with what does the same.
  return { ports: wrapped as Ports, calls };
}
