import type { SmartIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** How KPIs and goals could be described better. */
export const smartIssues = /* @__PURE__ */ issueSentences<SmartIssues>()({
  I_SMART_TWO: { text: 'The name "{kpi}" joins two things.', fix: 'Is that two measures? Make it two KPIs.' },
  I_SMART_UNIT: { text: '"{measure}", of "{kpi}", has no unit and is read as a number.', fix: 'Fill in Unit in Measures: a currency, percent, or a word such as leads.' },
  I_SMART_OWNER: { text: '"{kpi}" has no owner of its own.', fix: 'Fill in Owner.' },
  I_SMART_GOAL: { text: '"{kpi}" belongs to no goal.', fix: 'Choose its Goal.' },
  I_SMART_NO_VALUES: { text: '"{kpi}" has no figures yet: "{measure}" is empty.', fix: 'Add its first figure to Actuals, or a source in Measures.' },
  I_SMART_HOW: { text: 'Nothing says where the figures of "{measure}", of "{kpi}", come from.', fix: 'Write in How, in Measures, who counts what, and where.' },
  I_SMART_AMBITIOUS: {
    text: 'The target of "{kpi}" takes {asked} in every period; the best one so far was {best}.',
    fix: 'Lower the target, give it more time, or write down what will be different.',
  },
  I_SMART_EASY: { text: '"{kpi}" was met before half of its time was over.', fix: 'Raise the target in Target changes, or go on to the next KPI.' },
  I_SMART_CONTRIBUTION: { text: 'Nothing says how "{kpi}" helps "{goal}".', fix: 'Fill in Contribution (group More), in one sentence.' },
  I_SMART_HORIZON: { text: '{date}, of "{kpi}", lies outside "{goal}", which has {bound}.', fix: 'Correct the date of the KPI or that of the goal.' },
  I_SMART_STOPS: { text: '"{kpi}" takes longer than a quarter and has no milestone on its way.', fix: 'Add one to Milestones: how far must it be half-way?' },
  I_SMART_STRATEGY: { text: '"{goal}" serves no line of the strategy.', fix: 'Choose its Strategy line.' },
  I_SMART_KPI_COUNT: { text: '"{goal}" has {count KPI|KPIs}.', fix: 'One to five show whether it is reached: add one, or leave out what decides nothing.' },
  I_SMART_LEADING: { text: 'No KPI of "{goal}" runs ahead of the result.', fix: 'Say yes in Leading (group More) for one that moves first, or add such a KPI.' },
  I_SMART_ONE_STAGE: { text: 'All KPIs of "{goal}" are of one stage, {stage}.', fix: 'Add a KPI of a stage before it or after it.' },
});
