/** What a run and whoever decides whose turn it is say to each other. */

/** Something of Koers that reads or writes a workbook, and how it is asked for. */
export interface Job {
  readonly workflow: string;
  /** What the workflow takes besides its ports: the turns, the tab, the table. */
  readonly wish: string;
  readonly by: string;
}

export type FromMain =
  | { readonly kind: 'start'; readonly job: Job; readonly now: number }
  | { readonly kind: 'answer'; readonly value: unknown; readonly now: number }
  | { readonly kind: 'refusal'; readonly text: string; readonly now: number }
  /** The execution ends here: nothing of it happens any more. */
  | { readonly kind: 'kill' }
  | { readonly kind: 'stop' };

export type FromRun =
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'done'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: string; readonly text: string };

/** Counts of messages, by who sent them; a wait on one ends with the next message. */
export const TO_RUN = 0;
export const TO_MAIN = 1;

export interface RunData {
  readonly counts: Int32Array;
  readonly port: import('node:worker_threads').MessagePort;
}
