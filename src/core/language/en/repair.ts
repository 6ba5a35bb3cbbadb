import type { RepairWords } from '../workflow-words.ts';

export const repair: RepairWords = {
  title: 'Repair Koers data',
  whole: 'The memory of Koers is whole; there is nothing to repair.',
  question: 'If File › Version history has an earlier version in which the hidden tab is whole, restore that instead: nothing is lost then. Go on without what is lost?',
  repaired: 'Repaired and recalculated.',
  keptMonths: (months) => (months === '' ? 'No month of the history is whole.' : `History that stays: ${months}.`),
  lostMonths: (months) => `History that is lost: ${months}.`,
  unknownMonths: 'Which other months there were is lost too.',
  lost: (parts) => `Lost: ${parts}.`,
  nothingElseLost: 'Nothing else is lost.',
  parts: {
    identity: 'which file this was a copy of (its keys begin anew)',
    register: 'who recalculated when, and the schedule (choose it again)',
    stamp: '',
    baselines: 'the frozen starting points of growth targets',
    snapshots: 'how closed KPIs ended',
    findings: 'since when each finding stands',
    messages: 'which changes of course were told already, and the messages that waited (one may be told twice)',
    months: '',
    intervals: 'closed figures as they were first seen (later changes of them are not told)',
  },
};
