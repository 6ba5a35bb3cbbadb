import type { OutputTabId } from '../../core/layout/output-tabs.ts';
import type { TableId } from '../../core/tables/result-tables.ts';
import type { STATUS_COLOURS } from './status-colours.ts';

/** A tab for people: some fields of a result table, a row each. */
export interface PeopleTab {
  readonly tab: Exclude<OutputTabId, 'data' | 'charts'>;
  readonly table: TableId;
  /**
   * Ids separated by blanks, in the order they are shown. Two with a + are one column, a symbol with
   * its word; `route` is the way of a goal, stop by stop, `trend` the course of a KPI as blocks.
   */
  readonly fields: string;
  /** How the columns with a symbol are coloured. */
  readonly colours?: keyof typeof STATUS_COLOURS;
  /** The column whose rows stand in this order, the earliest first; else as in the table. */
  readonly byDate?: string;
  /** The column that leads to the address in another one. */
  readonly link?: { readonly on: string; readonly to: string };
}

export const PEOPLE_TABS: readonly PeopleTab[] = [
  {
    tab: 'status',
    table: 'kpis',
    fields:
      'goal kpi status_symbol+status_label trend actual_text plan_text target_text progress eta_date days_late explanation advice owner as_of_date',
    colours: 'kpi',
  },
  {
    tab: 'goals',
    table: 'goals',
    fields:
      'goal goal_status_symbol+goal_status_label route goal_progress goal_due_date next_stop next_stop_date worst_kpi goal_explanation goal_owner',
    colours: 'kpi',
  },
  {
    tab: 'milestones',
    table: 'milestones',
    fields:
      'milestone_date stop kpi milestone_status_symbol+milestone_status_label milestone_days_late milestone_value_text milestone_eta_date milestone_reached_date milestone_text',
    colours: 'stop',
    byDate: 'milestone_date',
  },
  {
    tab: 'checks',
    table: 'checks',
    fields: 'finding_severity+finding_severity_label finding_text fix_text tab cell kpi goal',
    colours: 'finding',
    link: { on: 'cell', to: 'cell_url' },
  },
];

/** The only one whose length grows with time; it gets the room that the others leave. */
export const TIMELINE_TAB: PeopleTab = {
  tab: 'timeline',
  table: 'timeline',
  fields: 'kpi interval_start actual plan actual_to_date plan_to_date interval_status_label',
};
