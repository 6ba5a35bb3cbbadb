import type { TabIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What reading tabs and rows can find. */
export const tabIssues = /* @__PURE__ */ issueSentences<TabIssues>()({
  E_TAB_MISSING: { text: 'The tab "{missing}" is missing.', fix: 'Add a tab of this name; in an empty workbook Koers › Set up this workbook does so.' },
  W_TAB_TWICE: { text: 'This tab is the same as "{other}"; only that one is read.', fix: 'Remove or rename one.' },
  E_HEADER: { text: 'No header row with {columns} in the first 100 rows.', fix: 'Type these names in the row above the figures.' },
  E_COLUMN_TWICE: {
    text: 'Two columns are called "{column}", here and in {other}, and they differ; neither is read.',
    fix: 'Rename one; where a row above tells them apart, use both names: "Leads Actual".',
  },
  I_LINES_PASSED: { text: 'Lines such as "{received}" are no figures of a day and are passed over.', fix: 'Nothing to do.' },
  E_UNDATED: { text: '{column} is empty beside a figure, which counts nowhere.', fix: 'Type the date; merged cells hold it in their first row only: unmerge them and fill it down.' },
  E_FILTER_COLUMN: { text: 'The filter names "{received}", which is no column of the tab "{tab}"{suggestion}.', fix: 'Use a header of that tab: Column = value; Other <> value.' },
  W_FILTER_EMPTY: { text: 'No row of "{tab}" passes the filter "{received}".', fix: 'Correct the filter: {column} holds {values}.' },
  SOURCE_LOADING: { text: 'The source says "{received}"; the last good result stays.', fix: 'Wait, or check the import and its permission.' },
  I_MORE: { text: 'And {count} more like this ({code}).', fix: 'Fix the first ones and look again.' },
  W_NAME_TWICE: { text: 'The name "{received}" is also in {other}.', fix: 'Give each its own name.' },
  W_SETTING: { text: 'There is no setting "{received}"{suggestion}.', fix: 'Correct its name or remove the row.' },
  W_SETTING_TWICE: { text: 'The setting "{received}" stands here twice; the last counts.', fix: 'Remove one.' },
  E_THRESHOLDS: { text: '"On course from" ({onCourse}) is below "At risk from" ({atRisk}); the defaults are used.', fix: 'Make the first the higher one.' },
  E_PERIOD_ORDER: { text: 'It ends ({end}) before it starts ({start}).', fix: 'Correct one of the dates.' },
  E_PERIODS_OVERLAP: { text: '"{received}" overlaps "{other}" and is left out.', fix: 'Let periods follow each other.' },
  E_NO_TARGET: { text: '"{kpi}" has neither a target nor growth.', fix: 'Fill in Target or Growth.' },
  E_RANGE: { text: '"{kpi}" needs Low below High.', fix: 'Fill in both Low and High (group More).' },
  E_TOLERANCE: { text: 'The tolerance {received} is not above 0.', fix: 'Type a positive tolerance or clear it.' },
  E_WEIGHT: { text: 'The weight "{received}" is not 0 or more.', fix: 'Type 0, a positive number, or nothing.' },
  W_KIND_AGGREGATION: { text: 'KPIs use "{measure}" in different ways; it is read as {aggregation}.', fix: 'Fill in "Adds up" of the measure.' },
  E_OUTCOME_TRACK: { text: 'The outcome KPI "{received}" is only tracked.', fix: 'Choose a KPI with a target.' },
  E_GOAL_CYCLE: { text: 'Goals stand under each other in a circle: {chain}.', fix: 'Clear one parent goal.' },
  E_FOLLOWS_CYCLE: { text: 'KPIs follow each other in a circle: {chain}.', fix: 'Clear one "Follows".' },
  E_FILTER: { text: 'The filter "{received}" is not understood.', fix: 'Write: Column = value; Other <> value.' },
  E_SOURCE_TAB: { text: 'The source tab "{received}" is not there.', fix: 'Correct its name or its sharing.' },
  E_SOURCE_COLUMN: { text: 'The source tab "{tab}" has no column "{received}".', fix: 'Correct the column name.' },
  W_MEASURE_UNKNOWN: { text: '"{received}" is no measure{suggestion}; {count} rows are left out.', fix: 'Correct the name or add it to Measures.' },
  W_CHANNEL_UNKNOWN: { text: 'No figure has the channel "{channel}" of "{kpi}"{suggestion}.', fix: 'Use a channel as the figures spell it.' },
  W_TARGET_REASON: { text: 'A target changed without a reason.', fix: 'Fill in Reason.' },
});
