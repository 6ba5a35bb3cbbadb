import type { LetterWords } from '../letter-words.ts';

const about = (organisation: string): string => (organisation === '' ? '' : `${organisation}: `);

export const letters: LetterWords = {
  digestSubject: (good, judged, organisation) => `${about(organisation)}${good} van ${judged} ${judged === 1 ? 'KPI' : "KPI's"} op koers`,
  nothingJudged: (organisation) => `${about(organisation)}nog niets te beoordelen`,
  newsSubject: (kpi, status) => `${kpi}: ${status}`,
  severalSubject: (kpis) => `${kpis} KPI's staan er anders voor`,
  checkInSubject: (kpi) => `Check-in: ${kpi}`,
  checkInsSubject: (kpis) => `Check-in: ${kpis} KPI's`,
  newsOpening: 'Twee herberekeningen achter elkaar zeggen het.',
  checkInOpening:
    'Hoe staat het ervoor, waardoor, en hoe zeker ben je? Een paar woorden zijn genoeg: bij de KPI op het bord (Koers › Liggen wij op koers?), of een rij met de fase "controleren" in Acties.',
  win: (text) => `Goed nieuws: ${text}`,
  goesBest: (kpi) => `${kpi} gaat het best.`,
  noWin: 'Sinds de vorige keer ging er niets beter.',
  better: 'Beter',
  worse: 'Vraagt aandacht',
  wins: 'Wat goed ging',
  decide: 'Wat om een besluit vraagt',
  nothingToDecide: 'Niets vraagt om een besluit.',
  changed: (since) => `Wat er veranderde sinds ${since}`,
  goals: 'Doelstellingen',
  toCheck: 'Check-ins die aan de beurt zijn',
  became: (before, now) => `Van ${before} naar ${now}.`,
  judgedFirst: (now) => `Voor het eerst beoordeeld: ${now}.`,
  checkInDue: (day) => `Aan de beurt sinds ${day}.`,
  checkInLate: (day, owner) => `Aan de beurt sinds ${day} en er nog niet${owner === '' ? '' : `; ${owner} is aan zet`}.`,
  actionLate: (kpi) => `Had klaar moeten zijn${kpi === '' ? '' : `, voor ${kpi}`}.`,
  course: (kpi, from, to) => `${kpi}, ${from} – ${to}: het plan (grijs), de realisatie en de prognose (streepjes).`,
  more: (count) => `En nog ${count}.`,
  openWorkbook: 'Open de werkmap',
  openReport: 'Open het rapport',
  openBoard: 'Open het bord',
  becauseAll: 'Je krijgt dit omdat je op het tabblad Mensen staat met Overzicht: alles. Kies daar "van mij" of "uit" om minder of niets te krijgen.',
  becauseMine: 'Je krijgt dit omdat je op het tabblad Mensen staat met Overzicht: van mij. Kies daar "uit" om niets te krijgen.',
  becauseChat: 'Koers schrijft hier omdat iemand dit adres heeft opgegeven. Koers › Berichten haalt het weer weg.',
};
