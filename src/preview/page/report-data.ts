import type { Query } from '../data-studio/query-types.ts';
import type { Answers, FailureReply } from '../page-api.ts';
import type { Row } from './api-client.ts';
import { askConfig, askTable, ReplyError, toRows } from './api-client.ts';

// What each part of the report asks of Data Studio, and nothing comes from anywhere else.

export interface Source {
  readonly language: string;
  readonly answers: Answers;
}

const STATUS = ['status', 'status_label', 'status_symbol'];

const QUERIES = {
  strategy: {
    dimensions: ['line_id', 'line_kind', 'line_order', 'line_text', 'line_owner'],
    metrics: [],
    sort: [{ field: 'line_order' }],
  },
  counts: {
    dimensions: STATUS,
    metrics: ['kpi_count', 'judged_count', 'on_course_count', 'achieved_count', 'status_order'],
    sort: [{ field: 'status_order' }],
  },
  kpis: {
    dimensions: [
      ...['organisation', 'kpi_key', 'kpi', 'kpi_order', 'goal_id', 'goal', 'goal_order'],
      ...STATUS,
      ...['owners_text', 'unit', 'unit_label', 'better_when', 'kpi_type', 'is_critical', 'kpi_url'],
      ...['view_date', 'recalculated_text', 'view_note', 'start_date', 'due_date', 'eta_date'],
      ...['explanation', 'advice', 'actual_text', 'target_text', 'plan_text', 'forecast_text'],
      ...['signal_label'],
    ],
    metrics: [
      ...['actual', 'target', 'plan', 'baseline', 'progress', 'meter', 'days_late'],
      ...['probability', 'fuel_index'],
    ],
    sort: [{ field: 'goal_order' }, { field: 'kpi_order' }],
  },
  goals: {
    dimensions: [
      ...['goal_id', 'goal', 'goal_order', 'success_when', 'parent_goal', 'horizon_years'],
      ...['goal_owner', 'goal_start_date', 'goal_due_date', 'view_date', 'outcome_kpi'],
      ...['goal_status', 'goal_status_label', 'goal_status_symbol', 'goal_explanation'],
      ...['goal_advice', 'next_stop', 'next_stop_date', 'next_stop_status_label', 'goal_url'],
    ],
    metrics: ['goal_progress', 'goal_meter', 'goal_kpi_count'],
    sort: [{ field: 'goal_due_date', descending: true }, { field: 'goal_order' }],
  },
  milestones: {
    dimensions: [
      ...['kpi_key', 'kpi', 'goal_id', 'goal', 'stop_id', 'stop', 'milestone', 'milestone_date'],
      ...['milestone_eta_date', 'milestone_reached_date', 'milestone_status', 'is_next'],
      'view_date',
      ...['milestone_status_label', 'milestone_status_symbol', 'milestone_value_text'],
    ],
    metrics: ['milestone_value', 'milestone_days_late', 'milestone_status_order'],
    sort: [{ field: 'milestone_date' }, { field: 'kpi' }],
  },
  drivers: {
    dimensions: [
      ...['goal_id', 'goal', 'driver_kpi_id', 'driver_kpi', 'against', 'driver_text'],
      'opportunity_text',
    ],
    metrics: ['contribution', 'contribution_share', 'driver_order'],
    sort: [{ field: 'driver_order' }],
  },
  resources: {
    dimensions: [
      ...['resource', 'resource_channel', 'resource_unit', 'kpi', 'goal', 'fuel_status_label'],
      'fuel_text',
    ],
    metrics: ['budget', 'left', 'need', 'fuel_index'],
    sort: [{ field: 'resource' }],
  },
} satisfies Record<string, Query>;

type Part = keyof typeof QUERIES;

const TABLE_OF: Readonly<Record<Part, string>> = {
  strategy: 'strategy',
  counts: 'kpis',
  kpis: 'kpis',
  goals: 'goals',
  milestones: 'milestones',
  drivers: 'drivers',
  resources: 'resources',
};

export interface ReportData {
  readonly parts: Readonly<Record<Part, readonly Row[]>>;
  /** Why a part has no rows, where the connector failed. */
  readonly failures: readonly FailureReply['failure'][];
  readonly warnings: readonly string[];
  readonly hasChannels: boolean;
}

async function offeredTables({ language, answers }: Source): Promise<ReadonlySet<string>> {
  const { params, tableParam } = await askConfig({ language, answers });
  const options = params.find((param) => param.name === tableParam)?.options ?? [];
  return new Set(options.map((option) => option.value));
}

function failureOf(error: unknown): FailureReply['failure'] {
  if (error instanceof ReplyError) return error.failure;
  throw error;
}

export async function loadReport(source: Source): Promise<ReportData> {
  const failures = new Map<string, FailureReply['failure']>();
  const warnings = new Set<string>();
  const offered = await offeredTables(source);
  const load = async (part: Part): Promise<readonly Row[]> => {
    if (!offered.has(TABLE_OF[part])) return [];
    try {
      const reply = await askTable(source, TABLE_OF[part], QUERIES[part]);
      for (const warning of reply.warnings) warnings.add(warning);
      return toRows(reply);
    } catch (error) {
      const failure = failureOf(error);
      failures.set(failure.text, failure);
      return [];
    }
  };
  const names = Object.keys(QUERIES) as Part[];
  const rows = await Promise.all(names.map(load));
  const parts = Object.fromEntries(names.map((name, at) => [name, rows[at] ?? []]));
  return {
    // SAFETY: one entry per name of QUERIES was put in on the line above.
    parts: parts as Record<Part, readonly Row[]>,
    failures: [...failures.values()],
    warnings: [...warnings],
    hasChannels: offered.has('channels'),
  };
}

const TIMELINE_METRICS = [
  ...['actual', 'actual_to_date', 'plan', 'plan_to_date', 'target', 'forecast_to_date'],
  ...['forecast_low', 'forecast_high', 'range_low', 'range_high', 'last_year'],
  ...['last_year_to_date', 'centre_line', 'lower_limit', 'upper_limit', 'signal_value'],
] as const;

const ofKpi = (kpiKey: string): Query['filters'] => [
  [{ fieldName: 'kpi_key', type: 'INCLUDE', operator: 'EQUALS', values: [kpiKey] }],
];

/** One KPI's channels; to be asked only where the connector has that table. */
export async function loadChannels(source: Source, kpiKey: string): Promise<readonly Row[]> {
  const reply = await askTable(source, 'channels', {
    dimensions: ['interval_end', 'channel', 'is_remainder', 'opportunity_text'],
    metrics: ['actual_to_date', 'plan_to_date', 'opportunity_rank'],
    filters: ofKpi(kpiKey),
    sort: [{ field: 'interval_end' }, { field: 'opportunity_rank' }],
  });
  return toRows(reply);
}

/** One KPI's course, filtered as a report filters. */
export async function loadTimeline(source: Source, kpiKey: string): Promise<readonly Row[]> {
  const reply = await askTable(source, 'timeline', {
    dimensions: [
      'interval_start',
      'interval_end',
      'interval_label',
      'event_label',
      'is_partial',
      'is_future',
    ],
    metrics: TIMELINE_METRICS,
    filters: ofKpi(kpiKey),
    sort: [{ field: 'interval_end' }],
  });
  return toRows(reply);
}
