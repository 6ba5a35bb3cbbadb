import type { EmulatedAccount, LogEntry, ProjectName, ProjectState } from './account.ts';

/** What starts a function; it decides time limit, permissions and whether there is a screen. */
export type TriggerKind = 'simple' | 'installable' | 'menu' | 'datastudio' | 'page' | 'web_app';

export interface Manifest {
  readonly timeZone: string;
  /** Absent: Google derives the scopes from the code, so every call is allowed. */
  readonly oauthScopes?: readonly string[];
  readonly dependencies?: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string }[];
  };
  /** Prefixes that UrlFetchApp may reach; absent: any. */
  readonly urlFetchWhitelist?: readonly string[];
}

export interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  readonly details?: unknown;
}

export type Outcome =
  | { readonly result: unknown; readonly error?: undefined }
  | { readonly result?: undefined; readonly error: DescribedError };

/** One run of one function: what its service calls may know and do. */
export interface Execution {
  readonly id: number;
  readonly account: EmulatedAccount;
  readonly projectName: ProjectName;
  readonly project: ProjectState;
  readonly manifest: Manifest;
  readonly functionName: string;
  readonly trigger: TriggerKind;
  /** Whose rights it has and whose user stores it sees. */
  readonly user: string;
  readonly startedAt: number;
  readonly limitMilliseconds: number;
  readonly log: LogEntry[];
  /** Calls so far by service method. */
  readonly calls: Record<string, number>;
  callCount: number;
  outcome: Outcome | null;
  /** Set when the platform ended it: nothing it does afterwards counts. */
  stopped: Error | null;
}

/** Menus, sidebars and alerts need a person at a spreadsheet. */
export function hasScreen(execution: Execution): boolean {
  if (execution.project.boundWorkbookId === null) return false;
  return ['simple', 'menu', 'page'].includes(execution.trigger);
}
