import type { FigureIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What the figures show, and what evaluation finds about a KPI or a goal. */
export const figureIssues = /* @__PURE__ */ issueSentences<FigureIssues>()({
  I_CADENCE: { text: '"{measure}" is read as {cadence}.', fix: 'If not so, fill in its Cadence.' },
  I_ONE_VALUE: { text: '"{measure}" has figures of one day only, so its rhythm cannot be seen; it is read as {cadence} for now.', fix: 'Add the next figure, or fill in its Cadence.' },
  E_STEP: {
    text: '"{measure}" has an amount about every {step} days, and Koers judges by day, week, month, quarter or year.',
    fix: 'Divide each amount over the weeks or months that it is of: a row for each. Did it come in on that one day? Then choose "irregular" as its Cadence.',
  },
  E_MIXED_PERIODS: {
    text: '"{measure}" has figures per {usual}; this one is of a {own} and does not count.',
    fix: 'Remove it, or put it in a measure of its own: periods of two lengths would be counted twice.',
  },
  W_COUNT_REPEATED: { text: '"{measure}" counts rows, and "{received}" stands in more than one.', fix: 'Is each to count once? Choose "count distinct" in Adds up.' },
  E_REPEATED_ROWS: {
    text: '{count row|rows} of "{measure}" are there twice, row for row, this one also in {other}; together {sum}.',
    fix: 'Was an import pasted twice? Remove the second copy. Do both count? Type a note beside the second ones, such as "second till".',
  },
  E_REPEATED_TAB: {
    text: '{count row|rows} of "{measure}" are there twice, this one also in {other}; together {sum}.',
    fix: 'Is one tab a copy? Remove the figures there, or rename the tab. Do both count? Type in Channel of both tabs what each is of.',
  },
  E_TWICE_IN_PERIOD: {
    text: '"{measure}" has two values on {date}, {one} and {other}; added up they are {sum}.',
    fix: 'Is the second one the correct one? Remove the first, or fill in "Recorded at". Do both count? Type a note beside each.',
  },
  W_TWICE_IN_PERIOD: {
    text: '"{measure}" has two values on {date}, {one} and {other}; added up they are {sum}.',
    fix: 'Is the second one the correct one? Remove the first, or fill in "Recorded at". Do both count? Type a note beside each.',
  },
  W_REPEATED_ROWS: { text: '{count row|rows} of "{measure}" are there twice, this one also in {other}; together {sum}.', fix: 'Was an import pasted twice? Remove the second copy.' },
  W_THOUSANDS_LOST: {
    text: '"{measure}" has {count value|values} with exactly three decimals, such as {received}.',
    fix: 'Is {meant} meant? Then its mark of thousands was taken for a decimal one: import it again with the locale of the file.',
  },
  E_RUNNING_TOTAL: {
    text: 'Every value of "{measure}" is higher than the one before by about as much as the first; added up they are {sum}, the last is {last}.',
    fix: 'Is each the total so far? Choose "last" in Adds up and type 0 in Last time, or type what was added on each date. Is each an amount of its own? Fill in its Cadence.',
  },
  E_RUNNING_YEARS: {
    text: 'The values of "{measure}" only rise, by about as much as the first, and begin anew each year; added up they are {sum}, the last of each year {last}.',
    fix: 'Is each the total of its year so far? Choose "last" in Adds up and type 0 in Last time, or type what was added on each date. Is each an amount of its own? Fill in its Cadence.',
  },
  W_RUNNING_TOTAL: {
    text: 'Every value of "{measure}" is higher than the one before; added up they are {sum}, the last is {last}.',
    fix: 'Is each the total so far? Type what was added on each date, or choose "last" in Adds up.',
  },
  W_RUNNING_YEARS: {
    text: 'The values of "{measure}" only rise and begin anew each year; added up they are {sum}, the last of each year {last}.',
    fix: 'Is each the total of its year so far? Type what was added on each date.',
  },
  W_RUNNING_IN_DAY: {
    text: 'On each day "{measure}" has several values, each higher than the one before; added up they are {sum}, the last of each day {last}.',
    fix: 'Is each the total of its day so far? Keep the last, or type the time of each in "Recorded at": then the last counts.',
  },
  E_SCALED: {
    text: 'The figures of "{measure}" are in units of {scale} ("{received}"), and "{kpi}" asks {target} of them.',
    fix: 'Type the target in the same units, {meant}, or multiply the figures.',
  },
  W_DUPLICATE: { text: '"{measure}" has two values on {date}; the lower row counts.', fix: 'Remove one, or fill in "Recorded at".' },
  W_COUNT_VALUE: {
    text: '"{measure}" counts rows, but this Value is {received}.',
    fix: 'An amount? Choose "sum" in Adds up. A number of something that counts once? Choose "count distinct". Else leave Value blank.',
  },
  W_PERCENT_SCALE: { text: '{received} in {column} of a percentage is {percent}%.', fix: 'Is {received}% meant? Type {received}% or {share}.' },
  W_PERCENT_ADDED: {
    text: 'The percentages of "{measure}" are added up: {one} and {other} are {sum}.',
    fix: 'A rate? Choose "mean" in Adds up, and keep at least, keep at most or grow to as Kind. Parts of one whole? Nothing to do.',
  },
  W_FIRST_OF_NEXT: {
    text: '"{measure}" has a figure dated {date}, the first day of a period that still runs.',
    fix: 'Is each figure that of the period before? Date each in its own, this one {before}.',
  },
  W_UNIQUE_ADDED: { text: '"{measure}" counts people once, so its values cannot be added.', fix: 'Choose "unique" in Adds up, with one value per {cadence}.' },
  W_PERCENT_SHOWN: { text: '"{measure}" has cells that show a percentage, but no unit: {received} is taken for {typed}.', fix: 'Set the Unit of "{measure}" to percent in Measures.' },
  W_TOTAL_LINE: {
    text: 'A row with "{received}" adds up other rows of "{measure}", and has a date: its {amount} is left out.',
    fix: 'Nothing to do. Without the row, or its date, this is not told again.',
  },
  W_DATE_ORDERS: {
    text: '"{received}" in {column} has its month first, "{other}" in {otherCell} its day: two ways in one column.',
    fix: 'Check how it was imported; type dates as year-month-day: 2026-03-31.',
  },
  W_DURATION_UNIT: { text: '"{measure}" has durations, but its unit is {unit}.', fix: 'Set Unit to duration.' },
  W_TOTAL_AND_CHANNELS: {
    text: '"{measure}" has rows with and without a channel, as in the period to {date}: those without one are the total, the channels explain it.',
    fix: 'Remove the total if the channels are complete.',
  },
  W_FUTURE_VALUE: { text: '"{measure}" has values after today, up to {date}.', fix: 'Check the dates.' },
  I_AFTER_JUDGED_DAY: { text: '"{kpi}" is judged to {judgedDate}; newer values, up to {date}, count when their period is over.', fix: 'Nothing to do.' },
  E_DIR: { text: '"{kpi}" points two ways: {why}.', fix: '{fix}' },
  E_TARGET: { text: '"{kpi}": Target {target} and Growth, which gives {growthTarget}, disagree.', fix: 'Clear one of the two.' },
  E_GROWTH_BASE: { text: '"{kpi}" has growth, but there is nothing to grow from, or only 0.', fix: 'Fill in Last time, or a Target instead of Growth.' },
  W_GROWTH_NEGATIVE: { text: '"{kpi}" grows from a negative number, {reference}.', fix: 'Check the target {target}.' },
  W_BASELINE_FIRST_VALUE: { text: '"{kpi}" starts from its first value, {value} on {date}.', fix: 'Fill in Last time if it started elsewhere.' },
  I_AT_LEAST_TOTAL: { text: '"{kpi}" is a total: "at least" grows to its target along the plan.', fix: 'Choose "add up to" to say so.' },
  I_PLANNED_LOSS: { text: '"{kpi}" has a target below 0: a loss of at most {loss} is planned.', fix: 'Is it to be brought down to that? Choose "bring down to".' },
  E_TARGET_SUM: { text: 'The targets per period of "{kpi}" come to {sum}, its Target is {target}.', fix: 'Clear the Target, or make them equal.' },
  E_TARGET_GAP: { text: '"{kpi}" has targets per period, but none for {gaps}, and no Target.', fix: 'Fill in Targets for the whole of the KPI, or its Target.' },
  W_TARGET_GAP: { text: '"{kpi}" has no targets for {gaps}; what is left of its Target is spread evenly there.', fix: 'Fill in Targets for the whole of the KPI.' },
  E_TARGET_OVERLAP: { text: 'The period of this target of "{kpi}" overlaps that of {other}.', fix: 'Remove one of the two: a quarter and a month of it would count twice.' },
  W_CLOSED_RULE: {
    text: '"{kpi}" is of a kind that is judged by its whole period; its Closed rule does not count.',
    fix: 'Choose "keep at least" or "keep at most", a KPI for each side, or clear the Closed rule.',
  },
  W_TARGET_UNUSED: { text: '"{kpi}" is of a kind that takes no targets per period.', fix: 'Remove them from Targets, or choose another Kind.' },
  W_TARGET_OUTSIDE: {
    text: '"{kpi}" runs from {start} to {due}; left out: {count target|targets} for other days, the first for {periods}.',
    fix: 'Correct the period in Targets, or the dates of the KPI.',
  },
  W_TARGET_PERIOD: {
    text: '"{kpi}" counts anew every {every}; left out: {count target|targets} for a period of another length, the first for {periods}.',
    fix: 'Fill in one target per {every} in Targets, or change Every of the KPI.',
  },
  W_STOPS_PER_PERIOD: {
    text: 'The milestones of "{kpi}" look like targets per period; it is not judged until that is clear.',
    fix: 'Do they count per period? Put them in Targets. Else set "Milestones are" to "so far".',
  },
  W_TARGET_EVERY: {
    text: '"{kpi}" asks {target} over its whole period, and comes to {usual} per {cadence} already.',
    fix: 'Does the target count anew per {cadence}? Say so at Every (group More). Else nothing to do.',
  },
  W_TARGET_DAILY: {
    text: '"{kpi}" asks {target} over its whole period, and comes to {usual} per {cadence} already.',
    fix: 'Does the target count per day? Choose "mean" in Adds up. Else nothing to do.',
  },
  E_LEVEL_OR_AMOUNT: {
    text: '"{measure}" is about {usual} per {cadence}, and "{kpi}" asks {target}: about what the whole period comes to.',
    fix: 'Is each an amount of its own? Choose "sum" in Adds up, in Measures. Is each how things stand then, as members do? Choose "last".',
  },
  W_TARGETS_SO_FAR: {
    text: 'The targets of "{kpi}" rise from period to period and add up to {sum} so far; the figures come to {actual}, near the last of them, {last}.',
    fix: 'Is each the total so far? Type what its own period is to bring, or put them in Milestones and set "Milestones are" to "so far". Else nothing to do.',
  },
  E_BELOW_ZERO: {
    text: '"{measure}" has no amount above zero, and "{kpi}" may come to {target}.',
    fix: 'Does an export write them with a minus? Turn the signs, or put a formula in between: -1 * [{measure}].',
  },
  E_PERCENT_SCALES: {
    text: '"{measure}" has figures such as {last}, and "{kpi}" asks {target}: one of the two is a hundred times too big.',
    fix: 'Type a percentage with its sign or as a share: 2.4% or 0.024.',
  },
  W_BELOW_ZERO: {
    text: '"{measure}" has no amount above zero, and "{kpi}" asks {target}.',
    fix: 'Does an export write them with a minus? Turn the signs, or put a formula in between: -1 * [{measure}].',
  },
  REFERENCE_INCOMPLETE: { text: 'The year that "{kpi}" is to grow from has less than 90% of its figures.', fix: 'Fill in Last time, or the missing figures of that year.' },
  UNREADABLE: { text: '"{kpi}" has figures in {count period|periods} that could not be read.', fix: 'Repair the cells that these checks name.' },
  W_CUT_INTERVAL: {
    text: '"{kpi}" starts or ends inside a period of its figures: of the value dated {date}, {share} counts ({days} of {of day|days}).',
    fix: 'Let Start and Due follow the periods of the measure, or type values by day.',
  },
  E_FORMULA_LONG: {
    text: 'Written out, the formula of "{measure}" divides by more than {most measure|measures}.',
    fix: 'Let it divide by sums: (orders a + orders b) / (visits a + visits b).',
  },
  E_FORMULA_MIX: {
    text: 'The formula of "{measure}" takes together what means nothing together: {total} and {other}.',
    fix: 'Add totals to totals and levels to levels; multiply a total by what is not a total.',
  },
  E_UNIQUE_PERIOD: {
    text: '"{kpi}" adds up {measure} over more than one period; whoever came in two of them would count twice.',
    fix: 'Measure one value a month and keep it at a level, or ask a target of each month (Every).',
  },
  E_PERCENT_SUM: {
    text: '"{kpi}" would add up the percentages of "{measure}".',
    fix: 'A rate? Set its Adds up to mean, and choose keep at least, keep at most or grow to as Kind. Parts of one whole? Set its Adds up to sum.',
  },
  E_CAL: { text: 'The calendar of "{kpi}" has no day that counts.', fix: 'Check Weights and the Calendar tab.' },
  W_CHANNEL_OLD: { text: 'The newest value of channel "{channel}" of "{kpi}" is old: that of {date} still counts.', fix: 'Add the newest value.' },
  E_CHANNELS: { text: 'The channels of "{kpi}" cannot be added up.', fix: 'Type the total in rows without a channel, or choose a channel.' },
  I_BLANK_CHANNEL: {
    text: 'The rows of "{measure}" without a channel are a channel like any other: in {less} of {intervals period|periods} they are less than the channels together ({total} against {sum} in the period to {date}).',
    fix: 'Give these rows a channel, or type the total of all channels in them.',
  },
  E_TOTAL_CHANNEL: {
    text: 'Channel "{channel}" of "{measure}" is no total: in {less} of {intervals period|periods} it is less than the channels together ({total} against {sum} in the period to {date}). Its rows count nowhere.',
    fix: 'Correct the total, leave its rows out, or give the channel another name.',
  },
  INCOMPLETE: { text: '"{kpi}" lacks {missing} of {intervals value|values} so far.', fix: 'Add the missing values.' },
  E_MILESTONE_END: { text: 'The milestone on the due date of "{kpi}" is {value}, the target {target}.', fix: 'Make them equal or remove the milestone.' },
  E_MILESTONE_TWICE: { text: '"{kpi}" has two milestones on {date}.', fix: 'Remove one.' },
  E_MILESTONE_OUTSIDE: { text: 'The milestone on {date} lies outside "{kpi}" ({start} to {due}).', fix: 'Correct the date or the KPI.' },
  W_MILESTONE_ORDER: { text: 'The milestones of "{kpi}" do not all go towards the target.', fix: 'Check their values.' },
  W_SEASON: { text: 'Last year {lastYearShare} of the total of "{kpi}" was in by now; the plan says {share}.', fix: 'Set Weights to "last year".' },
  W_FUTURE: { text: '"{kpi}" is done on {date}, after today; it does not count yet.', fix: 'Check "Done on".' },
  W_WEIGHT: { text: 'Under "{goal}" some weights are blank; they get the mean, {weight}.', fix: 'Fill in all weights or none.' },
  W_ROUTE: { text: '"{kpi}" aims at {target}; the route of "{goal}" needs {plan} by then.', fix: 'Raise the target or change the route.' },
  W_ADD_UP: { text: 'The KPIs under "{goal}" add up to {sum}, {shortfall} short of {needed}.', fix: 'Raise a target or add a KPI.' },
  GOALPOST: { text: 'The target of "{kpi}" was changed late or while off course.', fix: 'Tell readers why; the first target stays beside it.' },
  CEILING_PASSED: { text: '"{kpi}" is above its ceiling of {target}.', fix: 'Stop what can be stopped, or agree on a new ceiling.' },
});
