import type { ActionIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What was to be done and is not. */
export const actionIssues = /* @__PURE__ */ issueSentences<ActionIssues>()({
  W_ACTION_OVERDUE: { text: '"{action}" was to be done by {date}.', fix: 'Type "done" in its Status, or a later day in Until.' },
  I_CHECK_IN: { text: 'A check-in on "{kpi}" is due since {date}.', fix: 'Add a row to Actions with the Phase "check": what is going on, why, and how sure you are.' },
});
