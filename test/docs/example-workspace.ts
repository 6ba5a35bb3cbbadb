import { parseFormula } from '../../src/core/intake/formula/parse-formula.ts';
import { KIND_RULES } from '../../src/core/intake/tabs/kpi-kinds.ts';
import { readWhatIf } from '../../src/core/intake/what-if/read-what-if.ts';
import { CHOICES } from '../../src/core/layout/choices.ts';
import { addMonths } from '../../src/core/model/calendar-date.ts';
import type { Kpi, KpiKind } from '../../src/core/model/kpi.ts';
import type { Measure } from '../../src/core/model/measure.ts';
import type { Milestone } from '../../src/core/model/milestone.ts';
import { CADENCES } from '../../src/core/model/period.ts';
import type { WhatIf } from '../../src/core/model/what-if.ts';
import type { Workspace } from '../../src/core/model/workspace.ts';
import {
  day,
  goal,
  kpi,
  measure,
  milestone,
  type Row,
  workspace,
} from '../support/workspace-builder.ts';
import type { TypedLine } from './example-lines.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CALENDAR = 'calendar';

interface Draft {
  goals: Array<Workspace['goals'][number]>;
  measures: Measure[];
  kpis: Kpi[];
  milestones: Milestone[];
  rows: Row[];
  targetChanges: Array<Workspace['targetChanges'][number]>;
  periodTargets: Array<Workspace['periodTargets'][number]>;
  resources: Array<Workspace['resources'][number]>;
  events: Array<Workspace['events'][number]>;
  daysOff: readonly number[];
  today: string;
  whatIf: string;
}

const parts = (text: string): string[] => text.split(',').map((part) => part.trim());

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new Error(`not a number: ${text}`);
  return value;
}

function oneOf<const Word extends string>(words: readonly Word[], text: string): Word {
  const found = words.find((word) => word === text.replace(/ /g, '_'));
  if (found === undefined) throw new Error(`"${text}" is none of ${words.join(', ')}`);
  return found;
}

const place = { tab: 'Example', cell: null };

function addMeasure(draft: Draft, text: string): void {
  const [first, ...rest] = parts(text);
  const [name, formulaText] = first.split(' = ');
  if (formulaText === undefined) {
    const [aggregation, cadence] = rest;
    draft.measures.push(
      measure({
        id: name,
        name,
        aggregation: oneOf(CHOICES.aggregation, aggregation),
        cadence: oneOf(CADENCES, cadence),
      }),
    );
    return;
  }
  const parsed = parseFormula(formulaText, '.');
  if (parsed.kind !== 'value') throw new Error(`not a formula: ${formulaText}`);
  const changes = { id: name, name, aggregation: null, formula: parsed.value.formula };
  draft.measures.push(
    measure({ ...changes, cadence: oneOf(CADENCES, rest[0]), missing: 'missing' }),
  );
}

/** "add up to 200000", "add up to growth 0.10", "keep between 40 and 50", "keep between". */
function wantedIn(text: string): Partial<Kpi> {
  const kinds = CHOICES.kind.map((kind) => kind.replace(/_/g, ' '));
  const spoken = kinds.find((kind) => text.startsWith(kind));
  if (spoken === undefined) throw new Error(`no kind: ${text}`);
  const kind: KpiKind = oneOf(CHOICES.kind, spoken);
  const { type, direction } = KIND_RULES[kind];
  const wanted = text.slice(spoken.length).trim();
  const band = /^(\S+) and (\S+)$/.exec(wanted);
  if (band !== null) {
    const edges = { low: number(band[1]), high: number(band[2]) };
    return { kind, type, declaredDirection: direction, ...edges };
  }
  const growth = wanted.startsWith('growth ') ? number(wanted.slice(7)) : null;
  const target = wanted === '' || growth !== null ? null : number(wanted);
  return { kind, type, declaredDirection: direction, target, growth };
}

const FORECASTS: Record<string, Kpi['forecastMethod']> = {
  'recent pace': 'recent',
  'as planned': 'as_planned',
  'like last year': 'last_year_share',
  'trend so far': 'drift',
};

type Option = (text: string) => Partial<Kpi>;
const OPTIONS: Record<string, Option> = {
  'last time': (text) => ({ lastTime: number(text) }),
  low: (text) => ({ low: number(text) }),
  high: (text) => ({ high: number(text) }),
  tolerance: (text) => ({ tolerance: number(text) }),
  weight: (text) => ({ weight: number(text) }),
  plan: (text) => ({ planShape: oneOf(['straight', 'step', 'by_interval'], text) }),
  weights: (text) => ({
    dayWeights:
      text === 'last year' ? { kind: 'last_year' } : { kind: 'calendar', calendarName: text },
  }),
  reached: (text) => ({ reached: oneOf(['touch', 'hold'], text) }),
  forecast: (text) => {
    if (!(text in FORECASTS)) throw new Error(`no forecast method: ${text}`);
    return { forecastMethod: FORECASTS[text] };
  },
};

function optionIn(text: string): Partial<Kpi> {
  const range = /^(\S+) to (\S+)$/.exec(text);
  if (range !== null) return { start: day(range[1]), due: day(range[2]) };
  const name = Object.keys(OPTIONS)
    .sort((a, b) => b.length - a.length)
    .find((option) => text.startsWith(`${option} `));
  if (name === undefined) throw new Error(`not an option of a KPI: ${text}`);
  return OPTIONS[name](text.slice(name.length + 1));
}

function addKpi(draft: Draft, text: string): void {
  const [name, wanted, ...options] = parts(text);
  const changes: Partial<Kpi> = Object.assign({}, ...options.map(optionIn));
  const goalId = draft.goals[draft.goals.length - 1]?.id ?? null;
  const own = { id: name, name, order: draft.kpis.length, measureId: name, goalId };
  draft.kpis.push(kpi({ ...own, ...wantedIn(wanted), ...changes }));
}

/** "2000 a day, 2026-01-01 to 2026-02-14; 2026-02-15 7" */
function addValues(draft: Draft, { of, in: channel, text }: TypedLine): void {
  const measureId = of ?? draft.measures[0].id;
  const add = (date: number, value: number) =>
    draft.rows.push({ date, value, measure: measureId, channel: channel ?? '' });
  for (const stretch of text.split(';')) {
    const daily = /^(\S+) a day, (\S+) to (\S+)$/.exec(stretch.trim());
    if (daily === null) {
      const [date, value] = stretch.trim().split(' ');
      add(day(date), number(value));
      continue;
    }
    for (let date = day(daily[2]); date <= day(daily[3]); date++) add(date, number(daily[1]));
  }
}

function addStop(draft: Draft, text: string): void {
  const [stop, date, value] = parts(text);
  const kpiId = draft.kpis[draft.kpis.length - 1].id;
  draft.milestones.push(milestone({ stop, kpiId, day: day(date), value: number(value) }));
}

/** "2026-01 50; 2026-02 70" */
function addPeriodTargets(draft: Draft, text: string): void {
  for (const typed of text.split(';')) {
    const [month, target] = typed.trim().split(' ');
    const start = day(`${month}-01`);
    draft.periodTargets.push({
      kpiId: draft.kpis[draft.kpis.length - 1].id,
      period: { start, end: addMonths(start, 1) - 1 },
      target: number(target),
      order: draft.periodTargets.length,
      place,
    });
  }
}

function addGoal(draft: Draft, text: string): void {
  const [name, ...options] = parts(text);
  const outcome = options.find((option) => option.startsWith('outcome '));
  const rule = options.find((option) => option !== outcome);
  draft.goals.push(
    goal({
      id: name,
      name,
      outcomeKpiId: outcome?.slice('outcome '.length) ?? null,
      statusRule: oneOf(['worst_critical', 'weighted', 'worst'], rule ?? 'worst_critical'),
    }),
  );
}

function addTargetChange(draft: Draft, text: string): void {
  const [date, target] = text.split(' ');
  draft.targetChanges.push({
    kpiId: draft.kpis[draft.kpis.length - 1].id,
    effectiveFrom: day(date),
    target: number(target),
    isRebase: text.endsWith(' rebase'),
    author: '',
    reason: 'agreed',
    order: draft.targetChanges.length,
    place,
  });
}

function addResource(draft: Draft, text: string): void {
  const [resource, budget, used] = parts(text);
  draft.resources.push({
    resource,
    kpiId: draft.kpis[draft.kpis.length - 1].id,
    goalId: null,
    channel: null,
    unit: 'EUR',
    day: null,
    budget: number(budget.replace('budget ', '')),
    used: number(used.replace('used ', '')),
    note: '',
    order: draft.resources.length,
    place,
  });
}

function addEvent(draft: Draft, text: string): void {
  const [name, range, effect] = parts(text);
  const [from, to] = range.split(' to ');
  draft.events.push({
    name,
    from: day(from),
    to: day(to),
    measureId: null,
    kpiId: null,
    channel: null,
    expectedEffect: number(effect),
    note: '',
    place,
  });
}

const KEYWORDS: Record<string, (draft: Draft, line: TypedLine) => void> = {
  Goal: (draft, { text }) => addGoal(draft, text),
  Measure: (draft, { text }) => addMeasure(draft, text),
  KPI: (draft, { text }) => addKpi(draft, text),
  Milestone: (draft, { text }) => addStop(draft, text),
  Values: addValues,
  Resource: (draft, { text }) => addResource(draft, text),
  Event: (draft, { text }) => addEvent(draft, text),
  Targets: (draft, { text }) => addPeriodTargets(draft, text),
  'Target change': (draft, { text }) => addTargetChange(draft, text),
  'Days off': (draft, { text }) => {
    draft.daysOff = parts(text).map((name) => WEEKDAYS.indexOf(name) + 1);
  },
  Today: (draft, { text }) => {
    draft.today = text;
  },
  'What if': (draft, { text }) => {
    draft.whatIf = text;
  },
};

/** What an example typed, as a workspace; names are their own ids. */
export function workspaceOf(lines: readonly TypedLine[]): {
  workspace: Workspace;
  today: number;
  whatIf: WhatIf;
} {
  const draft: Draft = {
    goals: [],
    measures: [],
    kpis: [],
    milestones: [],
    rows: [],
    targetChanges: [],
    periodTargets: [],
    resources: [],
    events: [],
    daysOff: [],
    today: '',
    whatIf: '',
  };
  for (const line of lines) {
    const add = KEYWORDS[line.keyword];
    if (add === undefined) throw new Error(`not a keyword of an example: ${line.keyword}`);
    add(draft, line);
  }
  const { daysOff, today, whatIf, ...parts } = draft;
  const weekdays = daysOff.map((weekday) => ({ weekday, weight: 0 }));
  const calendars = [{ name: CALENDAR, dates: [], weekdays, months: [] }];
  const made = workspace({ ...parts, calendars });
  const supposed = readWhatIf(whatIf, made);
  if (supposed.refused.length > 0) throw new Error(`not a what-if: ${whatIf}`);
  return { workspace: made, today: day(today), whatIf: supposed.changes };
}
