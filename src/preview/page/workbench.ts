import type { DateRange } from '../data-studio/contract.ts';
import type { PageContext } from './page-context.ts';
import { type WorkbenchState, workbenchLink } from './workbench-state.ts';

/** The workbench while it is shown: its state, and the places that change with it. */
export interface Bench {
  state: WorkbenchState;
  readonly context: PageContext;
  readonly link: HTMLAnchorElement;
  readonly form: HTMLElement;
  readonly fields: HTMLElement;
  readonly filters: HTMLElement;
  readonly result: HTMLElement;
  /** Null where the data source does not follow the report's range. */
  dateRange: DateRange | null;
}

/** The address of the page is the state; who opens it sees the same. */
export function change(bench: Bench, part: Partial<WorkbenchState>): void {
  bench.state = { ...bench.state, ...part };
  const address = workbenchLink(bench.state);
  history.replaceState(null, '', address);
  bench.link.href = address;
}
