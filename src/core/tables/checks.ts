import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import { type Columns, fieldsIn } from './column.ts';
import type { ResultTable } from './result-table.ts';
import { BOOK, STAMPS } from './stamp-columns.ts';

export interface Finding {
  readonly issue: Issue;
  /** 1 needs attention first. */
  readonly order: number;
  readonly text: string;
  readonly fix: string;
  /** Of the KPI, else of the goal. */
  readonly owner: string | null;
  readonly goal: string | null;
  readonly firstSeen: Day | null;
}

const who = fieldsIn('who');
const quality = fieldsIn('quality');
const counts = fieldsIn('counts');
const texts = fieldsIn('texts');

const columns = {
  ...BOOK,
  finding_severity: quality.text(({ issue }) => issue.severity),
  finding_code: quality.text(({ issue }) => issue.code),
  finding_text: quality.text(({ text }) => text),
  fix_text: quality.text(({ fix }) => fix),
  tab: who.text(({ issue }) => issue.place.tab),
  cell: who.text(({ issue }) => issue.place.cell),
  cell_url: texts.url(({ issue }, { urlOf }) => urlOf(issue.place)),
  owner: who.text(({ owner }) => owner),
  kpi: who.text(({ issue }, { kpi }) => kpi(issue.kpiId)?.kpi.name ?? null),
  goal: who.text(({ goal }) => goal),
  first_seen: quality.date(({ firstSeen }) => firstSeen),
  is_new: quality.flag(({ firstSeen }, { input }) => {
    if (input.firstSeen === undefined) return null;
    return firstSeen === null || firstSeen === input.viewDay;
  }),
  ...STAMPS,
  finding_order: quality.least(({ order }) => order),
  finding_count: counts.sum(() => 1),
} satisfies Columns<Finding>;

/** One row per finding, what needs attention first on top. */
export const CHECKS: ResultTable<Finding> = {
  columns,
  hidden: {},
  defaults: ['finding_text', 'finding_count'],
};
