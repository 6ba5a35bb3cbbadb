import { adviseKpi } from '../../../src/core/language/advise-kpi.ts';
import { explainKpi } from '../../../src/core/language/explain-kpi.ts';
import {
  actualText,
  gapText,
  speedText,
  targetText,
} from '../../../src/core/language/kpi-texts.ts';
import type { KpiEvaluation } from '../../../src/core/model/evaluation.ts';
import { known, unknown } from '../../../src/core/model/quantity.ts';
import { on, sampleMeasure } from '../../support/sample-evaluation.ts';
import { ceiling, inDutch, PERCENT, PLAIN, threshold, view } from './kpi-views.ts';

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

  test('how far outside shows the decimals of the two that it lies between', () => {
    const asked = { ...threshold, target: known(0.025), plan: known(0.025) };
    const at = (actual: number, tolerance: number, status: KpiEvaluation['status']) =>
      view({ ...asked, actual: known(actual), tolerance: known(tolerance), status }, PERCENT);
    const low = at(0.024228, 0.00125, 'at_risk');
    expect(explainKpi(low)).toContain('2.42% where at least 2.5% is asked: 0.08 points too low');
    expect(adviseKpi(low)).toBe('Bring it up by 0.08 points.');
    expect(explainKpi(at(0.02372, 0.00125, 'off_course'))).toContain(
      '0.128 points too low, beyond the tolerance of 0.125 points.',
    );
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
