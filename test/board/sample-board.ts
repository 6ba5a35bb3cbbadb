import type { StatusCode } from '../../src/core/model/status.ts';
import { STATUS_SYMBOLS } from '../../src/core/tables/status-symbols.ts';
import type { Board, BoardGoal, BoardKpi } from '../../src/workflows/board/board.ts';

export function sampleKpi(name: string, code: StatusCode, parts: Partial<BoardKpi> = {}): BoardKpi {
  return {
    key: name,
    id: name,
    name,
    goalId: '',
    owner: '',
    team: '',
    status: { code, word: code, symbol: STATUS_SYMBOLS[code] },
    isCritical: false,
    start: null,
    due: null,
    arrival: null,
    daysLate: null,
    actual: '',
    plan: '',
    target: '',
    forecast: '',
    explanation: '',
    advice: '',
    override: '',
    nextStop: '',
    url: '',
    way: null,
    trend: null,
    drivers: [],
    channels: [],
    fuel: [],
    note: '',
    measureNote: '',
    lately: null,
    checkIn: '',
    openActions: [],
    ...parts,
  };
}

export const sampleGoal = (id: string, parts: Partial<BoardGoal> = {}): BoardGoal => ({
  id,
  name: id,
  parent: '',
  successWhen: '',
  note: '',
  owner: '',
  status: null,
  start: null,
  due: null,
  progress: null,
  explanation: '',
  advice: '',
  url: '',
  stops: [],
  days: [],
  fuel: [],
  ...parts,
});

export const sampleBoard = (kpis: readonly BoardKpi[], parts: Partial<Board> = {}): Board => ({
  language: 'en',
  organisation: 'Tea',
  today: 20_500,
  stamp: '',
  note: '',
  foretold: [],
  strategy: [],
  goals: [],
  kpis,
  changes: [],
  ...parts,
});
