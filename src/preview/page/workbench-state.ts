import type { Filters } from '../data-studio/contract.ts';
import type { SortKey } from '../data-studio/query-types.ts';
import type { Answers, Person } from '../page-api.ts';
import type { Chart } from '../report/chart.ts';

/** What the workbench asks and how it shows that: all of it stands in the address of the page. */
export interface WorkbenchState {
  readonly person: Person;
  /** A saved view; null for a request of one's own. */
  readonly report: string | null;
  /** What the controls of the saved view are set to, by field. */
  readonly controls: Readonly<Record<string, string>>;
  readonly kind: Chart['kind'];
  readonly answers: Answers;
  /** Null: those that a new chart begins with. */
  readonly fields: readonly string[] | null;
  /** All of them have to hold; of each list one. */
  readonly filters: Filters;
  /** Empty: as Data Studio sorts a new chart. */
  readonly sort: readonly SortKey[];
}

export const NEW_WORKBENCH: WorkbenchState = {
  person: 'owner',
  report: null,
  controls: {},
  kind: 'table',
  answers: {},
  fields: null,
  filters: [],
  sort: [],
};

const sameKind = (value: unknown, like: unknown): boolean =>
  Array.isArray(value) === Array.isArray(like) && typeof value === typeof like;

/** Addresses of before the or: a list of filters that all have to hold. */
const eachInList = (filters: readonly unknown[]): unknown[] =>
  filters.map((own) => (Array.isArray(own) ? own : [own]));

/** The state in an address; what is not there, or is of another kind, is as it begins. */
export function readWorkbench(text: string | null): WorkbenchState {
  let given: unknown = null;
  try {
    given = JSON.parse(text ?? '');
  } catch {
    // An address that was cut off on its way.
  }
  const parts = Object.entries(NEW_WORKBENCH).map(([key, standard]) => {
    const value: unknown = Reflect.get(Object(given), key);
    const isTaken =
      key === 'report'
        ? typeof value === 'string'
        : key === 'fields'
          ? Array.isArray(value)
          : value !== null && sameKind(value, standard);
    const taken = isTaken ? value : standard;
    return [key, key === 'filters' && Array.isArray(taken) ? eachInList(taken) : taken];
  });
  // SAFETY: of each part its kind was looked at; the server looks at the rest.
  return Object.fromEntries(parts) as unknown as WorkbenchState;
}

/** The address of this state, with what differs from a new one only. */
export function workbenchLink(state: WorkbenchState): string {
  const differing = Object.entries(state).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(NEW_WORKBENCH, key)),
  );
  const text = JSON.stringify(Object.fromEntries(differing));
  return `#/explore/${encodeURIComponent(text)}`;
}
