import type { ColumnId } from '../layout/sheet-layout.ts';
import type { TabId } from '../layout/tab-layout.ts';
import { type CellPlace, columnLetters } from '../model/a1-notation.ts';
import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import type { Settings, WorkbookIdentity, Workspace } from '../model/workspace.ts';
import { labelledYear } from './cell/read-period.ts';
import { crossCheck } from './checks/cross-checks.ts';
import { asMeasurements } from './figures/fact-buffer.ts';
import { withoutPresumed } from './figures/presumed-measures.ts';
import { readFigures } from './figures/read-figures.ts';
import { isSource } from './figures/read-sources.ts';
import { withoutSteps } from './figures/steps-between.ts';
import { isTotalName } from './figures/total-names.ts';
import { fitTargets } from './links/fit-targets.ts';
import { linkKpisToMeasures, settleAggregations } from './links/kpi-measures.ts';
import { requireTargets } from './links/require-targets.ts';
import { resolveFormulas } from './links/resolve-formulas.ts';
import { settleChannels } from './links/settle-channels.ts';
import { settleLinks } from './links/settle-links.ts';
import { newIssueList } from './rows/issue-list.ts';
import { nameIndex } from './rows/name-index.ts';
import { type IdToWrite, type ReadContext, startContext } from './rows/read-context.ts';
import {
  type NamedRow,
  type NamedTab,
  readIdentities,
  warnOfRepeatedNames,
} from './rows/read-identities.ts';
import {
  besideSources,
  readRows,
  reportMissingTab,
  type SortedSheets,
  sortSheets,
} from './rows/read-rows.ts';
import type { SheetInput } from './sheet/sheet-input.ts';
import { readCalendars, readPeriods } from './tabs/read-calendar.ts';
import { readGoals } from './tabs/read-goals.ts';
import { readKpis } from './tabs/read-kpis.ts';
import { readMeasures, readSource } from './tabs/read-measures.ts';
import { readMilestones } from './tabs/read-milestones.ts';
import { readPeople } from './tabs/read-people.ts';
import { readResources } from './tabs/read-resources.ts';
import { readSettings } from './tabs/read-settings.ts';
import { readActions, readEvents, readTargetChanges } from './tabs/read-steering.ts';
import { readStrategy } from './tabs/read-strategy.ts';
import { readTargets } from './tabs/read-targets.ts';

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
 * @param goOn asked at every row; throws when there is no time left
 * @param isAsked of which cells the findings are wanted; of all when left out
 */
export function readWorkspace(
  input: WorkbookInput,
  realToday: Day,
  goOn: () => void = () => undefined,
  isAsked?: (place: CellPlace) => boolean,
): ReadWorkbook {
  const issues = newIssueList(isAsked);
  const idsToWrite: IdToWrite[] = [];
  const { locale } = input.workbook;
  const start = startContext(locale, issues, idsToWrite, goOn);
  const sheets = sortSheets(input.sheets, start);
  const settings = readSettings(readRows(sheets, 'settings', start), locale, start);
  const year = { fiscalStartMonth: settings.fiscalStartMonth, customPeriods: [] };
  const { language, currency } = settings;
  const yearly: ReadContext = { ...start, language, currency, cut: labelledYear(year) };
  const customPeriods = readPeriods(readRows(sheets, 'periods', yearly));
  const context: ReadContext = { ...yearly, cut: labelledYear({ ...year, customPeriods }) };
  const workspace = readTabs(input, sheets, settings, realToday, context);
  return { workspace, issues: issues.all(), idsToWrite };
}

function readTabs(
  input: WorkbookInput,
  sorted: SortedSheets,
  settings: Settings,
  realToday: Day,
  context: ReadContext,
): Workspace {
  const today = settings.today ?? realToday;
  const definitions = readDefinitions(sorted, settings, today, context);
  const sheets = besideSources(sorted, (sheet) =>
    definitions.drafts.some(({ source }) => source !== null && isSource(sheet, source)),
  );
  const rows = <Tab extends TabId>(id: Tab) => readRows(sheets, id, context);
  const { goals, drafts, calendars, strategy } = definitions;
  const figures = readFigures(input.sheets, sheets.actuals, drafts, definitions.kpis, context);
  const { facts, survey, measures } = figures;
  const hasTypedCadence = drafts.map(({ cadence }) => cadence !== null);
  const hasTypedAggregation = drafts.map(({ row }) => row?.has('adds_up') ?? false);
  const typed = { hasTypedCadence, hasTypedAggregation };
  const given = { kpis: definitions.kpis, ...typed, today, context };
  const checked = crossCheck({ ...figures, ...given });
  const whole = withoutPresumed(checked, drafts, measures, survey, context);
  const links = settleLinks(goals, withoutSteps(whole, drafts, figures.steps, context), context);
  const milestones = readMilestones(rows('milestones'), links.kpis, drafts);
  const typedTargets = readTargets(sheets, links.kpis, drafts, context);
  const periodTargets = fitTargets(links.kpis, typedTargets, context);
  const asked = { milestones, periodTargets };
  const kpis = requireTargets(links.kpis, definitions.rowOfKpi, asked, context);
  const workspace: Workspace = {
    workbook: input.workbook,
    settings,
    strategy,
    goals: links.goals,
    measures,
    kpis,
    milestones,
    measurements: asMeasurements(
      facts,
      drafts.map(({ id }) => id),
      facts.channels.flatMap((name, position) => (isTotalName(name) ? [position] : [])),
    ),
    periodTargets,
    targetChanges: readTargetChanges(rows('target_changes'), kpis, drafts),
    resources: readResources(rows('resources'), kpis, goals, settings.currency),
    actions: readActions(namedRows(sheets, 'actions', context), kpis),
    events: readEvents(rows('events'), kpis, drafts),
    calendars,
    figureNotes: figures.notes,
    customPeriods: context.cut.customPeriods,
    people: readPeople(rows('people')),
    columnLetters: definitions.columnLetters,
  };
  return settleChannels(workspace, definitions.rowOfKpi, context);
}

/** The rows of a tab that has names and ids; none when the tab is not there. */
const namedRows = <Tab extends NamedTab>(sheets: SortedSheets, id: Tab, context: ReadContext) =>
  readIdentities(readRows(sheets, id, context), id, context);

/** Where the columns of a tab stand, by letter; none of a tab without rows. */
function lettersOf<Tab extends NamedTab>([first]: readonly NamedRow<Tab>[]) {
  const columns = Object.entries<number | undefined>(first?.row.tab.columnOf ?? {});
  const letters = columns.map(([id, at]) => [id, at === undefined ? at : columnLetters(at)]);
  // SAFETY: the same ids.
  return Object.fromEntries(letters) as Partial<Record<ColumnId<Tab>, string>>;
}

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
  const linked = linkKpisToMeasures(kpiRows, readMeasures(measureRows, context), context.currency);
  const resolved = resolveFormulas(linked.drafts, context);
  const drafts = settleAggregations(resolved, linked.kpiRows, context);
  const goals = readGoals(goalRows, strategy, nameIndex('kpis', linked.kpiRows), context);
  const kpis = readKpis(
    linked.kpiRows,
    { goals, measures: drafts, calendars, settings, today },
    context,
  );
  const rowOfKpi = new Map(kpiRows.map(({ id, row }) => [id, row]));
  const letters = {
    goals: lettersOf(goalRows),
    measures: lettersOf(measureRows),
    kpis: lettersOf(kpiRows),
  };
  return { strategy, goals, drafts, kpis, calendars, rowOfKpi, columnLetters: letters };
}

/** The spreadsheets and tabs outside the workbook that its measures name, each once. */
export function foreignSources(
  input: WorkbookInput,
): { readonly spreadsheet: string; readonly tab: string }[] {
  const context = startContext(input.workbook.locale, newIssueList(), []);
  const sheets = sortSheets(input.sheets, context);
  const found = new Map<string, { spreadsheet: string; tab: string }>();
  for (const row of readRows(sheets, 'measures', context)) {
    const source = row.has('name') ? readSource(row) : null;
    if (source === null || source.spreadsheet === null || source.tab === '') continue;
    const { spreadsheet, tab } = source;
    found.set(`${spreadsheet}|${tab}`, { spreadsheet, tab });
  }
  return [...found.values()];
}
