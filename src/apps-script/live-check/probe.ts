import {
  type PlainAnswer,
  type ProbeResult,
  plainAnswer,
  withoutSecrets,
} from '../../workflows/live-check/answers.ts';

/** A tab of the check's own, which is there for as long as it runs. */
export interface CheckTab {
  readonly fileId: string;
  readonly sheetId: number;
  readonly title: string;
}

/** One question to the platform. What it throws is an answer too. */
export type Probe = (tab: CheckTab) => unknown;

/** Questions about one service, by the name of what is asked. */
export type ProbeRoom = Readonly<Record<string, Probe>>;

function codeOf(error: unknown): number | null {
  const details: unknown = Object(error).details;
  const code: unknown = Object(details).code;
  return typeof code === 'number' ? code : null;
}

/** The answer, or how it was refused; never a failure. `secrets` do not leave. */
export function askProbe(probe: Probe, tab: CheckTab, secrets: readonly string[]): ProbeResult {
  const clean = (value: unknown): PlainAnswer => withoutSecrets(plainAnswer(value), secrets);
  try {
    return { kind: 'answer', answer: clean(probe(tab)) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return {
      kind: 'refusal',
      name,
      message: String(clean(message)),
      code: codeOf(error),
    };
  }
}

/** The tab through SpreadsheetApp. */
export function sheetOf({ title }: CheckTab): GoogleAppsScript.Spreadsheet.Sheet {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(title);
  if (sheet === null) throw new Error('The check’s own tab is gone');
  return sheet;
}

/** What the published types do not allow, asked all the same: the refusal is the question. */
// SAFETY: probes pass what the platform has to refuse or convert.
export const odd = <T>(value: unknown): T => value as T;
