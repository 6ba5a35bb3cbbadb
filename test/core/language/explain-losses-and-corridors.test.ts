import { adviseKpi } from '../../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import { targetText } from '../../../src/core/language/kpi-texts.ts';
import type { KpiView } from '../../../src/core/language/kpi-view.ts';
import type { Kpi } from '../../../src/core/model/kpi.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import { day, kpi, measure } from '../../support/workspace-builder.ts';
import { daily, evaluateOne, rowsOn } from '../evaluate/one-kpi.ts';

const told = (
  rows: Parameters<typeof evaluateOne>[0]['rows'],
  own: Partial<Kpi>,
  today: string,
  language: Language = 'en',
  cadence: Measure['cadence'] = 'day',
) => {
  const { kpi: evaluation } = evaluateOne({ rows, kpi: own, today, measure: { cadence } });
  const view: KpiView = {
    kpi: kpi(own),
    measure: measure(),
    evaluation,
    issues: [],
    language,
    viewDay: day(today),
  };
  return { text: explainKpi(view), advice: adviseKpi(view), target: targetText(view) };
};

describe('a planned loss of 120,000 in 2026', () => {
  const loss = (values: readonly number[], language: Language = 'en') =>
    told(
      values.map((value, i) => ({ date: day(`2026-0${i + 1}-28`), value })),
      {
        due: day('2026-12-31'),
        target: -120000,
        forecastMethod: 'run_rate',
        name: 'Result',
      },
      `2026-0${values.length + 1}-02`,
      language,
      'month',
    );

  test('says what was lost, what was planned, and the most', () => {
    const { text, target } = loss(Array(6).fill(-8000));
    expect(text).toContain(
      '48,000 lost where a loss of 59,507 was planned; the limit is 120,000. Heading for',
    );
    expect(target).toBe('a loss of at most 120,000');
  });

  test('that is passed, or turned into a profit, says so', () => {
    const passed = loss([-40000, -40000, -40000, -8000]);
    expect(passed.text).toContain('128,000 lost; the limit of 120,000 is passed by 8,000.');
    expect(passed.advice).toBe('Stop what loses, or agree on a new limit.');
    expect(loss([5000, 2500]).text).toContain('7,500 earned where a loss of 19,397 was planned');
  });

  test('in Dutch', () => {
    expect(loss(Array(6).fill(-8000), 'nl').text).toContain(
      '48.000 verloren, gepland was een verlies van 59.507; de grens is 120.000.',
    );
  });
});

describe('a corridor of 9,500 to 10,500 in March', () => {
  const corridor = {
    start: day('2026-03-01'),
    due: day('2026-03-31'),
    kind: 'keep_between',
    type: 'range',
    target: null,
    low: 9500,
    high: 10500,
    forecastMethod: 'run_rate',
  } as const;
  const march = (perDay: number, language: Language = 'en') =>
    told(daily('2026-03-01', '2026-03-15', perDay), corridor, '2026-03-16', language);

  test('as planned, too fast and too slow', () => {
    expect(march(323).text).toContain('4,845, as planned on its way to 9,500 to 10,500.');
    const fast = march(430);
    expect(fast.text).toContain('1,369 more than planned: too fast, heading for');
    expect(fast.text).toContain('of at most 10,500.');
    expect(fast.advice).toContain('Slow down');
    const slow = march(200);
    expect(slow.text).toContain('less than planned: too slow, heading for');
    expect(slow.advice).toContain('Speed up');
    expect(slow.target).toBe('9,500 to 10,500');
  });

  test('what is passed is passed, and Dutch says the same', () => {
    expect(told(rowsOn({ '2026-03-09': 11000 }), corridor, '2026-03-16').text).toContain(
      '11,000; the limit of 10,500 is passed by 500.',
    );
    expect(march(430, 'nl').text).toContain('te snel, op weg naar');
  });
});
