import type { ActionIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What was to be done and is not. */
export const actionIssues = /* @__PURE__ */ issueSentences<ActionIssues>()({
  W_ACTION_OVERDUE: { text: '"{action}" moest uiterlijk {date} gedaan zijn.', fix: 'Typ "klaar" bij Status, of een latere dag bij Tot.' },
  I_CHECK_IN: { text: 'Sinds {date} is het tijd voor een check-in over "{kpi}".', fix: 'Zet een rij in Acties met de Fase "controleren": wat speelt er, waardoor, en hoe zeker ben je?' },
});
