import { evaluateWorkspace } from '../../core/evaluate/evaluate-workspace.ts';
import { readWorkspace } from '../../core/intake/read-workspace.ts';
import type { IdToWrite } from '../../core/intake/rows/read-context.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { readWhatIf } from '../../core/intake/what-if/read-what-if.ts';
import { issueLine } from '../../core/language/describe-issue.ts';
import { explainWhatIf } from '../../core/language/explain-what-if.ts';
import { tabName } from '../../core/language/tab-words.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Evaluation } from '../../core/model/evaluation.ts';
import type { Issue } from '../../core/model/issue.ts';
import type { HistoryRow } from '../../core/model/record.ts';
import type { Language, Workspace } from '../../core/model/workspace.ts';
import { tablesOf } from '../../core/tables/build-table.ts';
import type { TableId } from '../../core/tables/result-tables.ts';
import type { Recalculation, ResultInput } from '../../core/tables/results.ts';
import type { Table } from '../../core/tables/table.ts';
import { PersonFailure } from '../failures.ts';
import type { MonthBlock } from '../hidden-tab/data-cells.ts';
import { readHistory, withDay } from '../hidden-tab/kept-months.ts';
import type { StoredData } from '../hidden-tab/stored-data.ts';
import type { Clock, Compression } from '../ports.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';
import { identityOf } from '../workbook/workbook-identity.ts';
import { findingsOn } from './findings.ts';
import { nowAndThen, refuseWhenLate } from './time-limit.ts';
import { historyOf, withSnapshots } from './update-record.ts';

export interface ComputedResults {
  readonly workspace: Workspace;
  readonly evaluation: Evaluation;
  /** Of intake and evaluation together. */
  readonly issues: readonly Issue[];
  /** That of the tables. */
  readonly language: Language;
  /** An issue in one line, in the language of the workbook. */
  readonly describe: (issue: Issue) => string;
  readonly idsToWrite: readonly IdToWrite[];
  /** What the tables are made of. */
  readonly input: ResultInput;
  /** Made when it is asked for, once. */
  readonly table: (id: TableId) => Table;
  /** What was supposed of the future and what was not understood; '' where nothing was asked. */
  readonly whatIfNote: string;
  /** Day each finding was first found. */
  readonly findings: Readonly<Record<string, Day>>;
}

export interface ComputeRequest {
  readonly workbookId: string;
  /** The moment to look from, in milliseconds since 1970 UTC. */
  readonly now: number;
  /** When the execution began: the time that it may take counts from there. */
  readonly startedAt: number;
  /** When the run whose stamp the tables get began; `now` when left out. */
  readonly ranAt?: number;
  readonly clock: Clock;
  readonly compression: Compression;
  /** The kept history, packed. */
  readonly months: readonly MonthBlock[];
  /** On whose authorisation and with which version; null before the first recalculation. */
  readonly run: { readonly by: string; readonly version: string } | null;
  /** A run whose results are kept; left out, a look that nobody keeps. */
  readonly isKept?: boolean;
  /** Another day to look from than that of the workbook. */
  readonly today?: Day;
  /** Another language than that of the workbook. */
  readonly language?: Language;
  /** What to suppose of the future, as it was typed. */
  readonly whatIf?: string;
}

function refuseWithoutKpis({ sheets }: ReadWorkbook, language: Language): void {
  if (sheets.some(({ name }) => tabNamed(name)?.id === 'kpis')) return;
  throw new PersonFailure('NOT_A_KOERS_WORKBOOK', { tab: tabName('kpis', language) });
}

function recalculationOf(
  { run, clock, now, ranAt = now }: ComputeRequest,
  timeZone: string,
): Recalculation | null {
  return run === null ? null : { ...clock.civilTime(ranAt, timeZone), ...run };
}

/** Each table once, however many ask for it; `goOn` is asked before each. */
export function tablesOnce(input: ResultInput, goOn: () => void): (id: TableId) => Table {
  const make = tablesOf(input);
  const made = new Map<TableId, Table>();
  return (id) => {
    goOn();
    const table = made.get(id) ?? make(id);
    made.set(id, table);
    return table;
  };
}

/** From what was read of a workbook to its evaluation, and every result table that is asked for. */
export function computeResults(
  read: ReadWorkbook,
  stored: StoredData,
  request: ComputeRequest,
): ComputedResults {
  const { facts, sheets } = read;
  const { clock, now, startedAt, compression } = request;
  const goOn = () => refuseWhenLate(clock, startedAt);
  const realToday = clock.civilDay(now, facts.timeZone);
  const workbook = identityOf(facts, request.workbookId);
  const intake = readWorkspace({ workbook, sheets }, realToday, nowAndThen(goOn));
  const { workspace } = intake;
  const { settings } = workspace;
  refuseWithoutKpis(read, settings.language);
  const today = request.today ?? settings.today ?? realToday;
  const supposed = readWhatIf(request.whatIf ?? '', workspace);
  const past: HistoryRow[] = readHistory(request.months, compression);
  const { baselines, snapshots, intervals } = stored;
  // A run that is kept shows its own day too, so that the same run again shows the same.
  const isKept = request.isKept === true && settings.today === null;
  const evaluation = evaluateWorkspace(
    workspace,
    today,
    {
      baselines,
      snapshots,
      intervals,
      history: past,
      isTodayKept: isKept,
    },
    goOn,
    supposed.changes,
  );
  const history = isKept ? withDay(past, today, historyOf(evaluation)) : past;
  const issues = [...intake.issues, ...evaluation.issues, ...evaluation.advice];
  const findings = findingsOn(stored.findings, { issues, kpis: workspace.kpis }, today);
  const language = request.language ?? settings.language;
  const input: ResultInput = {
    workspace,
    evaluation,
    issues,
    language,
    recalculation: recalculationOf(request, facts.timeZone),
    history,
    viewDay: today,
    sheetIds: Object.fromEntries(facts.tabs.map(({ title, sheetId }) => [title, sheetId])),
    // Nothing is new or old before the first recalculation.
    firstSeen: request.isKept === true || stored.stamp !== null ? findings : undefined,
    snapshots: isKept ? withSnapshots(snapshots, workspace, evaluation) : snapshots,
  };
  return {
    workspace,
    evaluation,
    issues,
    language,
    describe: (issue) => issueLine(issue, settings.language),
    idsToWrite: intake.idsToWrite,
    input,
    table: tablesOnce(input, goOn),
    whatIfNote: explainWhatIf(supposed, evaluation, workspace.measures, language),
    findings,
  };
}
