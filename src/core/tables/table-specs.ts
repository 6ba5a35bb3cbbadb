import type { Language } from '../model/workspace.ts';
import {
  CHANNELS_ADD,
  flowPer,
  flowRatioPer,
  type Guard,
  onlyOne,
  partsPer,
  ratioPer,
  sameFor,
  sumPer,
} from './guards.ts';

export const TABLE_IDS = [
  'kpis',
  'timeline',
  'milestones',
  'goals',
  'strategy',
  'checks',
  'channels',
  'history',
  'changes',
  'actions',
  'resources',
  'drivers',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

/** Which fields a result table has. Ids are separated by blanks, in the order they are shown. */
export interface TableSpec {
  readonly label: Readonly<Record<Language, string>>;
  /** False while what fills it is still being built: the connector and the command leave it out. */
  readonly isOffered?: false;
  /** A row for each interval, or each day kept: much longer than the others. */
  readonly isLong?: true;
  readonly dimensions: string;
  readonly guarded: ReadonlyArray<readonly [guard: Guard, ids: string]>;
  /** Metrics that take the minimum, that add up, and that are calculated over rows. */
  readonly metrics: string;
  readonly defaults: readonly [dimension: string, metric: string];
}

const BOOK = 'organisation workbook_id';
const STAMPS = 'view_date recalculated_at recalculated_text view_note';

/** What every row says about its KPI. */
const KPI_BLOCK = `${BOOK} kpi_key kpi_id kpi kpi_order goal_id goal goal_order strategy owner owners_text team kpi_channel stage measure_id measure unit unit_label better_when kpi_type is_critical is_leading status status_label status_symbol kpi_url kpi_link ${STAMPS}`;

/** What every row says about its goal, in tables without KPIs. */
const GOAL_BLOCK = `${BOOK} goal_id goal goal_order success_when parent_goal_id parent_goal horizon_years goal_owner strategy goal_start_date goal_due_date goal_status goal_status_label goal_status_symbol goal_url goal_link ${STAMPS}`;

const COUNTS =
  'judged_count on_course_count at_risk_count off_course_count achieved_count missed_count waiting_count';
const SNAPSHOT_COUNTS = COUNTS.split(' ')
  .map((id) => `snapshot_${id}`)
  .join(' ');

export const TABLE_SPECS: Readonly<Record<TableId, TableSpec>> = {
  kpis: {
    label: { en: 'KPIs', nl: 'KPI’s' },
    dimensions: `${KPI_BLOCK} start_date due_date as_of_date data_through latest_date eta_date status_since previous_view_date previous_status_label next_milestone next_milestone_date next_milestone_eta_date next_milestone_status_label explanation advice reason changed_text actual_text target_text plan_text gap_text forecast_text speed_text next_milestone_text forecast_method_label signal signal_label override_status_label override_reason override_until follows_kpi_id reference_period cadence`,
    guarded: [
      [
        sumPer('kpi_key'),
        'actual target plan gap baseline reference latest_value forecast forecast_low forecast_high speed required_speed speed_factor days_behind days_late days_left meter pace_index fuel_index fuel_days_left next_milestone_days_late next_milestone_fuel_index weight target_v1 status_score status_change pace_change forecast_change data_age_hours actual_money target_money plan_money gap_money forecast_money progress attainment elapsed coverage probability growth_vs_reference progress_change progress_v1 smart_score actual_percent target_percent plan_percent gap_percent forecast_percent',
      ],
    ],
    metrics: `status_order ${COUNTS} kpi_count on_course_share net_course weighted_progress smart_average`,
    defaults: ['kpi', 'progress'],
  },
  timeline: {
    label: { en: 'Timeline', nl: 'Tijdlijn' },
    isLong: true,
    dimensions: `${KPI_BLOCK} interval_start interval_end interval_label interval_status interval_status_label milestone_label event_label is_complete is_partial is_future`,
    guarded: [
      [partsPer('kpi_key'), 'actual actual_money actual_percent'],
      [flowPer('kpi_key'), 'plan plan_percent last_year'],
      [flowRatioPer('kpi_key'), 'change_vs_last_year'],
      [sameFor('kpi_key'), 'target range_low range_high'],
      [
        onlyOne('kpi_key'),
        'actual_to_date plan_to_date forecast_to_date forecast_low forecast_high probability_to_date last_year_to_date previous change_vs_previous milestone_value interval_pace_index interval_status_score centre_line lower_limit upper_limit signal_value actual_to_date_money plan_to_date_money',
      ],
    ],
    metrics: 'interval_order kpi_count',
    defaults: ['interval_start', 'actual'],
  },
  milestones: {
    label: { en: 'Milestones', nl: 'Mijlpalen' },
    dimensions: `${KPI_BLOCK} stop_id stop milestone milestone_date milestone_eta_date milestone_reached_date milestone_status milestone_status_label milestone_status_symbol milestone_value_text milestone_text is_next`,
    guarded: [
      [
        onlyOne('kpi_key'),
        'milestone_value milestone_value_money milestone_value_percent milestone_days_late milestone_value_to_go milestone_required_speed milestone_leg_progress',
      ],
    ],
    metrics:
      'milestone_order milestone_status_order stop_order milestone_count milestone_reached_count milestone_late_count',
    defaults: ['milestone', 'milestone_days_late'],
  },
  goals: {
    label: { en: 'Goals', nl: 'Doelstellingen' },
    dimensions: `${GOAL_BLOCK} goal_explanation goal_advice outcome_kpi worst_kpi worst_kpi_explanation next_stop next_stop_date next_stop_status_label channels_text resources_text`,
    guarded: [
      [
        sumPer('goal_id'),
        'goal_progress goal_pace_index goal_meter goal_judged_share goal_progress_change goal_status_score',
      ],
    ],
    metrics:
      'goal_status_order goal_kpi_count goal_on_course_count goal_at_risk_count goal_off_course_count goal_achieved_count goal_missed_count goal_count',
    defaults: ['goal', 'goal_progress'],
  },
  strategy: {
    label: { en: 'Strategy', nl: 'Strategie' },
    dimensions: `${BOOK} line_id line_kind line_order line_text line_owner ${STAMPS}`,
    guarded: [],
    metrics: 'line_goal_count',
    defaults: ['line_text', 'line_goal_count'],
  },
  checks: {
    label: { en: 'Checks', nl: 'Controles' },
    dimensions: `${BOOK} finding_severity finding_code finding_text fix_text tab cell cell_url owner kpi goal first_seen is_new ${STAMPS}`,
    guarded: [],
    metrics: 'finding_order finding_count',
    defaults: ['finding_text', 'finding_count'],
  },
  channels: {
    label: { en: 'Channels', nl: 'Kanalen' },
    isLong: true,
    dimensions: `${KPI_BLOCK} interval_start interval_end interval_label channel is_remainder opportunity_text`,
    guarded: [
      [flowPer('kpi_key'), 'actual'],
      [flowPer('kpi_key interval_start', CHANNELS_ADD), 'actual_to_date plan_to_date'],
      [flowPer('kpi_key interval_start', CHANNELS_ADD), 'share_of_kpi share_of_gap'],
      [sumPer('kpi_key'), 'cost'],
      [ratioPer('kpi_key'), 'cost_per_unit'],
      [onlyOne('kpi_key'), 'change_vs_previous'],
    ],
    metrics: 'opportunity_rank',
    defaults: ['channel', 'actual'],
  },
  history: {
    label: { en: 'History', nl: 'Verloop' },
    isLong: true,
    dimensions: `${KPI_BLOCK} snapshot_date snapshot_status snapshot_status_label is_current`,
    guarded: [
      [
        onlyOne('kpi_key'),
        'snapshot_actual snapshot_plan snapshot_progress snapshot_pace_index snapshot_forecast snapshot_status_score',
      ],
    ],
    metrics: SNAPSHOT_COUNTS,
    defaults: ['snapshot_date', 'snapshot_progress'],
  },
  changes: {
    label: { en: 'Changes', nl: 'Wijzigingen' },
    dimensions: `${KPI_BLOCK} event_date event_type event_label event_text event_good event_url`,
    guarded: [],
    metrics: 'event_count',
    defaults: ['event_text', 'event_count'],
  },
  actions: {
    label: { en: 'Actions', nl: 'Acties' },
    isOffered: false,
    dimensions: `${KPI_BLOCK} action_id action action_phase action_date action_owner action_channel action_resource effect_date cause decision action_status_label action_text action_url`,
    guarded: [
      [sumPer('action_id'), 'expected_effect measured_effect effect_difference confidence'],
    ],
    metrics: 'action_count overdue_count',
    defaults: ['action', 'action_count'],
  },
  resources: {
    label: { en: 'Resources', nl: 'Middelen' },
    dimensions: `${KPI_BLOCK} resource resource_unit resource_channel resource_date fuel_status_label fuel_text`,
    guarded: [
      [sumPer('resource_unit'), 'budget used left need completion_estimate'],
      [ratioPer('resource_unit'), 'fuel_index'],
      [onlyOne('resource_unit'), 'fuel_days_left next_stop_fuel_index'],
    ],
    metrics: '',
    defaults: ['resource', 'fuel_index'],
  },
  drivers: {
    label: { en: 'Drivers', nl: 'Aandrijvers' },
    dimensions: `${GOAL_BLOCK} driver_kpi_id driver_kpi against driver_text opportunity_text`,
    guarded: [
      [sumPer('goal_id against'), 'contribution contribution_share'],
      [onlyOne('goal_id against'), 'needed_change_alone needed_change_together'],
    ],
    metrics: 'driver_order opportunity_rank',
    defaults: ['driver_kpi', 'contribution'],
  },
};

/** The tables that the connector and the command offer. */
export const offeredTables = (): TableId[] =>
  TABLE_IDS.filter((id) => TABLE_SPECS[id].isOffered !== false);

export const isTableId = (id: string): id is TableId => TABLE_IDS.some((known) => known === id);
