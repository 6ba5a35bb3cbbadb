import type { TabId } from '../layout/tab-layout.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import type { Settings, WorkbookIdentity, Workspace } from '../model/workspace.ts';
import { labelledYear } from './cell/read-period.ts';
import { completeMeasures } from './complete-measures.ts';
import { crossCheck } from './cross-checks.ts';
import { asMeasurements, newFactBuffer } from './figures/fact-buffer.ts';
import { measureDictionary, reportStrangers } from './figures/measure-dictionary.ts';
import { readActuals } from './figures/read-actuals.ts';
import { readSources } from './figures/read-sources.ts';
import { surveyFacts } from './figures/survey-facts.ts';
import { newIssueList } from './issue-list.ts';
import { linkKpisToMeasures, settleAggregations } from './kpi-measures.ts';

import type { MeasureDraft } from './measure-draft.ts';
import { nameIndex } from './name-index.ts';
import { readCalendars, readPeriods } from './read-calendar.ts';
import { type IdToWrite, type ReadContext, startContext } from './read-context.ts';
import { readGoals } from './read-goals.ts';
import { type NamedTab, readIdentities, warnOfRepeatedNames } from './read-identities.ts';
import { readKpis } from './read-kpis.ts';
import { readMeasures } from './read-measures.ts';
import { readMilestones } from './read-milestones.ts';
import { readPeople } from './read-people.ts';
import { readResources } from './read-resources.ts';
import { readSettings } from './read-settings.ts';
import { readActions, readEvents, readTargetChanges } from './read-steering.ts';
import { readStrategy } from './read-strategy.ts';
import { readRows, reportMissingTab, type SortedSheets, sortSheets } from './report-tabs.ts';
import { resolveFormulas } from './resolve-formulas.ts';
import { settleChannels } from './settle-channels.ts';
import { settleLinks, withoutPresumed } from './settle-links.ts';
import type { SheetInput } from './sheet/sheet-input.ts';

export interface WorkbookInput {
  readonly workbook: WorkbookIdentity;
  /** The workbook's tabs, and those of other spreadsheets that foreignSources asks for. */
  readonly sheets: readonly SheetInput[];
}

export interface ReadWorkbook {
  readonly workspace: Workspace;
  readonly issues: Issue[];
  /** Blank id cells, with what Koers writes there. */
  readonly idsToWrite: readonly IdToWrite[];
}

/**
 * A whole workbook into plain data. Never throws on what people typed: what cannot be read is an
 * issue with its cell, and everything else is read all the same.
 *
 * @param realToday the civil date in the workbook's time zone; the Settings tab may say another
 */
export function readWorkspace(input: WorkbookInput, realToday: Day): ReadWorkbook {
  const issues = newIssueList();
  const idsToWrite: IdToWrite[] = [];
  const { locale } = input.workbook;
  const start = startContext(locale, issues, idsToWrite);
  const sheets = sortSheets(input.sheets, start);
  const settings = readSettings(readRows(sheets, 'settings', start), locale, start);
  const year = { fiscalStartMonth: settings.fiscalStartMonth, customPeriods: [] };
  const yearly: ReadContext = { ...start, language: settings.language, cut: labelledYear(year) };
  const customPeriods = readPeriods(readRows(sheets, 'periods', yearly));
  const context: ReadContext = { ...yearly, cut: labelledYear({ ...year, customPeriods }) };
  const workspace = readTabs(input, sheets, settings, realToday, context);
  return { workspace, issues: issues.all(), idsToWrite };
}

function readTabs(
  input: WorkbookInput,
  sheets: SortedSheets,
  settings: Settings,
  realToday: Day,
  context: ReadContext,
): Workspace {
  const rows = <Tab extends TabId>(id: Tab) => readRows(sheets, id, context);
  const today = settings.today ?? realToday;
  const definitions = readDefinitions(sheets, settings, today, context);
  const { goals, drafts, calendars, strategy } = definitions;
  const figures = readFigures(input, sheets, drafts, context);
  const { facts, survey, measures } = figures;
  crossCheck({ facts, survey, measures, today, context });
  const whole = withoutPresumed(definitions.kpis, drafts, measures, survey, context);
  const links = settleLinks(goals, whole, context);
  const { kpis } = links;
  const workspace: Workspace = {
    workbook: input.workbook,
    settings,
    strategy,
    goals: links.goals,
    measures,
    kpis,
    milestones: readMilestones(rows('milestones'), kpis, drafts),
    measurements: asMeasurements(
      facts,
      drafts.map(({ id }) => id),
    ),
    periodTargets: [],
    targetChanges: readTargetChanges(rows('target_changes'), kpis, drafts),
    resources: readResources(rows('resources'), kpis, goals, settings.currency),
    actions: readActions(namedRows(sheets, 'actions', context), kpis),
    events: readEvents(rows('events'), kpis, drafts),
    calendars,
    customPeriods: context.cut.customPeriods,
    people: readPeople(rows('people')),
  };
  return settleChannels(workspace, definitions.placeOfChannel, context);
}

/** The rows of a tab that has names and ids; none when the tab is not there. */
const namedRows = <Tab extends NamedTab>(sheets: SortedSheets, id: Tab, context: ReadContext) =>
  readIdentities(readRows(sheets, id, context), id, context);

/** What people decided: strategy, goals, measures and KPIs, linked to one another. */
function readDefinitions(
  sheets: SortedSheets,
  settings: Settings,
  today: Day,
  context: ReadContext,
) {
  if (!sheets.single.has('kpis')) reportMissingTab('kpis', context);
  const strategy = readStrategy(namedRows(sheets, 'strategy', context));
  const goalRows = namedRows(sheets, 'goals', context);
  const measureRows = namedRows(sheets, 'measures', context);
  warnOfRepeatedNames(measureRows, context);
  warnOfRepeatedNames(goalRows, context);
  const calendars = readCalendars(readRows(sheets, 'calendar', context));
  const kpiRows = namedRows(sheets, 'kpis', context);
  const linked = linkKpisToMeasures(kpiRows, readMeasures(measureRows, context));
  const resolved = resolveFormulas(linked.drafts, context);
  const drafts = settleAggregations(resolved, linked.kpiRows, context);
  const goals = readGoals(goalRows, strategy, nameIndex('kpis', linked.kpiRows), context);
  const kpis = readKpis(
    linked.kpiRows,
    { goals, measures: drafts, calendars, settings, today },
    context,
  );
  const placeOfChannel = new Map(kpiRows.map(({ id, row }) => [id, row.place('channel')]));
  return { strategy, goals, drafts, kpis, calendars, placeOfChannel };
}

/** What happened: every value of every Actuals tab and source, and what that tells of measures. */
function readFigures(
  input: WorkbookInput,
  sheets: SortedSheets,
  drafts: readonly MeasureDraft[],
  context: ReadContext,
) {
  const facts = newFactBuffer();
  const dictionary = measureDictionary(drafts);
  const sink = { facts, dictionary, context };
  for (const sheet of sheets.actuals) readActuals(sheet, sink);
  readSources(input.sheets, sink);
  const hasOtherSource = drafts.some(({ source }) => source !== null);
  if (sheets.actuals.length === 0 && !hasOtherSource) reportMissingTab('actuals', context);
  reportStrangers(dictionary, context);
  const survey = surveyFacts(facts, drafts.length);
  return { facts, survey, measures: completeMeasures(dictionary, facts, survey, context) };
}

/** The spreadsheets and tabs outside the workbook that its measures name, each once. */
export function foreignSources(
  input: WorkbookInput,
): { readonly spreadsheet: string; readonly tab: string }[] {
  const context = startContext(input.workbook.locale, newIssueList(), []);
  const sheets = sortSheets(input.sheets, context);
  const measures = readMeasures(namedRows(sheets, 'measures', context), context);
  const found = new Map<string, { spreadsheet: string; tab: string }>();
  for (const { source } of measures) {
    if (source === null || source.spreadsheet === null || source.tab === '') continue;
    const { spreadsheet, tab } = source;
    found.set(`${spreadsheet}|${tab}`, { spreadsheet, tab });
  }
  return [...found.values()];
}
