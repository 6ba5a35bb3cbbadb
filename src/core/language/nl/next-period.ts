import type { NextPeriodWords } from '../workflow-words.ts';

export const nextPeriod: NextPeriodWords = {
  title: 'Volgende periode starten',
  which: "Welke KPI's gaan door, op dezelfde meetwaarden?",
  stillRuns: ' (nog niet voorbij)',
  andMore: (count) => `… en nog ${count}: typ een naam`,
  rules: 'Typ nummers (1, 3-5), een naam of "alle"; leeg: wat voorbij is. Streefwaarden en mijlpalen worden overgenomen; groei blijft staan en de streefwaarde volgt daaruit.',
  nothing: 'Geen KPI is voorbij of halverwege; er is nog niets om voort te zetten.',
  noneOver: "Nog geen periode is voorbij. Typ de nummers van de KPI's om ze toch te starten.",
  unknown: (text) => `"${text}" staat niet in de lijst. Er is niets gewijzigd.`,
  changed: (kpis) => `Intussen heeft iemand iets gewijzigd aan: ${kpis}. Er is niets geschreven; start de volgende periode opnieuw.`,
  started: "Gestart, onder de andere op de tabbladen met KPI's en mijlpalen:",
  lastTimeBlank: (kpis) => `Vorige keer is leeg, omdat de KPI ervoor niet is afgesloten: ${kpis}. Vul het dan in.`,
  fromYearEarlier: (kpis) => `Groeit vanaf dezelfde periode een jaar eerder: ${kpis}.`,
  targetsCopied: 'Streefwaarden en mijlpalen zijn die van vorige keer: controleer ze.',
  growthKept: 'Groei is overgenomen; de streefwaarde en de waarden van mijlpalen zijn leeg.',
  stillDecides: (goal, old, next) => `${old} bepaalt nog de status van de doelstelling "${goal}". Moet ${next} dat doen, kies die daar dan als Uitkomst-KPI.`,
  followed: (pairs) => pairs.map(({ kpi, by }) => `Overgeslagen: ${kpi.name} wordt al opgevolgd door ${by.name}.`),
};
