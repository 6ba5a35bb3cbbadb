import type { Clasp } from './clasp/clasp.ts';
import type { DeployOptions } from './deploy-options.ts';
import type { Ledger } from './projects/ledger.ts';
import type { Workshop } from './workshop.ts';

/** A person at the terminal. */
export interface Asker {
  /** `check` says why an answer will not do, or null. */
  readonly text: (
    question: string,
    initial: string,
    check: (answer: string) => string | null,
  ) => Promise<string>;
  readonly choose: <T>(
    question: string,
    choices: readonly { readonly name: string; readonly value: T }[],
  ) => Promise<T>;
  readonly confirm: (question: string) => Promise<boolean>;
}

/** What every step of a deployment works with. */
export interface Session {
  readonly options: DeployOptions;
  readonly ledger: Ledger;
  readonly workshop: Workshop;
  readonly claspAs: (login: string) => Clasp;
  /** Null when nobody is there to answer. */
  readonly asker: Asker | null;
  readonly tell: (line: string) => void;
  /** The version of Koers that is deployed. */
  readonly koers: string;
  /** Versions of Koers that this older one may be put over. */
  readonly olderOver: Set<string>;
  /** Versions of the connectors that this run brought up to date, by organisation. */
  readonly released: Map<string, number>;
}
