import { fieldsOf } from '../../core/tables/fields-of.ts';
import type { ComputedResults } from '../compute-results.ts';
import { TAB_WORDS } from '../language/tab-words.ts';
import type { WorkbookFacts } from '../ports.ts';
import type { PlainTable } from '../store/plain-table.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { peopleTabChanges } from './koers-tab-changes.ts';
import { allRows, columnLook, openTimelineRows, peopleRows } from './people-tab-rows.ts';
import { PEOPLE_TABS, type PeopleTab } from './people-tabs.ts';

/** Open periods, at most this many rows: the tab is for reading, the connector has them all. */
const MOST_TIMELINE_ROWS = 2_000;
/** More than anybody reads; keeps the write within its bound. */
const MOST_ROWS = 1_000;

export interface Notice {
  readonly isCopy: boolean;
  /** 2026-02-15 09:30 */
  readonly moment: string;
  readonly by: string;
  /** The day typed in Settings, or null. */
  readonly today: string | null;
}

function shownRows(
  { table: id }: PeopleTab,
  table: PlainTable,
  { evaluation }: ComputedResults,
): { rows: readonly number[]; all: number } {
  if (id !== 'timeline') {
    const all = allRows(table);
    return { rows: all.slice(0, MOST_ROWS), all: all.length };
  }
  const open = evaluation.kpis.filter(({ isClosed }) => !isClosed).map(({ kpiId }) => kpiId);
  return openTimelineRows(table, new Set(open), evaluation.today, MOST_TIMELINE_ROWS);
}

function notices(
  { isCopy, moment, by, today }: Notice,
  results: ComputedResults,
  kept: number,
  all: number,
): [string, string] {
  const words = TAB_WORDS[results.workspace.settings.language];
  const second = [
    today === null ? '' : words.todayIsSet(today),
    isCopy ? words.isCopy : '',
    kept < all ? words.shortened(kept, all) : '',
  ];
  return [words.recalculated(moment, by), second.filter((text) => text !== '').join(' ')];
}

/** The tabs for people, each whole. */
export function peopleChanges(
  facts: WorkbookFacts,
  results: ComputedResults,
  notice: Notice,
): WorkbookChange[] {
  const { language, currency } = results.workspace.settings;
  return PEOPLE_TABS.flatMap((tab) => {
    const table = results.tables.get(tab.table);
    if (table === undefined) return [];
    const definitions = fieldsOf(tab.table, { language, guard: 'none', currency });
    const fields = tab.fields.flatMap((id) => definitions.find((field) => field.id === id) ?? []);
    const { rows, all } = shownRows(tab, table, results);
    return peopleTabChanges(facts, language, {
      id: tab.tab,
      notices: notices(notice, results, rows.length, all),
      rows: peopleRows(table, fields, rows),
      looks: fields.map(({ type }) => columnLook(type)),
    });
  });
}
