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
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { newIssue } from '../../../src/core/model/issue.ts';
import type { Measure } from '../../../src/core/model/measure.ts';
import { known, type ReasonCode, unknown } from '../../../src/core/model/quantity.ts';
import {
  on,
  sampleKpi,
  sampleKpiEvaluation,
  sampleMeasure,
} from '../../support/sample-evaluation.ts';

const view = (
  evaluation: Partial<KpiEvaluation> = {},
  measure: Partial<Measure> = {},
  changes: Partial<KpiView> = {},
): KpiView => ({
  kpi: sampleKpi(),
  measure: sampleMeasure(measure),
  evaluation: sampleKpiEvaluation(evaluation),
  issues: [],
  language: 'en',
  viewDay: on('2026-02-15'),
  ...changes,
});
const inDutch = { language: 'nl' } as const;
const PLAIN = { unit: { kind: 'number' } } as const;
const PERCENT = { unit: { kind: 'percent' } } as const;

/** Customers from 1,000 to 1,100: 1,040 where 1,050 was planned. */
const level: Partial<KpiEvaluation> = {
  family: 'level',
  baseline: known(1000),
  target: known(1100),
  actual: known(1040),
  plan: known(1050),
  gap: known(-10),
  paceIndex: known(0.8),
  progress: known(0.4),
  speed: known(40 / 45),
  recentSpeed: known(0.75),
  requiredSpeed: known(60 / 45),
  speedFactor: known(1.5),
  etaDay: on('2026-04-23'),
  daysLate: known(23),
};

/** Complaints from 50 down to 10: 35 where 30 was planned. */
const downward: Partial<KpiEvaluation> = {
  ...level,
  direction: -1,
  baseline: known(50),
  target: known(10),
  actual: known(35),
  plan: known(30),
  gap: known(-5),
  paceIndex: known(0.75),
  progress: known(0.375),
  speed: known(-1 / 3),
  recentSpeed: known(-0.5),
  requiredSpeed: known(-5 / 9),
  speedFactor: known(5 / 3),
  status: 'off_course',
};

const threshold: Partial<KpiEvaluation> = {
  type: 'at_least',
  family: 'average',
  baseline: unknown('NO_BASELINE'),
  target: known(0.6),
  actual: known(0.58),
  plan: known(0.6),
  gap: known(-0.02),
  paceIndex: unknown('NOT_APPLICABLE'),
  requiredSpeed: unknown('NOT_A_FLOW'),
  speed: unknown('NOT_A_FLOW'),
  speedFactor: unknown('NOT_A_FLOW'),
  tolerance: known(0.03),
};

const ceiling: Partial<KpiEvaluation> = {
  type: 'ceiling',
  direction: -1,
  status: 'off_course',
  target: known(30000),
  actual: known(28000),
  plan: known(15000),
  gap: known(-13000),
  requiredSpeed: known(2000 / 45),
  forecast: {
    method: 'run_rate',
    value: known(56000),
    low: unknown('NO_BAND'),
    high: unknown('NO_BAND'),
    probability: unknown('NO_BAND'),
    bentBy: [],
    supposed: [],
  },
};

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

describe('to keep, to stay between, to spend', () => {
  test('at least: met, a little low, too low', () => {
    const at = (actual: number, status: KpiEvaluation['status']) =>
      explainKpi(view({ ...threshold, actual: known(actual), status }, PERCENT));
    expect(at(0.61, 'on_course')).toBe('Judged to 14 Feb: 61% where at least 60% is asked: met.');
    expect(at(0.58, 'at_risk')).toBe(
      'Judged to 14 Feb: 58% where at least 60% is asked: 2 points too low, within the tolerance of 3 points.',
    );
    expect(at(0.5, 'off_course')).toBe(
      'Judged to 14 Feb: 50% where at least 60% is asked: 10 points too low, beyond the tolerance of 3 points.',
    );
  });

  test('what differs by a rounding from an edge stands on it, as its colour does', () => {
    const edge = { ...threshold, target: known(0.65), tolerance: known(0.04) };
    const low = view({ ...edge, actual: known(0.61), status: 'at_risk' }, PERCENT);
    expect(explainKpi(low)).toContain('4 points too low, within the tolerance of 4 points.');
    const spent = known(30000 + 4e-12);
    const full = view({ ...ceiling, actual: spent, target: known(30000), status: 'on_course' });
    expect(explainKpi(full)).not.toContain('passed');
  });

  test('only a ceiling that is passed is stopped; one without a speed is acted on', () => {
    const over = { ...ceiling, status: 'off_course' } as const;
    const passed = view({ ...over, actual: known(31000), target: known(30000) });
    expect(adviseKpi(passed)).toContain('Stop what can be stopped');
    const average = view({ ...over, requiredSpeed: { value: null, reason: 'NOT_A_FLOW' } });
    expect(adviseKpi(average)).toBe('Decide on an action that brings it back on course.');
  });

  test('what is held is brought back by its distance, not by a speed', () => {
    const held = {
      judgedAs: 'threshold',
      target: known(5),
      actual: known(5.2),
      direction: -1,
    } as const;
    const own = view(
      { ...held, family: 'level', requiredSpeed: known(-0.2), status: 'at_risk' },
      PLAIN,
    );
    expect(adviseKpi(own)).toBe('Bring it down by 0.2.');
  });

  test('where it stands and what is asked differ in their own texts too', () => {
    const score = { ...threshold, target: known(8.5), plan: known(8.5), actual: known(8.482) };
    const own = view(score, { ...PLAIN, decimals: 1 });
    expect([actualText(own), targetText(own)]).toEqual(['8.48', 'at least 8.5']);
    const same = view({ ...score, actual: known(8.5) }, { ...PLAIN, decimals: 1 });
    expect([actualText(same), targetText(same)]).toEqual(['8.5', 'at least 8.5']);
  });

  test('what is spent is more or less than planned, and has a limit from now on', () => {
    expect(gapText(view(ceiling))).toBe('€13,000 more than planned');
    expect(gapText(view({ ...ceiling, gap: known(500) }, {}, inDutch))).toBe(
      '€ 500 minder dan gepland',
    );
    expect(speedText(view(ceiling))).toContain(', at most €');
    expect(speedText(view({ ...ceiling, requiredSpeed: known(0) }))).not.toContain('at most');
    const passed = view({ ...ceiling, speed: known(700), requiredSpeed: known(-44) });
    expect(speedText(passed)).toBe('Average so far €4,900 a week');
  });

  test('what differs does not look the same, whatever the decimals of the measure', () => {
    const score = {
      ...threshold,
      target: known(8.5),
      plan: known(8.5),
      actual: known(8.482),
      tolerance: known(0.4),
    };
    expect(explainKpi(view({ ...score, status: 'at_risk' }, { ...PLAIN, decimals: 1 }))).toBe(
      'Judged to 14 Feb: 8.48 where at least 8.5 is asked: 0.02 too low, within the tolerance of 0.4.',
    );
    expect(explainKpi(view({ actual: known(99999.7), paceIndex: known(0.999997) }))).toContain(
      '€99,999.70 of €100,000 planned',
    );
  });

  test('a target that changed is told as what was asked so far, and what is asked today beside it', () => {
    const changed = {
      ...threshold,
      target: known(8.5),
      plan: known(8.83),
      actual: known(8.45),
      tolerance: known(0.4),
      distanceOutside: known(-0.38),
      status: 'at_risk',
    } as const;
    const told = view(changed, { ...PLAIN, decimals: 2 });
    expect(explainKpi(told)).toBe(
      'Judged to 14 Feb: 8.45 where at least 8.83 is asked on average so far: 0.38 too low, within the tolerance of 0.40.',
    );
    expect(targetText(told)).toBe('at least 8.50');
  });

  test('at most, lower is better', () => {
    const cost = {
      ...threshold,
      type: 'at_most',
      direction: -1,
      target: known(25),
      plan: known(25),
      tolerance: known(1.25),
    } as const;
    expect(explainKpi(view({ ...cost, actual: known(26), status: 'at_risk' }, {}, inDutch))).toBe(
      'Beoordeeld tot en met 14 feb: € 26, gevraagd is hoogstens € 25: € 1 te hoog, binnen de tolerantie van € 1,25.',
    );
  });

  test('between: above and below', () => {
    const range = {
      ...threshold,
      type: 'range',
      direction: null,
      target: unknown('NOT_APPLICABLE'),
      rangeLow: known(40),
      rangeHigh: known(50),
      tolerance: known(5),
    } as const;
    expect(explainKpi(view({ ...range, actual: known(52), status: 'at_risk' }, PLAIN))).toBe(
      'Judged to 14 Feb: 52 where 40 to 50 is asked: 2 too high, within the tolerance of 5.',
    );
    const inDays = { ...sampleMeasure, unit: { kind: 'days' } } as const;
    const stock = view({ ...range, actual: known(52), status: 'at_risk' }, inDays);
    expect(explainKpi(stock)).toContain('52 days where 40 to 50 days is asked: 2 days too high');
    expect(
      explainKpi(view({ ...range, actual: known(30), status: 'off_course' }, PLAIN)),
    ).toContain('10 too low, beyond the tolerance of 5.');
    expect(adviseKpi(view({ ...range, actual: known(30), status: 'off_course' }, PLAIN))).toBe(
      'Bring it up by 10.',
    );
  });

  test('a ceiling: used, planned, where it ends, and when it is passed', () => {
    expect(explainKpi(view(ceiling))).toBe(
      'Judged to 14 Feb: €28,000 where €15,000 was planned; the ceiling is €30,000. Heading for €56,000 on 31 Mar.',
    );
    expect(explainKpi(view({ ...ceiling, actual: known(32500) }))).toBe(
      'Judged to 14 Feb: €32,500; the ceiling of €30,000 is passed by €2,500.',
    );
    expect(adviseKpi(view(ceiling))).toBe('Keep it to at most €311 a week until 31 Mar.');
  });
});

describe('done by', () => {
  const done = { type: 'done', actual: unknown('NOT_APPLICABLE'), daysLeft: known(44) } as const;

  test('not done yet, done late, never done', () => {
    expect(explainKpi(view({ ...done, status: 'on_course' }))).toBe(
      'Not done yet; due 31 Mar, 44 days left.',
    );
    expect(explainKpi(view({ ...done, status: 'achieved', reachedDay: on('2026-04-02') }))).toBe(
      'Done on 2 Apr, 2 days late.',
    );
    expect(explainKpi(view({ ...done, status: 'missed' }))).toBe('Was due 31 Mar and is not done.');
  });
});

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
