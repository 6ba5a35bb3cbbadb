import type { ProjectName } from '../../src/preview/emulation/host/account.ts';
import { BOOK_ID, type Book } from './books.ts';

/** What the last call before left behind, in a workbook and its caches. */
export type StateName = 'recalculated' | 'cached';

/** One call that somebody waits for. */
export interface MeasuredCall {
  readonly what: string;
  readonly project: ProjectName;
  readonly functionName: string;
  readonly args: (book: Book) => readonly unknown[];
  readonly state: StateName;
  /** After the recalculation before it. */
  readonly hoursLater: number;
  /** How often it may ask a service over the network; null where there is no bound. */
  readonly mostServiceCalls: number | null;
}

/** A scorecard: what a table of KPIs in a report asks for. */
const SCORECARD_FIELDS = [
  'kpi',
  'goal',
  'owner',
  'status',
  'due_date',
  'actual',
  'plan',
  'target',
  'progress',
  'forecast',
  'eta_date',
  'probability',
];

const scorecard = (more: { date_mode?: string; dateRange?: object }) => {
  const { date_mode, ...request } = more;
  return [
    {
      configParams: { workbook: BOOK_ID, table: 'kpis', ...(date_mode && { date_mode }) },
      fields: SCORECARD_FIELDS.map((name) => ({ name })),
      scriptParams: { lastRefresh: '1' },
      ...request,
    },
  ];
};

export const RECALCULATION: MeasuredCall = {
  what: 'recalculation',
  project: 'sheet',
  functionName: 'recalculate',
  args: () => [],
  state: 'recalculated',
  hoursLater: 24,
  mostServiceCalls: null,
};

const getData = { project: 'connector', functionName: 'getData', hoursLater: 1 } as const;

export const CALLS = {
  recalculation: RECALCULATION,
  fromCache: {
    ...getData,
    what: 'from cache',
    args: () => scorecard({}),
    state: 'cached',
    mostServiceCalls: 2,
  },
  fromResults: {
    ...getData,
    what: 'from results',
    args: () => scorecard({}),
    state: 'recalculated',
    mostServiceCalls: 5,
  },
  followed: {
    ...getData,
    what: 'past date range',
    args: ({ pastRange }) => scorecard({ date_mode: 'follow', dateRange: pastRange }),
    state: 'recalculated',
    mostServiceCalls: null,
  },
} as const satisfies Record<string, MeasuredCall>;

export type CallId = keyof typeof CALLS;

// SAFETY: the keys of a literal are exactly its ids.
export const CALL_IDS = Object.keys(CALLS) as CallId[];
