import type { FilterClause } from '../data-studio/contract.ts';
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
  readonly filters: readonly FilterClause[];
}

export const NEW_WORKBENCH: WorkbenchState = {
  person: 'owner',
  report: null,
  controls: {},
  kind: 'table',
  answers: {},
  fields: null,
  filters: [],
};

const sameKind = (value: unknown, like: unknown): boolean =>
  Array.isArray(value) === Array.isArray(like) && typeof value === typeof like;

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
    return [key, isTaken ? value : standard];
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
