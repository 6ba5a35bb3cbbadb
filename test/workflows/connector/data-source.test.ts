import {
  answerRequest,
  answerSchema,
  type ConnectorPorts,
} from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import { opened, request, rowsOf } from './connector-asked.ts';

describe('the form of a data source', () => {
  const step = (configParams?: Record<string, string>, languageCode = 'en') =>
    configForm({ languageCode, configParams }, '1.2.3');

  it('asks in two steps, and every question of the first is still in the second', () => {
    const first = step();
    const second = step({ table: 'timeline', fields: 'essential' });
    const ids = (form: ReturnType<typeof step>) => form.questions.map(({ id }) => id);
    expect(first.isStepped).toBe(true);
    expect(second.isStepped).toBe(false);
    const follow = ['grain', 'language', 'view_date', 'what_if', 'freshness', 'guard'];
    expect(ids(second)).toEqual([...ids(first), ...follow]);
  });

  it('asks which fields until that is answered, and nothing more', () => {
    const answered = { table: 'kpis', date_mode: 'whole' };
    expect(step(answered)).toEqual({ ...step({ ...answered, fields: 'all' }), isStepped: true });
    expect(step({ ...answered, fields: 'essential' }).isStepped).toBe(false);
    expect(step({ ...answered, fields: 'some' }).isStepped).toBe(true);
  });

  it('asks for intervals only where there are any', () => {
    expect(step({ table: 'kpis' }).questions.some(({ id }) => id === 'grain')).toBe(false);
  });

  it('wants a date range only when the report is followed', () => {
    expect(step({ date_mode: 'follow' }).dateRangeRequired).toBe(true);
    expect(step({ date_mode: 'whole' }).dateRangeRequired).toBe(false);
    expect(step({}).dateRangeRequired).toBe(false);
  });

  it('has names without blanks, and choices without blanks or commas', () => {
    for (const question of step({ table: 'timeline' }).questions) {
      expect(question.id).toMatch(/^\w+$/);
      const options = question.kind === 'choice' ? question.options : [];
      for (const { value, label } of options) {
        expect(value).toMatch(/^[^\s,]+$/);
        expect(label).not.toBe('');
      }
    }
  });

  it('never lets a report override what decides the questions', () => {
    for (const question of step({ table: 'timeline' }).questions) {
      if (question.kind !== 'choice') continue;
      expect(question.isDynamic && question.isOverridable).toBe(false);
    }
  });

  it('speaks the language of the person who fills it in', () => {
    expect(step(undefined, 'nl-NL').questions[0]).toMatchObject({
      text: expect.stringContaining('werkmap'),
    });
  });
});

describe('the fields of a data source', () => {
  const offeredIn = (table: string, options: Record<string, string>, ports: ConnectorPorts) =>
    answerSchema(request({ table, options }), ports).flatMap(({ id, isHidden }) =>
      isHidden ? [] : [id],
    );

  it('are every one there is where nobody chose, as before there was a choice', () => {
    const { ports } = opened();
    for (const options of [{}, { fields: '' }, { fields: 'some' }]) {
      const ids = offeredIn('kpis', options as Record<string, string>, ports);
      expect(ids).toEqual(expect.arrayContaining(['kpi_key', 'progress_v1', 'smart_score']));
    }
  });

  it('are few or all by choice', () => {
    const { ports } = opened();
    const [few, all] = ['essential', 'all'].map((fields) => offeredIn('kpis', { fields }, ports));
    expect(all).toEqual(expect.arrayContaining(few));
    expect(all.length).toBeGreaterThan(3 * few.length);
  });

  it('are answered whichever were chosen: a report may show what is no longer offered', () => {
    const { ports } = opened();
    for (const table of ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks']) {
      const every = offeredIn(table, {}, ports);
      const whole = rowsOf({ table, fields: every }, ports);
      for (const fields of ['essential', 'all']) {
        const answer = answerRequest(request({ table, fields: every, options: { fields } }), ports);
        expect(answer.fields.map(({ id }) => id)).toEqual(every);
        expect(answer.rows).toEqual(whole);
      }
    }
  });
});

describe('a data source that follows the report', () => {
  const follow = { date_mode: 'follow' };
  const range = (startDate: string, endDate: string) => ({ startDate, endDate });

  it('shows the intervals that overlap the range', () => {
    const { ports } = opened();
    const rows = rowsOf(
      {
        table: 'timeline',
        fields: ['interval_start'],
        options: follow,
        dateRange: range('2026-01-30', '2026-02-02'),
      },
      ports,
    );
    expect(rows.map(([start]) => start)).toEqual(['20260130', '20260131', '20260201', '20260202']);
  });

  it('looks at everything else from the day after the range', () => {
    const { ports } = opened();
    const asked = { fields: ['view_date', 'actual'], options: follow };
    const rows = rowsOf({ ...asked, dateRange: range('2026-01-01', '2026-01-31') }, ports);
    // 31 days of 1000, 1001 … 1030.
    expect(rows[0]).toEqual(['20260201', 31_465]);
  });

  it('never looks from a day that has not come', () => {
    const { ports } = opened();
    const asked = { fields: ['view_date'], options: follow };
    const rows = rowsOf({ ...asked, dateRange: range('2026-01-01', '2026-12-31') }, ports);
    expect(rows[0]).toEqual(['20260215']);
  });

  it('ignores a range when everything was asked for', () => {
    const { ports } = opened();
    const dateRange = range('2026-01-01', '2026-01-31');
    expect(rowsOf({ fields: ['view_date'], dateRange }, ports)[0]).toEqual(['20260215']);
  });
});

describe('a timeline in months', () => {
  const FIELDS = [
    'interval_start',
    'interval_end',
    'interval_label',
    'actual',
    'plan',
    'actual_to_date',
    'plan_to_date',
    'is_complete',
    'is_partial',
    'is_future',
    'previous',
    'interval_order',
  ];

  it('adds up totals and plan, and takes what stands at the end', () => {
    const { ports } = opened();
    const rows = rowsOf({ table: 'timeline', fields: FIELDS, options: { grain: 'month' } }, ports);
    const ofKpi = rows.slice(0, 3);
    expect(ofKpi.map((row) => row.slice(0, 3))).toEqual([
      ['20260101', '20260131', '2026-01'],
      ['20260201', '20260228', '2026-02'],
      ['20260301', '20260331', '2026-03'],
    ]);
    expect(ofKpi.map((row) => row[3])).toEqual([31_465, 45_990 - 31_465, null]);
    expect(ofKpi.map((row) => row[5])).toEqual([31_465, 45_990, null]);
    const plans = ofKpi.map((row) => Number(row[4]));
    expect(plans.reduce((sum, plan) => sum + plan, 0)).toBeCloseTo(100_000, 6);
    expect(Number(ofKpi[2][6])).toBeCloseTo(100_000, 6);
    expect(ofKpi.map((row) => row.slice(7, 10))).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect(ofKpi.map((row) => row[10])).toEqual([null, 31_465, 45_990 - 31_465]);
    expect(ofKpi.map((row) => row[11])).toEqual([1, 2, 3]);
  });

  it('leaves days as they are when days are asked for', () => {
    const { ports } = opened();
    const asked = { table: 'timeline', fields: ['interval_start', 'actual'] };
    expect(rowsOf({ ...asked, options: { grain: 'day' } }, ports).slice(0, 90)).toEqual(
      rowsOf(asked, ports).slice(0, 90),
    );
  });
});
