import type { ActionIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What was to be done and is not. */
export const actionIssues = /* @__PURE__ */ issueSentences<ActionIssues>()({
  W_ACTION_OVERDUE: { text: '"{action}" was to be done by {date}.', fix: 'Type "done" in its Status, or a later day in Until.' },
  I_CHECK_IN: { text: 'A check-in on "{kpi}" is due since {date}.', fix: 'Add a row to Actions with the Phase "check": what is going on, why, and how sure you are.' },
  I_FORETOLD: {
    text: 'Foretold {days} days ahead: of {count} KPIs that are over {within} ended within the 80% band. Their targets had a chance of {chance} on average; {reached} reached them.',
    fix: 'Nothing to do. The nearer to eight in ten, and to the chances, the better you can rely on them.',
  },
  I_FORETOLD_FEW: {
    text: 'Of KPIs that are over, {count} had a band and a chance {days} days ahead. From {least} on Koers says how often that came true.',
    fix: 'Nothing to do: recalculate on a schedule, so that every day is kept.',
  },
});
