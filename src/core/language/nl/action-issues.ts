import type { ActionIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What was to be done and is not. */
export const actionIssues = /* @__PURE__ */ issueSentences<ActionIssues>()({
  W_ACTION_OVERDUE: { text: '"{action}" moest uiterlijk {date} gedaan zijn.', fix: 'Typ "klaar" bij Status, of een latere dag bij Tot.' },
  I_CHECK_IN: { text: 'Sinds {date} is het tijd voor een check-in over "{kpi}".', fix: 'Zet een rij in Acties met de Fase "controleren": wat speelt er, waardoor, en hoe zeker ben je?' },
  I_FORETOLD: {
    text: "{days} dagen vooruit voorspeld: van {count} KPI's die voorbij zijn, eindigden er {within} binnen de band van 80%. De kans op hun streefwaarde was gemiddeld {chance}; {reached} haalden die.",
    fix: 'Niets te doen. Hoe dichter bij acht op de tien, en bij de kansen, hoe meer je erop kunt vertrouwen.',
  },
  I_FORETOLD_FEW: {
    text: "Van de KPI's die voorbij zijn, was er van {count} een band en een kans van {days} dagen vooruit. Vanaf {least} zegt Koers hoe vaak dat uitkwam.",
    fix: 'Niets te doen: herbereken volgens een schema, zodat elke dag bewaard blijft.',
  },
});
