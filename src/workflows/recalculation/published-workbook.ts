import { fullDate } from '../../core/language/format-date.ts';
import { KOERS_TAB_WORDS } from '../../core/language/sheet-languages.ts';
import { tabRange } from '../../core/model/a1-notation.ts';
import { ofGoals } from '../../core/tables/of-goals.ts';
import type { TableId } from '../../core/tables/result-tables.ts';
import { PersonFailure } from '../failures.ts';
import { newestMonths } from '../hidden-tab/kept-months.ts';
import { markText, readMark } from '../hidden-tab/mark.ts';
import { monthHashes } from '../hidden-tab/memory.ts';
import { knownSchedule } from '../hidden-tab/register.ts';
import {
  NO_STORED_DATA,
  type StoredData,
  type StoredPublication,
  type StoredStamp,
} from '../hidden-tab/stored-data.ts';
import type { Clock, Compression, TabFacts, WorkbookFacts, WorkbookReader } from '../ports.ts';
import { type ComputedResults, tablesOnce } from '../results/compute-results.ts';
import { tabHeadline } from '../workbook/tab-headline.ts';
import { identityOf } from '../workbook/workbook-identity.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { repairedTabChanges } from './hidden-tab-changes.ts';
import { keptTables } from './new-stored-data.ts';
import { peopleChanges } from './readable-tab-changes.ts';
import { PEOPLE_TABS } from './readable-tabs.ts';

/** Findings are for whoever fills in the workbook; the history stands in its own months. */
const NEVER_PUBLISHED: readonly TableId[] = ['checks', 'history'];
const PUBLISHED_TABS = PEOPLE_TABS.filter(({ table }) => !NEVER_PUBLISHED.includes(table));

/** What the months of history may take of the 2 MB of one write; older ones stay behind. */
const MOST_HISTORY_BYTES = 400_000;

/** What a run leaves of itself: what to publish, and as of when. */
export interface PublishedRun {
  readonly results: ComputedResults;
  readonly stamp: StoredStamp;
  /** Of the workbook that it is published from. */
  readonly register: StoredData['register'];
  readonly goOn: () => void;
}

/**
 * Refuses whatever is not the workbook that Koers made for this: one with its mark, or one in which
 * nobody has put anything yet. Gives the blank tab that is to go, null where there is none.
 */
export function blankTabOf(facts: WorkbookFacts, reader: WorkbookReader): number | null {
  if (readMark(facts.mark)?.isPublished === true) return null;
  const [tab, ...others] = facts.tabs;
  // Asked twice: one answer without cells is not believed where a tab is to go.
  const isBlank = ({ title }: TabFacts) =>
    [1, 2].every(() => reader.columns(facts.fileId, [tabRange(title)])[0].length === 0);
  const isNew = facts.mark === null && tab !== undefined && others.length === 0 && isBlank(tab);
  if (!isNew) throw new PersonFailure('NOT_PUBLISHED_INTO', { title: facts.title });
  return tab.sheetId;
}

/** The same results as they may be told to those who are to know these goals alone. */
function resultsFor(
  { results, goOn }: PublishedRun,
  facts: WorkbookFacts,
  { goalIds }: StoredPublication,
): ComputedResults {
  const { input } = results;
  const narrowed = ofGoals(input, goalIds);
  // Addresses of the workbook with the inputs, and of its board, would open nothing for them.
  const workbook = { ...identityOf(facts, facts.fileId), url: '' };
  const own = {
    ...narrowed,
    workspace: {
      ...narrowed.workspace,
      workbook,
      settings: { ...narrowed.workspace.settings, boardLink: '' },
    },
    recalculation: input.recalculation === null ? null : { ...input.recalculation, by: '' },
    sheetIds: {},
  };
  const { workspace, evaluation, issues } = own;
  return {
    ...results,
    workspace,
    evaluation,
    issues,
    input: own,
    table: tablesOnce(own, goOn),
    idsToWrite: [],
    findings: {},
    whatIfNote: '',
  };
}

/** Everything that the workbook of a group is to hold, in place of what Koers wrote there before. */
export function publishedChanges(
  { clock, compression }: { readonly clock: Clock; readonly compression: Compression },
  facts: WorkbookFacts,
  publication: StoredPublication,
  run: PublishedRun,
  blankTab: number | null,
): WorkbookChange[] {
  const results = resultsFor(run, facts, publication);
  const { settings } = results.workspace;
  const { language } = settings;
  const { months, since } = newestMonths(results.input.history, MOST_HISTORY_BYTES, compression);
  const [{ at, trigger, version }] = run.register.runs;
  const data: StoredData = {
    ...NO_STORED_DATA,
    identity: { workbookId: facts.fileId, fileId: facts.fileId },
    stamp: { ...run.stamp, inputs: '' },
    register: {
      runs: [{ at, by: '', trigger, failure: '', version }],
      schedule: { ...run.register.schedule, by: '' },
    },
    months: monthHashes(months),
    tables: keptTables(results, compression, NEVER_PUBLISHED),
  };
  const schedule = knownSchedule(data.register, facts);
  const headline = [
    tabHeadline(clock, { at, by: '' }, schedule, language),
    ...(since === null ? [] : [KOERS_TAB_WORDS[language].historyFrom(fullDate(since, language))]),
  ].join(' ');
  const today = settings.today === null ? null : fullDate(settings.today, settings.language);
  const notice = { isCopy: false, hasLooks: true, headline, today };
  const mark = markText({ ...run.stamp, inputs: '' }, data.register, true);
  return [
    ...peopleChanges(facts, results, notice, PUBLISHED_TABS),
    ...repairedTabChanges(facts, language, data, months, null, compression),
    { kind: 'set_mark', id: facts.mark?.id ?? null, text: mark },
    ...(blankTab === null ? [] : [{ kind: 'delete_tab' as const, sheetId: blankTab }]),
  ];
}
