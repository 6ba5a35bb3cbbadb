import type { Day } from '../model/calendar-date.ts';
import type { Issue } from '../model/issue.ts';
import { type Columns, essential, fieldsIn } from './column.ts';
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
  finding_severity_label: essential(
    quality.text(({ issue }, { book }) => book.severities[issue.severity]),
  ),
  finding_code: quality.text(({ issue }) => issue.code),
  finding_text: essential(quality.text(({ text }) => text)),
  fix_text: essential(quality.text(({ fix }) => fix)),
  tab: essential(who.text(({ issue }) => issue.place.tab)),
  cell: who.text(({ issue }) => issue.place.cell),
  cell_url: texts.url(({ issue }, { urlOf }) => urlOf(issue.place)),
  cell_link: essential(texts.link('HYPERLINK($cell_url, $finding_text)')),
  owner: essential(who.text(({ owner }) => owner)),
  kpi: essential(who.text(({ issue }, { kpi }) => kpi(issue.kpiId)?.kpi.name ?? null)),
  goal: essential(who.text(({ goal }) => goal)),
  first_seen: essential(quality.date(({ firstSeen }) => firstSeen)),
  is_new: essential(
    quality.flag(({ firstSeen }, { input }) => {
      if (input.firstSeen === undefined) return null;
      return firstSeen === null || firstSeen === input.viewDay;
    }),
  ),
  ...STAMPS,
  finding_order: essential(quality.least(({ order }) => order)),
  finding_count: essential(counts.sum(() => 1)),
} satisfies Columns<Finding>;

/** One row per finding, what needs attention first on top. */
export const CHECKS: ResultTable<Finding> = {
  columns,
  hidden: {},
  defaults: ['finding_text', 'finding_count'],
};
