import { failureText } from '../core/language/connector-languages.ts';
import type { FailureCode, FailureDetails } from '../core/language/workflow-words.ts';
import type { Language } from '../core/model/workspace.ts';

/**
 * Something the person can put right: a tab deleted, no access, a day that does not exist. The
 * sentence says what to do.
 */
export class PersonFailure<Code extends FailureCode = FailureCode> extends Error {
  override name = 'PersonFailure';
  readonly code: Code;
  readonly details: FailureDetails[Code];

  constructor(code: Code, details: FailureDetails[Code]) {
    super(failureText(code, details, 'en'));
    this.code = code;
    this.details = details;
  }
}

export interface ExplainedFailure {
  /** For the person: one sentence, or two. */
  readonly textIn: (language: Language) => string;
  /** Set when it is ours: the same id stands in the log. */
  readonly errorId: string | null;
}

/** What the log keeps of a bug: where it happened, never a value from somebody's workbook. */
export interface LoggedFailure {
  readonly [key: string]: string;
  readonly errorId: string;
  readonly action: string;
  readonly error: string;
  readonly stack: string;
  readonly version: string;
}

/** Texts between quotes in an error are somebody's data: names of tabs, values of cells. */
const withoutData = (text: string): string =>
  text
    .replace(/"[^"]*"|'[^']*'|“[^”]*”/g, '…')
    .replace(/[A-Za-z0-9_-]{25,}/g, '…')
    .replace(/[^\s@]+@[^\s@]+/g, '…');

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 12).join('\n') : '';

/** A short id that a person can read out over the telephone. */
function shortErrorId(uniqueText: string): string {
  return uniqueText
    .replace(/[^0-9a-z]/gi, '')
    .slice(0, 8)
    .toUpperCase();
}

/** What only whoever looks after an installation can put right: they find it in the log too. */
const FOR_THE_INSTALLER: readonly FailureCode[] = [
  'API_OFF',
  'API_BLOCKED',
  'CONSENT_MISSING',
  'OFFICE_FILE',
  'DAY_LIMIT',
  'TOO_MANY_TRIGGERS',
  'WORKBOOK_FULL',
  'PROTECTED',
];

/** The sentence for the person, and the log line when the failure is ours or the installer's. */
export function explainFailure(
  error: unknown,
  context: { action: string; version: string; newId: () => string },
): { explained: ExplainedFailure; logged: LoggedFailure | null } {
  if (error instanceof PersonFailure) {
    const textIn = (language: Language) => failureText(error.code, error.details, language);
    const { action, version } = context;
    const line = {
      errorId: '',
      action,
      error: `${error.code}: ${error.message}`,
      stack: '',
      version,
    };
    return {
      explained: { textIn, errorId: null },
      logged: FOR_THE_INSTALLER.includes(error.code) ? line : null,
    };
  }
  const errorId = shortErrorId(context.newId());
  return {
    explained: {
      textIn: (language) => failureText('UNEXPECTED', { errorId }, language),
      errorId,
    },
    logged: {
      errorId,
      action: context.action,
      error: `${nameOf(error)}: ${withoutData(messageOf(error))}`,
      stack: withoutData(stackOf(error)),
      version: context.version,
    },
  };
}
