import { evaluateWorkspace } from '../../../../src/core/evaluate/evaluate-workspace.ts';
import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import type { DriverEvaluation, Evaluation } from '../../../../src/core/model/evaluation.ts';
import type { FormulaNode } from '../../../../src/core/model/formula.ts';
import type { Workspace } from '../../../../src/core/model/workspace.ts';
import {
  day,
  goal,
  kpi,
  measure,
  type Row,
  workspace,
} from '../../../support/workspace-builder.ts';

const ref = (measureId: string): FormulaNode => ({ kind: 'measure', measureId });
const binary = (operator: '*' | '+', left: FormulaNode, right: FormulaNode): FormulaNode => ({
  kind: 'binary',
  operator,
  left,
  right,
});

const TODAY = day('2026-04-15');
const OUTCOME = goal({ outcomeKpiId: 'revenue' });

const monthly = { cadence: 'month' as const, missing: 'missing' as const };

const evaluate = (parts: Parameters<typeof workspace>[0], today = TODAY): Evaluation =>
  evaluateWorkspace(workspace({ goals: [OUTCOME], ...parts }), today);

const against = (evaluation: Evaluation, what: DriverEvaluation['against']) =>
  evaluation.drivers.filter((driver) => driver.against === what);

const contributions = (drivers: readonly DriverEvaluation[]) =>
  Object.fromEntries(
    drivers.map(({ driverMeasureId, contribution }) => [driverMeasureId, contribution.value]),
  );

/** V14: customers, orders each, order value; the levels of one day a year apart. */
function splitWorkspace(): Parameters<typeof workspace>[0] {
  const names = ['customers', 'orders', 'value'] as const;
  const level = (id: string) => measure({ id, name: id, aggregation: 'last', ...monthly });
  const before = { customers: 1000, orders: 2, value: 50 };
  const after = { customers: 1050, orders: 2, value: 52 };
  const rows = names.flatMap((id): Row[] => [
    { date: day('2025-03-31'), measure: id, value: before[id] },
    { date: day('2026-03-31'), measure: id, value: after[id] },
  ]);
  const formula = binary('*', binary('*', ref('customers'), ref('orders')), ref('value'));
  const product = measure({ id: 'revenue', aggregation: null, formula, ...monthly });
  const period = { start: day('2026-03-01'), due: day('2026-03-31'), goalId: 'goal' };
  return {
    rows,
    measures: [product, ...names.map(level)],
    kpis: [
      kpi({ id: 'revenue', type: 'reach', lastTime: 100000, target: 110000, ...period }),
      kpi({ id: 'k', measureId: 'customers', lastTime: 1000, target: 1050, ...period }),
      kpi({ id: 'v', measureId: 'value', lastTime: 50, target: 52, ...period }),
    ],
  };
}

describe('the drivers of a product', () => {
  test('V14 splits the difference on last year over its factors without a rest', () => {
    const drivers = against(evaluate(splitWorkspace()), 'last_year');
    expect(contributions(drivers)).toEqual({
      customers: expect.closeTo(5100.16, 2),
      orders: 0,
      value: expect.closeTo(4099.84, 2),
    });
    expect(drivers.map(({ contributionShare }) => contributionShare.value)).toEqual([
      expect.closeTo(5100.16 / 9200, 6),
      0,
      expect.closeTo(4099.84 / 9200, 6),
    ]);
  });

  test('a factor without a KPI of its own has no plan, so nothing is split against it', () => {
    const drivers = against(evaluate(splitWorkspace()), 'plan');
    expect(drivers.map(({ driverKpiId, contribution }) => [driverKpiId, contribution])).toEqual([
      ['k', { value: null, reason: 'NO_HISTORY' }],
      [null, { value: null, reason: 'NO_HISTORY' }],
      ['v', { value: null, reason: 'NO_HISTORY' }],
    ]);
  });

  test('V14 growth of 9.2% is short of the goal of 10%, in words of either language', () => {
    const [issue] = evaluate(splitWorkspace()).issues.filter(({ code }) => code === 'W_ADD_UP');
    expect(describeIssue(issue, 'en').text).toBe(
      'The KPIs under "Goal" add up to 9.2%, 0.8 points short of 10%.',
    );
    expect(describeIssue(issue, 'nl').text).toBe(
      'De KPI\'s onder "Goal" komen samen op 9,2%, 0,8 procentpunt te weinig voor 10%.',
    );
  });

  test('a driver with a target but nothing to grow from leaves the check undecided', () => {
    const parts = splitWorkspace();
    const kpis = (parts?.kpis ?? []).map((own) =>
      own.id === 'k' ? { ...own, lastTime: null } : own,
    );
    const rows = (parts?.rows ?? []).filter(
      ({ measure: id, date }) => id !== 'customers' || date > day('2026-01-01'),
    );
    const codes = evaluate({ ...parts, kpis, rows }).issues.map(({ code }) => code);
    expect(codes).not.toContain('W_ADD_UP');
  });
});

/** Revenue = visitors × order value; half of the quarter is over, half of it behind. */
function halfway(changes: Partial<Workspace> = {}): Parameters<typeof workspace>[0] {
  const months = ['2026-01-15', '2026-02-15'];
  const rows = months.flatMap((date): Row[] => [
    { date: day(date), measure: 'visitors', value: 400 },
    { date: day(date), measure: 'basket', value: 30 },
  ]);
  const formula = binary('*', ref('visitors'), ref('basket'));
  const period = { start: day('2026-01-01'), due: day('2026-04-30'), goalId: 'goal' };
  return {
    rows,
    measures: [
      measure({ id: 'revenue', aggregation: null, formula, ...monthly }),
      measure({ id: 'visitors', ...monthly }),
      measure({ id: 'basket', aggregation: 'mean', ...monthly }),
    ],
    kpis: [
      kpi({ id: 'revenue', lastTime: 10000, target: 16000, ...period }),
      kpi({ id: 'visitors', measureId: 'visitors', target: 2000, ...period }),
      kpi({ id: 'basket', measureId: 'basket', type: 'at_least', target: 25, ...period }),
    ],
    ...changes,
  };
}

const FEBRUARY_VISITORS = (2000 * 28) / 120;

/** The same with visitors a day: then revenue is one too, and stands on a line. */
function onALine(): ReturnType<typeof halfway> {
  const parts = halfway();
  const [revenue, visitors, basket] = parts?.kpis ?? [];
  const daily = { type: 'at_least', target: FEBRUARY_VISITORS } as const;
  return {
    ...parts,
    measures: (parts?.measures ?? []).map((own) =>
      own.id === 'visitors' ? { ...own, aggregation: 'mean' as const } : own,
    ),
    kpis: [revenue, { ...visitors, ...daily }, basket],
  };
}

describe('against plan', () => {
  const evaluation = evaluate(halfway(), day('2026-03-10'));

  const sumOf = (drivers: readonly DriverEvaluation[]) =>
    drivers.reduce((total, { contribution }) => total + (contribution.value ?? 0), 0);

  test('an outcome on a line is its judged interval, and so are its drivers', () => {
    // 466.67 visitors planned at € 25; 400 came at € 30.
    const planned = FEBRUARY_VISITORS;
    const mean = (12000 - planned * 25) / Math.log(12000 / (planned * 25));
    const found = evaluate(onALine(), day('2026-03-10'));
    const drivers = against(found, 'plan');
    expect(found.kpis[0].actual.value).toBe(12000);
    expect(evaluation.kpis[0].actual.value).toBe(24000);
    expect(contributions(drivers)).toEqual({
      visitors: expect.closeTo(mean * Math.log(400 / planned), 6),
      basket: expect.closeTo(mean * Math.log(30 / 25), 6),
    });
    expect(sumOf(drivers)).toBeCloseTo(12000 - planned * 25, 6);
  });

  test('drivers on a line are planned at its end, as the outcome is', () => {
    const parts = onALine();
    const [revenue, visitors, basket] = parts?.kpis ?? [];
    const line = { ...basket, type: 'reach' as const, lastTime: 25, target: 37 };
    const found = evaluate({ ...parts, kpis: [revenue, visitors, line] }, day('2026-03-10'));
    // 59 of 120 days: 25 + 12 × 59 ÷ 120.
    const planned = FEBRUARY_VISITORS * (25 + (12 * 59) / 120);
    expect(sumOf(against(found, 'plan'))).toBeCloseTo(12000 - planned, 6);
  });

  test('a total is everything from the start, and so are its drivers', () => {
    const parts = halfway();
    const own = ['2026-01-15', '2026-02-15'].map(
      (date): Row => ({ date: day(date), measure: 'turnover', value: 12000 }),
    );
    const [revenue, visitors, basket] = parts?.kpis ?? [];
    const found = evaluate(
      {
        ...parts,
        rows: [...(parts?.rows ?? []), ...own],
        measures: [...(parts?.measures ?? []), measure({ id: 'turnover', ...monthly })],
        kpis: [{ ...revenue, measureId: 'turnover', target: 60000 }, visitors, basket],
      },
      day('2026-03-10'),
    );
    // 59 of 120 days: 983.33 visitors planned at € 25; 800 came at € 30.
    expect(sumOf(against(found, 'plan'))).toBeCloseTo(24000 - ((2000 * 59) / 120) * 25, 6);
  });

  test('where nothing differs there is no share of the difference', () => {
    const parts = onALine();
    const [revenue, visitors, basket] = parts?.kpis ?? [];
    // Visitors 400 ÷ 466.67 of planned, so a basket of 30 where 25.714… was planned.
    const asked = { ...basket, target: 12000 / FEBRUARY_VISITORS };
    const found = evaluate({ ...parts, kpis: [revenue, visitors, asked] }, day('2026-03-10'));
    const shares = against(found, 'plan').map(({ contributionShare }) => contributionShare);
    expect(shares.map(({ reason }) => reason)).toEqual(['DIVISION_BY_ZERO', 'DIVISION_BY_ZERO']);
  });

  test('without last year there is nothing to compare with', () => {
    expect(against(evaluation, 'last_year').map(({ contribution }) => contribution.reason)).toEqual(
      ['NO_HISTORY', 'NO_HISTORY'],
    );
  });

  test('a KPI on another channel or period of the measure is not the driver', () => {
    const parts = halfway();
    const [revenue, visitors, basket] = parts?.kpis ?? [];
    const mail = { ...visitors, id: 'mail', channel: 'mail', target: 77 };
    const month = { ...visitors, id: 'month', due: day('2026-01-31'), target: 33 };
    const kpis = [revenue, mail, month, visitors, basket];
    const found = evaluate({ ...parts, kpis }, day('2026-03-10'));
    expect(against(found, 'plan').map(({ driverKpiId }) => driverKpiId)).toEqual([
      'visitors',
      'basket',
    ]);
    expect(contributions(against(found, 'plan'))).toEqual(
      contributions(against(evaluation, 'plan')),
    );
  });

  test('a goal without an outcome KPI, or whose KPIs make nothing of it, has no drivers', () => {
    expect(evaluate({ ...halfway(), goals: [goal()] }).drivers).toEqual([]);
    const measures = [measure({ id: 'revenue', ...monthly }), measure({ id: 'visitors' })];
    const parts = halfway();
    const kpis = (parts?.kpis ?? []).slice(0, 2);
    expect(evaluate({ ...parts, measures, kpis }).drivers).toEqual([]);
  });
});

/** The goal's revenue is the sum of a KPI on each of its channels. */
function bySum(mail: number, shop: number): Parameters<typeof workspace>[0] {
  const rows = ['2026-01-31', '2026-02-28'].flatMap((date): Row[] => [
    { date: day(date), channel: 'mail', value: mail },
    { date: day(date), channel: 'shop', value: shop },
  ]);
  const own = { start: day('2026-01-01'), due: day('2026-04-30'), goalId: 'goal' };
  return {
    rows,
    measures: [measure(monthly)],
    kpis: [
      kpi({ id: 'revenue', lastTime: 900, target: 1200, ...own }),
      kpi({ id: 'mail', channel: 'mail', lastTime: 300, target: 400, ...own }),
      kpi({ id: 'shop', channel: 'shop', lastTime: 600, target: 700, ...own }),
    ],
  };
}

describe('the drivers of a sum', () => {
  const evaluation = evaluate(bySum(60, 180), day('2026-03-10'));

  test('are the KPIs on the channels that add up to the outcome, each with its own gap', () => {
    const drivers = against(evaluation, 'plan');
    expect(
      drivers.map(({ driverKpiId, contribution }) => [driverKpiId, contribution.value]),
    ).toEqual([
      ['mail', expect.closeTo(120 - (400 * 59) / 120, 9)],
      ['shop', expect.closeTo(360 - (700 * 59) / 120, 9)],
    ]);
  });

  test('one alone makes up the shortfall from what it still brings, together all alike', () => {
    // At the pace so far 976.27 comes in, 223.73 short; mail still brings 124.07, shop 372.2.
    const share = 59 / 120;
    const shortfall = 1200 - 480 / share;
    const drivers = against(evaluation, 'plan');
    expect(drivers.map(({ neededChangeAlone }) => neededChangeAlone.value)).toEqual([
      expect.closeTo(shortfall / (120 / share - 120), 6),
      expect.closeTo(shortfall / (360 / share - 360), 6),
    ]);
    const together = (1200 - 480) / (480 / share - 480) - 1;
    for (const { neededChangeTogether } of drivers) {
      expect(neededChangeTogether.value).toBeCloseTo(together, 6);
    }
  });

  test('targets that do not add up to that of the goal are a warning in the unit', () => {
    const [issue] = evaluation.issues.filter(({ code }) => code === 'W_ADD_UP');
    expect(describeIssue(issue, 'en').text).toBe(
      'The KPIs under "Goal" add up to 200, 100 short of 300.',
    );
    const parts = bySum(60, 180);
    const kpis = (parts?.kpis ?? []).map((own) =>
      own.id === 'shop' ? { ...own, target: 800 } : own,
    );
    expect(evaluate({ ...parts, kpis }).issues.map(({ code }) => code)).not.toContain('W_ADD_UP');
  });

  test('an outcome that is reached asks nothing of its drivers', () => {
    const reached = evaluate(bySum(360, 480), day('2026-03-10'));
    expect(reached.drivers.map(({ neededChangeAlone }) => neededChangeAlone.value)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
