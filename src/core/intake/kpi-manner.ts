import type { ClosedRule, DayWeights } from '../model/kpi.ts';
import type { DayCalendar, Settings } from '../model/workspace.ts';
import { choiceCode, notAChoice } from './cell/read-choice.ts';
import { readNumber } from './cell/read-number.ts';
import { CHOICE_LISTS } from './layout/choice-lists.ts';
import { normaliseText } from './normalise-text.ts';
import { readShare } from './percent-scale.ts';
import type { ReadContext } from './read-context.ts';
import { readWeight } from './read-goals.ts';
import { wholeNumber } from './read-measures.ts';
import { reportBounds, type TabRow } from './tab-row.ts';

type Thresholds = Pick<Settings, 'onCourseFrom' | 'atRiskFrom'>;

/** How a KPI is owned, weighed, planned and judged: the cells that nearly everybody leaves blank. */
export function readManner(
  row: TabRow,
  calendars: readonly DayCalendar[],
  settings: Thresholds,
  context: ReadContext,
) {
  return {
    owner: row.text('owner'),
    note: row.text('note'),
    weight: readWeight(row),
    isCritical: row.yesNo('critical') ?? false,
    isLeading: row.yesNo('leading') ?? false,
    stage: row.text('stage'),
    contribution: row.text('contribution'),
    state: row.choice('state', CHOICE_LISTS.state) ?? 'active',
    planShape: row.choice('plan_shape', CHOICE_LISTS.plan_shape) ?? 'straight',
    stopsAre: null,
    dayWeights: readDayWeights(row, calendars),
    reached: row.choice('reached', CHOICE_LISTS.reached_rule),
    closedRule: readClosedRule(row, context),
    forecastMethod: row.choice('forecast_method', CHOICE_LISTS.forecast_method),
    ...readThresholds(row, settings, context),
    warnDays: wholeNumber(row, 'warn_days', 3660),
  };
}

/** Where one is typed the setting is the other; the wrong way around, both are the settings'. */
function readThresholds(row: TabRow, settings: Thresholds, context: ReadContext) {
  const onCourseFrom = readShare(row, 'on_course_from', context);
  const atRiskFrom = readShare(row, 'at_risk_from', context);
  const onCourse = onCourseFrom ?? settings.onCourseFrom;
  const atRisk = atRiskFrom ?? settings.atRiskFrom;
  if (onCourse >= atRisk) return { onCourseFrom, atRiskFrom };
  const place = row.place(onCourseFrom === null ? 'at_risk_from' : 'on_course_from');
  context.issues.add('E_THRESHOLDS', place, { onCourse, atRisk }, row.subject);
  return { onCourseFrom: null, atRiskFrom: null };
}

/** Every day, last year, or the name of a calendar. */
function readDayWeights(row: TabRow, calendars: readonly DayCalendar[]): DayWeights {
  const text = row.text('weights');
  if (text === '') return { kind: 'every_day' };
  const calendar = calendars.find(({ name }) => normaliseText(name) === normaliseText(text));
  if (calendar !== undefined) return { kind: 'calendar', calendarName: calendar.name };
  const kind = choiceCode(text, CHOICE_LISTS.day_weights);
  if (kind !== null) return { kind };
  const wrong = notAChoice(text, [
    ...CHOICE_LISTS.day_weights,
    ...calendars.map(({ name }) => ({ code: name, name: { en: name, nl: name }, synonyms: [] })),
  ]);
  if (wrong.kind === 'bad') row.reportProblem(wrong.problem, 'weights');
  return { kind: 'every_day' };
}

/** Only for the sentence that tells what can be typed: a share is read as a number. */
const A_SHARE = { code: '', name: { en: '90%', nl: '90%' }, synonyms: [] } as const;

/** Whole period, every, or a share: 90% or 0.9. */
function readClosedRule(row: TabRow, context: ReadContext): ClosedRule {
  const cell = row.cell('closed_rule');
  const reading = readNumber(cell, row.format('closed_rule'), context.locale);
  if (reading.kind === 'value') {
    const share = reading.value;
    if (share > 0 && share <= 1) return { kind: 'share', share };
    reportBounds(row, 'closed_rule', share, 0, 1);
    return { kind: 'whole_period' };
  }
  const kind = row.choice('closed_rule', [...CHOICE_LISTS.closed_rule, A_SHARE]);
  return { kind: kind || 'whole_period' };
}
