import type { ClosedRule, DayWeights } from '../../model/kpi.ts';
import type { DayCalendar, Thresholds } from '../../model/workspace.ts';
import { choiceCode, notAChoice, readChoice } from '../cell/read-choice.ts';
import { readNumber } from '../cell/read-number.ts';
import { readShare, readWeight, reportBounds, wholeNumber } from '../rows/number-cells.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { RowOf } from '../rows/tab-row.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

/** How a KPI is owned, weighed, planned and judged: the cells that nearly everybody leaves blank. */
export function readManner(
  row: RowOf<'kpis'>,
  calendars: readonly DayCalendar[],
  settings: Thresholds,
  context: ReadContext,
) {
  return {
    owner: row.read('owner'),
    note: row.read('note'),
    weight: readWeight(row, 'weight'),
    isCritical: row.read('critical') ?? false,
    isLeading: row.read('leading') ?? false,
    stage: row.read('stage'),
    contribution: row.read('contribution'),
    state: row.read('state') ?? 'active',
    planShape: row.read('plan_shape') ?? 'straight',
    stopsAre: row.read('stops_are'),
    dayWeights: readDayWeights(row, calendars),
    reached: row.read('reached'),
    closedRule: readClosedRule(row, context),
    forecastMethod: row.read('forecast_method'),
    ...readThresholds(row, settings),
    warnDays: wholeNumber(row, 'warn_days', 3660),
  };
}

/** Where one is typed the setting is the other; the wrong way around, both are the settings'. */
function readThresholds(row: RowOf<'kpis'>, settings: Thresholds) {
  const onCourseFrom = readShare(row, 'on_course_from');
  const atRiskFrom = readShare(row, 'at_risk_from');
  const onCourse = onCourseFrom ?? settings.onCourseFrom;
  const atRisk = atRiskFrom ?? settings.atRiskFrom;
  if (onCourse >= atRisk) return { onCourseFrom, atRiskFrom };
  const column = onCourseFrom === null ? 'at_risk_from' : 'on_course_from';
  row.note('E_THRESHOLDS', { onCourse, atRisk }, column);
  return { onCourseFrom: null, atRiskFrom: null };
}

/** Every day, last year, or the name of a calendar. */
function readDayWeights(row: RowOf<'kpis'>, calendars: readonly DayCalendar[]): DayWeights {
  const text = row.text('weights');
  if (text === '') return { kind: 'every_day' };
  const calendar = calendars.find(({ name }) => normaliseText(name) === normaliseText(text));
  if (calendar !== undefined) return { kind: 'calendar', calendarName: calendar.name };
  const kind = choiceCode(text, 'day_weights');
  if (kind !== null) return { kind };
  const names = calendars.map(({ name }) => name);
  row.take(notAChoice(text, 'day_weights', names), 'weights');
  return { kind: 'every_day' };
}

/** Whole period, every, or a share: 90% or 0.9. */
function readClosedRule(row: RowOf<'kpis'>, { locale }: ReadContext): ClosedRule {
  const cell = row.cell('closed_rule');
  const reading = readNumber(cell, row.format('closed_rule'), locale);
  if (reading.kind === 'value') {
    const share = reading.value;
    if (share > 0 && share <= 1) return { kind: 'share', share };
    reportBounds(row, 'closed_rule', share, 0, 1);
    return { kind: 'whole_period' };
  }
  const kind = row.take(readChoice(cell, 'closed_rule', ['90%']), 'closed_rule');
  return { kind: kind ?? 'whole_period' };
}
