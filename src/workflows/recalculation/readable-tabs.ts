import type { OutputTabId } from '../../core/layout/output-tabs.ts';
import type { TableId } from '../../core/tables/result-tables.ts';

/** A tab for people: some fields of a result table, a row each. */
export interface PeopleTab {
  readonly tab: Exclude<OutputTabId, 'data'>;
  readonly table: TableId;
  /** Ids separated by blanks, in the order they are shown. */
  readonly fields: string;
}

export const PEOPLE_TABS: readonly PeopleTab[] = [
  {
    tab: 'status',
    table: 'kpis',
    fields:
      'goal kpi status_symbol status_label actual_text plan_text target_text progress eta_date days_late explanation advice owner as_of_date',
  },
  {
    tab: 'goals',
    table: 'goals',
    fields:
      'goal goal_status_symbol goal_status_label goal_progress goal_due_date next_stop next_stop_date worst_kpi goal_explanation goal_owner',
  },
  {
    tab: 'milestones',
    table: 'milestones',
    fields:
      'kpi milestone milestone_date milestone_status_symbol milestone_status_label milestone_value_text milestone_eta_date milestone_reached_date milestone_text',
  },
  {
    tab: 'checks',
    table: 'checks',
    fields: 'finding_severity_label finding_text fix_text tab cell kpi goal',
  },
];

/** The only one whose length grows with time; it gets the room that the others leave. */
export const TIMELINE_TAB: PeopleTab = {
  tab: 'timeline',
  table: 'timeline',
  fields: 'kpi interval_start actual plan actual_to_date plan_to_date interval_status_label',
};
