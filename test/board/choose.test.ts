import {
  chosenKpis,
  EVERYTHING,
  ownersIn,
  tally,
  teamsIn,
  verdictOf,
  worrying,
} from '../../src/board/choose.ts';
import type { StatusCode } from '../../src/core/model/status.ts';
import { sampleBoard, sampleGoal, sampleKpi } from './sample-board.ts';

const kpisOf = (...codes: StatusCode[]) => codes.map((code, at) => sampleKpi(`KPI ${at}`, code));

describe('are we on course?', () => {
  test.each([
    [[], 'empty', 0, 0],
    [['too_early', 'no_data', 'invalid'], 'unknown', 0, 0],
    [['on_course', 'achieved', 'paused'], 'on_course', 2, 2],
    [['on_course', 'at_risk', 'stale'], 'nearly', 1, 2],
    [['at_risk'], 'nearly', 0, 1],
    [['off_course', 'achieved', 'at_risk'], 'not_everywhere', 1, 3],
    [['missed', 'at_risk'], 'off_course', 0, 2],
  ] as const)('%p: %s', (codes, code, good, judged) => {
    expect(verdictOf(kpisOf(...codes))).toMatchObject({ code, good, judged });
  });

  test('what needs a decision includes what cannot be judged until somebody puts it right', () => {
    const kpis = kpisOf('off_course', 'invalid', 'on_course', 'no_data', 'at_risk');
    expect(worrying(kpis).map(({ name }) => name)).toEqual(['KPI 0', 'KPI 1', 'KPI 4']);
  });
});

describe('the counts', () => {
  test('add up to the KPIs, the most urgent first, what says nothing last', () => {
    const kpis = kpisOf('paused', 'off_course', 'achieved', 'at_risk', 'off_course', 'on_course');
    const counts = tally(kpis).map(({ status, count }) => [status.code, count]);
    expect(counts).toEqual([
      ['off_course', 2],
      ['at_risk', 1],
      ['on_course', 1],
      ['achieved', 1],
      ['paused', 1],
    ]);
    expect(tally([])).toEqual([]);
  });
});

describe('a choice', () => {
  const board = sampleBoard(
    [
      sampleKpi('Omzet', 'at_risk', { goalId: 'q1', owner: 'Sanne, Tom', team: 'Sales' }),
      sampleKpi('Bezoekers', 'on_course', { goalId: 'q1', owner: 'Tom', team: 'Web' }),
      sampleKpi('Efficiëntie', 'on_course', { owner: 'Sanne', team: 'Web' }),
    ],
    { goals: [sampleGoal('q1', { name: 'Eerste kwartaal' })] },
  );
  const shown = (parts: Partial<typeof EVERYTHING>) =>
    chosenKpis(board, { ...EVERYTHING, ...parts }).shown.map(({ name }) => name);

  test('of nothing shows everything', () => {
    expect(shown({})).toEqual(['Omzet', 'Bezoekers', 'Efficiëntie']);
  });

  test('of one of several owners finds what they share', () => {
    expect(ownersIn(board)).toEqual(['Sanne', 'Tom']);
    expect(teamsIn(board)).toEqual(['Sales', 'Web']);
    expect(shown({ owner: 'Sanne' })).toEqual(['Omzet', 'Efficiëntie']);
    expect(shown({ owner: 'San' })).toEqual([]);
    expect(shown({ owner: 'Sanne', team: 'Web' })).toEqual(['Efficiëntie']);
    expect(shown({ goalId: 'q1' })).toEqual(['Omzet', 'Bezoekers']);
  });

  test('finds what is typed without capitals and accents, in the name of the goal too', () => {
    expect(shown({ search: 'EFFICIENTIE' })).toEqual(['Efficiëntie']);
    expect(shown({ search: ' eerste ' })).toEqual(['Omzet', 'Bezoekers']);
    expect(shown({ search: '.*' })).toEqual([]);
  });

  test('of a status leaves the counts of the others to choose from', () => {
    const { ofAnyStatus, shown: chosen } = chosenKpis(board, {
      ...EVERYTHING,
      owner: 'Tom',
      status: 'at_risk',
    });
    expect(chosen.map(({ name }) => name)).toEqual(['Omzet']);
    expect(tally(ofAnyStatus).map(({ count }) => count)).toEqual([1, 1]);
  });
});
