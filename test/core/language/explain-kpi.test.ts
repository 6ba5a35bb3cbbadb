import { adviseKpi } from '../../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import { gapText } from '../../../src/core/language/kpi-texts.ts';
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import { on, sampleMeasure } from '../../support/sample-evaluation.ts';
import { downward, inDutch, level, PERCENT, PLAIN, threshold, view } from './kpi-views.ts';

describe('what is still needed is said against the forecast', () => {
  const foreseen = (value: number, changes: Partial<KpiEvaluation> = {}) =>
    view({
      ...changes,
      status: changes.status ?? 'at_risk',
      forecast: {
        method: 'trend_season',
        value: known(value),
        low: unknown('NO_BAND'),
        high: unknown('NO_BAND'),
        probability: unknown('NO_BAND'),
        bentBy: [],
        supposed: [],
      },
    });

  test('110,000 still to come of 101,400 foreseen is 8.5% more', () => {
    expect(adviseKpi(foreseen(191400))).toBe(
      'Aim for €17,100 a week, 8.5% more than foreseen, or change the plan.',
    );
  });

  test('three times as much has a figure, more has not', () => {
    expect(adviseKpi(foreseen(90000 + 110000 / 3))).toContain('200% more than foreseen');
    for (const beyond of [126600, 90000, 80000, 0]) {
      expect(adviseKpi(foreseen(beyond))).toBe(
        'Needed: more than three times what is foreseen. Change the plan, or the route.',
      );
    }
  });

  test('nothing more where the forecast comes to the target', () => {
    expect(adviseKpi(foreseen(204000))).toBe('Aim for €17,100 a week, as is foreseen.');
  });

  test('lower is better: it is brought down, in both languages', () => {
    const down = foreseen(15, downward);
    const plain = { ...down, measure: sampleMeasure(PLAIN) };
    expect(adviseKpi(plain)).toBe(
      'Bring it down by 3.89 a week, 25% more than foreseen, or change the plan.',
    );
    expect(adviseKpi({ ...plain, ...inDutch })).toBe(
      'Breng het met 3,89 per week omlaag, 25% meer dan voorzien, of pas het plan aan.',
    );
  });

  test('a threshold that is met but not by its forecast, and a chance below a half, are watched', () => {
    const met = { ...threshold, judgedAs: 'threshold', direction: 1, actual: known(0.62) } as const;
    expect(adviseKpi(foreseen(0.57, { ...met, status: 'on_course' }))).toBe(
      'Keep an eye on it: the forecast does not reach the target.',
    );
    expect(adviseKpi(foreseen(0.61, { ...met, status: 'on_course' }))).toBe('Keep this course.');
    const unlikely = foreseen(204000, { status: 'on_course' });
    const { forecast } = unlikely.evaluation;
    const evaluation = {
      ...unlikely.evaluation,
      forecast: { ...forecast, probability: known(0.4) },
    };
    expect(adviseKpi({ ...unlikely, evaluation })).toBe(
      'Keep an eye on it: the chance is less than a half.',
    );
  });
});

describe('where the forecast and the arrival tell two stories', () => {
  const forecast = {
    method: 'trend_season',
    value: known(197000),
    low: unknown('NO_BAND'),
    high: unknown('NO_BAND'),
    probability: unknown('NO_BAND'),
    bentBy: [],
    supposed: [],
  } as const;
  const early = {
    status: 'on_course',
    actual: known(102000),
    gap: known(2000),
    paceIndex: known(1.02),
    speed: known(102000 / 45),
    requiredSpeed: known(98000 / 45),
    etaDay: on('2026-03-29'),
    daysLate: known(-2),
    forecast,
  } as const;

  test('each says what it is by, and the advice is to watch', () => {
    expect(explainKpi(view(early))).toContain(
      'Arrival 29 Mar at the average pace so far. The forecast is €197,000 on 31 Mar (trend and season), €3,000 short of the target.',
    );
    expect(explainKpi(view(early, {}, inDutch))).toContain(
      'Aankomst 29 mrt in het gemiddelde tempo tot nu toe. De prognose is € 197.000 op 31 mrt (trend en seizoen), € 3.000 van de streefwaarde af.',
    );
    expect(adviseKpi(view({ ...early, etaDay: on('2026-04-02'), daysLate: known(2) }))).toContain(
      'the forecast does not reach the target',
    );
    expect(adviseKpi(view(early))).toBe(
      'Keep an eye on it: the forecast does not reach the target.',
    );
  });

  test('late at this pace, in time by the forecast', () => {
    const enough = { ...forecast, value: known(200000), bentBy: ['Fair', 'Sale'] };
    expect(explainKpi(view({ forecast: { ...enough, method: 'run_rate' } }))).toContain(
      'Arrival 10 Apr at the average pace so far, 10 days late. The forecast is €200,000 on 31 Mar (average pace, with Fair, Sale), enough for the target.',
    );
    expect(
      explainKpi(
        view({ forecast: enough, etaDay: null, etaReason: 'NO_ETA', daysLate: unknown('NO_ETA') }),
      ),
    ).toContain('at the average pace so far it does not arrive. The forecast is €200,000');
  });

  test('nothing of it where both agree, by the pace itself, or when it is over', () => {
    const plain = [
      { ...early, forecast: { ...forecast, value: known(201000) } },
      { ...early, forecast: { ...forecast, method: 'run_rate' as const, value: known(204000) } },
      { ...early, forecast: { ...forecast, value: unknown('TOO_EARLY') } },
    ];
    for (const own of plain) {
      expect(explainKpi(view(own))).toContain(
        '. Arrival 29 Mar at the average pace so far, 2 days early. Needed',
      );
      const isForeseen = own.forecast.value.value !== null;
      expect(adviseKpi(view(own))).toBe(
        isForeseen ? 'Keep this course.' : 'Keep an eye on it; nothing needs to change yet.',
      );
    }
    expect(explainKpi(view({ ...early, isClosed: true }))).not.toContain('forecast');
  });
});

describe('a way to a target', () => {
  test('a total says what was planned, when it arrives and what it takes', () => {
    expect(explainKpi(view())).toBe(
      'Judged to 14 Feb: €90,000 of €100,000 planned (90%). Arrival 10 Apr at the average pace so far, 10 days late. Needed: €17,100 a week, now €14,700.',
    );
    expect(explainKpi(view({}, {}, inDutch))).toBe(
      'Beoordeeld tot en met 14 feb: € 90.000 van de geplande € 100.000 (90%). Aankomst 10 apr in het gemiddelde tempo tot nu toe, 10 dagen te laat. Nodig: € 17.100 per week, nu € 14.700.',
    );
  });

  test('a level is held against the planned change, and its speed has a direction', () => {
    expect(explainKpi(view(level, PLAIN))).toBe(
      'Judged to 14 Feb: 1,040 against 1,050 planned, 80% of the planned change. Arrival 23 Apr at the average pace so far, 23 days late. Needed: 9.33 more a week, now 5.25 more.',
    );
  });

  test('what a straight rest of a bent plan would take is not told against the arrival', () => {
    const early = { daysLate: known(-4), requiredSpeed: known(2100) };
    expect(explainKpi(view(early))).not.toContain('Needed');
    expect(explainKpi(view({ ...early, requiredSpeed: known(1900) }))).toContain('Needed');
    expect(explainKpi(view({ requiredSpeed: known(1900) }))).not.toContain('Needed');
    expect(explainKpi(view({ ...early, daysLate: known(0) }))).toContain('Needed');
    const down = { ...downward, daysLate: known(-4) };
    expect(explainKpi(view(down, PLAIN))).not.toContain('Needed');
    expect(explainKpi(view({ ...down, requiredSpeed: known(-0.3) }, PLAIN))).toContain('Needed');
  });

  test('lower is better: less, not a minus sign', () => {
    expect(explainKpi(view(downward, PLAIN))).toContain('Needed: 3.89 less a week, now 3.5 less.');
    expect(explainKpi(view(downward, PLAIN, inDutch))).toContain(
      'Er moet 3,89 per week af; nu gaat er 3,5 af.',
    );
  });

  test('a value worse than the start says so instead of a negative share', () => {
    const worse = { ...downward, actual: known(55), paceIndex: known(-0.25), etaDay: null };
    expect(
      explainKpi(view({ ...worse, etaReason: 'NO_ETA', daysLate: unknown('NO_ETA') }, PLAIN)),
    ).toContain(
      '55 against 30 planned, further from the target than the start. No arrival day: at the average pace so far it does not arrive.',
    );
  });

  test('a lag within tolerance is on course: just behind, never behind course', () => {
    const text = explainKpi(
      view({
        status: 'on_course',
        actual: known(96000),
        gap: known(-4000),
        paceIndex: known(0.96),
      }),
    );
    expect(text).toContain('€96,000 of €100,000 planned (96%): just behind, within tolerance.');
  });

  test('a share just under a threshold does not read as the threshold', () => {
    expect(explainKpi(view({ paceIndex: known(0.9468) }))).toContain('(94.7%)');
    expect(explainKpi(view({ paceIndex: known(0.94999) }))).toContain('(94.999%)');
  });

  test('zero is a value: nothing made, target zero', () => {
    const nothing = { actual: known(0), paceIndex: known(0), recentSpeed: known(0), etaDay: null };
    expect(
      explainKpi(view({ ...nothing, etaReason: 'NO_ETA', speedFactor: unknown('NO_MOVEMENT') })),
    ).toBe(
      'Judged to 14 Feb: €0 of €100,000 planned (0%). No arrival day: at the average pace so far it does not arrive. Needed: €17,100 a week, now €0.',
    );
    expect(explainKpi(view({ ...downward, target: known(0) }, PLAIN))).not.toBe('');
  });

  test('percents: values in percent, differences in points', () => {
    const rate = {
      ...level,
      baseline: known(0.02),
      target: known(0.03),
      actual: known(0.024),
      plan: known(0.025),
      gap: known(-0.001),
      speed: known(0.004 / 45),
      recentSpeed: known(0.005 / 45),
      requiredSpeed: known(0.006 / 45),
    };
    const text = explainKpi(view(rate, PERCENT));
    expect(text).toContain('2.4% against 2.5% planned');
    expect(text).toContain('Needed: 0.0933 points more a week, now 0.0778 points more.');
    expect(gapText(view(rate, PERCENT))).toBe('0.1 points behind plan');
  });

  test('reached: when, how early, and where it is now', () => {
    expect(
      explainKpi(
        view({
          status: 'achieved',
          reachedDay: on('2026-03-20'),
          actual: known(205000),
          daysLate: known(-11),
        }),
      ),
    ).toBe('Reached on 20 Mar, 11 days early. Now €205,000.');
  });

  test('closed: achieved and missed', () => {
    const closed = { isClosed: true, actual: known(170000) };
    expect(explainKpi(view({ ...closed, status: 'missed' }))).toBe(
      'Ended 31 Mar: €170,000 of €200,000: missed.',
    );
    expect(explainKpi(view({ ...closed, ...level, status: 'achieved' }, PLAIN, inDutch))).toBe(
      'Geëindigd op 31 mrt: 1.040, de streefwaarde was 1.100: gehaald.',
    );
  });
});
