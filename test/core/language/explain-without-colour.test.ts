import { adviseKpi } from '../../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import {
  actualText,
  forecastText,
  gapText,
  speedText,
  targetText,
} from '../../../src/core/language/kpi-texts.ts';
import type { KpiView } from '../../../src/core/language/kpi-view.ts';
import { newIssue } from '../../../src/core/model/issue.ts';
import { known, type ReasonCode, unknown } from '../../../src/core/model/quantity.ts';
import { on } from '../../support/sample-evaluation.ts';
import { inDutch, level, PERCENT, PLAIN, threshold, view } from './kpi-views.ts';

describe('without a colour', () => {
  test('no values, missing values, a source that loads', () => {
    expect(explainKpi(view({ status: 'no_data', reason: 'NO_DATA' }))).toBe(
      'No values yet of Revenue.',
    );
    expect(
      explainKpi(view({ status: 'no_data', reason: 'INCOMPLETE', coverage: known(0.6) })),
    ).toBe('No judgement: only 60% of the values are in, and the rest could change it.');
    expect(explainKpi(view({ status: 'no_data', reason: 'SOURCE_LOADING' }, {}, inDutch))).toBe(
      'Geen oordeel: de bron wordt nog geladen.',
    );
  });

  test('the advice is about what keeps it from being judged', () => {
    const found = (code: 'W_STOPS_PER_PERIOD' | 'REFERENCE_INCOMPLETE') =>
      newIssue(code, { tab: 'KPIs', cell: 'A2' }, { kpi: 'Revenue Q1' });
    const advised = (reason: ReasonCode, issues: KpiView['issues'] = []) =>
      adviseKpi(view({ status: 'no_data', reason }, {}, { issues }));
    expect(advised('NO_DATA')).toBe('Enter values of Revenue in Actuals, or repair its source.');
    expect(advised('INCOMPLETE')).toBe(
      'Enter the missing values of Revenue in Actuals, or repair its source.',
    );
    expect(advised('STOPS_PER_PERIOD', [found('W_STOPS_PER_PERIOD')])).toBe(
      'Do they count per period? Put them in Targets. Else set "Milestones are" to "so far".',
    );
    expect(advised('REFERENCE_INCOMPLETE', [found('REFERENCE_INCOMPLETE')])).toBe(
      'Fill in Last time, or the missing figures of that year.',
    );
    expect(advised('DIVISION_BY_ZERO')).toBeNull();
  });

  test('out of date: since when, and what it was then', () => {
    const stale = { status: 'stale', judgedDay: on('2026-01-31') } as const;
    expect(explainKpi(view(stale))).toBe(
      'Out of date: nothing came in after 31 Jan. Then: €90,000 of €100,000 planned (90%).',
    );
    expect(adviseKpi(view(stale))).toBe(
      'Enter the values of Revenue after 31 Jan in Actuals, or repair its source.',
    );
  });

  test('too early: the first result day, or the figures so far', () => {
    expect(
      explainKpi(
        view({
          status: 'too_early',
          reason: 'FIRST_INTERVAL',
          firstResultDay: on('2026-01-31'),
          judgedDay: null,
        }),
      ),
    ).toBe('Too early: first result expected on 31 Jan.');
    expect(
      explainKpi(
        view({
          status: 'too_early',
          judgedDay: on('2026-01-05'),
          actual: known(2000),
          plan: known(11111),
          paceIndex: known(0.18),
        }),
      ),
    ).toBe('Too early to judge. To 5 Jan: €2,000 of €11,111 planned (18%).');
  });

  test('not started, in another year', () => {
    expect(explainKpi(view({ status: 'not_started', start: on('2027-01-01') }))).toBe(
      'Starts on 1 Jan 2027.',
    );
  });

  test('tracked: the newest value of a level, of people too, of all else what the period came to', () => {
    const tracked = { type: 'track', status: 'tracked' } as const;
    expect(explainKpi(view({ ...tracked, family: 'level' }))).toBe(
      '€1,234 on 15 Feb; measured without a target.',
    );
    expect(explainKpi(view(tracked))).toBe('€90,000 up to 14 Feb; measured without a target.');
    const people = view({ ...tracked, family: 'average' }, { aggregation: 'unique' });
    expect(explainKpi(people)).toBe('€1,234 on 15 Feb; measured without a target.');
    const early = { ...tracked, actual: unknown('NO_DATA') };
    expect(explainKpi(view(early))).toBe('€1,234 on 15 Feb; measured without a target.');
  });

  test('invalid: the cause and the cell', () => {
    const unit = { kind: 'number' } as const;
    const issue = newIssue(
      'E_TARGET',
      { tab: 'KPIs', cell: 'C12' },
      { kpi: 'Revenue Q1', target: { amount: 5, unit }, growthTarget: { amount: 7, unit } },
      { kpiId: 'revenue_q1' },
    );
    const text = explainKpi(view({ status: 'invalid' }, {}, { issues: [issue] }));
    expect(text).toMatch(/^Not calculated\. .*5.*7.* \(KPIs!C12\)$/);
    expect(explainKpi(view({ status: 'invalid' }))).toBe('Not calculated: see Koers checks.');
  });
});

describe('remarks and figures in words', () => {
  test('an own judgement stands beside the computed one', () => {
    const override = {
      status: 'on_course',
      author: 'Anna',
      reason: 'fair is in March',
      until: on('2026-03-01'),
    } as const;
    expect(explainKpi(view({ override }))).toMatch(
      /Own judgement of Anna: on course, until 1 Mar \(fair is in March\)\.$/,
    );
  });

  test('missing values that change nothing are mentioned', () => {
    expect(explainKpi(view({ flags: ['INCOMPLETE'], coverage: known(0.8) }))).toMatch(
      /Only 80% of the values are in; the rest would not change the status\.$/,
    );
  });

  test('gap, target, speed and forecast', () => {
    expect(gapText(view())).toBe('€10,000 behind plan');
    expect(gapText(view({ gap: known(0) }))).toBe('on plan');
    expect(gapText(view({ gap: known(2500) }, {}, inDutch))).toBe('€ 2.500 voor op het plan');
    expect(gapText(view({ gap: unknown('NO_DATA') }))).toBeNull();
    const counted = { actual: known(31), plan: known(29.52), gap: known(1.48) };
    expect(gapText(view(counted, PLAIN, inDutch))).toBe('1,5 voor op het plan');
    const lead = { actual: known(32909), plan: known(32000.22), gap: known(908.78) };
    expect(gapText(view(lead))).toBe('€909 ahead of plan');
    const cheap = { actual: known(23.49), plan: known(18.28), gap: known(-5.21) };
    expect(gapText(view({ ...cheap, target: known(17.5) }))).toBe('€5.21 behind plan');
    expect(targetText(view(threshold, PERCENT))).toBe('at least 60%');
    expect(actualText(view({ actual: unknown('NO_DATA') }))).toBeNull();
    expect(targetText(view({ ...threshold, actual: unknown('NO_DATA') }, PERCENT))).toBe(
      'at least 60%',
    );
    expect(speedText(view())).toBe('Average so far €14,000 a week, needed €17,100');
    expect(forecastText(view())).toBe('€180,000 on 31 Mar (average pace)');
    expect(speedText(view({ isClosed: true, requiredSpeed: unknown('PERIOD_OVER') }))).toBe(
      'Average €14,000 a week',
    );
    expect(speedText(view(level, PLAIN, inDutch))).toBe(
      'Tot nu toe kwam er gemiddeld 6,22 per week bij; er moet 9,33 bij',
    );
  });

  test('two speeds that differ never look the same', () => {
    expect(speedText(view({ speed: known(1000), requiredSpeed: known(1000.5) }))).toBe(
      'Average so far €7,000 a week, needed €7,004',
    );
  });

  test('advice: the pace it takes', () => {
    expect(adviseKpi(view())).toBe(
      'Aim for €17,100 a week, 22% more than foreseen, or change the plan.',
    );
    expect(adviseKpi(view({ status: 'too_early' }))).toBeNull();
  });
});
