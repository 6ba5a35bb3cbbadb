import type { Language } from '../../core/model/workspace.ts';

type Followed = ReadonlyArray<{ readonly kpi: { name: string }; readonly by: { name: string } }>;

interface NextPeriodWords {
  readonly title: string;
  readonly which: string;
  readonly stillRuns: string;
  readonly andMore: (count: number) => string;
  readonly rules: string;
  readonly nothing: string;
  readonly noneOver: string;
  readonly unknown: (text: string) => string;
  readonly started: string;
  readonly lastTimeBlank: (kpis: string) => string;
  readonly fromYearEarlier: (kpis: string) => string;
  readonly targetsCopied: string;
  readonly growthKept: string;
  readonly stillDecides: (goal: string, old: string, next: string) => string;
  /** A line for every KPI that is left out because another one follows it already. */
  readonly followed: (pairs: Followed) => string[];
}

export const NEXT_PERIOD_WORDS: Readonly<Record<Language, NextPeriodWords>> = {
  en: {
    title: 'Start next period',
    which: 'Which KPIs go on, on the same measures?',
    stillRuns: ' (not over yet)',
    andMore: (count) => `… and ${count} more: type a name`,
    rules:
      'Type numbers (1, 3-5), a name, or "all"; blank: those that are over. Targets and stopovers are copied; growth is kept and its target follows from it.',
    nothing: 'No KPI is over or half way, so there is nothing to continue yet.',
    noneOver: 'No period is over yet. Type the numbers of the KPIs to start all the same.',
    unknown: (text) => `"${text}" is not in the list. Nothing was changed.`,
    started: 'Started, below the others in the tabs of KPIs and milestones:',
    lastTimeBlank: (kpis) =>
      `Last time is blank, because the KPI before is not closed: ${kpis}. Fill it in when it is.`,
    fromYearEarlier: (kpis) => `Grows from the same period a year earlier: ${kpis}.`,
    targetsCopied: 'Targets and stopovers are those of last time: check them.',
    growthKept: 'Growth is kept; its target and the values of its stopovers are blank.',
    stillDecides: (goal, old, next) =>
      `${old} still decides the goal "${goal}". If ${next} should, choose it there as Outcome KPI.`,
    followed: (pairs) =>
      pairs.map(({ kpi, by }) => `Skipped: ${kpi.name} is already followed by ${by.name}.`),
  },
  nl: {
    title: 'Volgende periode starten',
    which: "Welke KPI's gaan door, op dezelfde meetwaarden?",
    stillRuns: ' (nog niet voorbij)',
    andMore: (count) => `… en nog ${count}: typ een naam`,
    rules:
      'Typ nummers (1, 3-5), een naam of "alle"; leeg: wat voorbij is. Streefwaarden en tussenstops worden overgenomen; groei blijft staan en de streefwaarde volgt daaruit.',
    nothing: 'Geen KPI is voorbij of halverwege; er is nog niets om voort te zetten.',
    noneOver: "Nog geen periode is voorbij. Typ de nummers van de KPI's om ze toch te starten.",
    unknown: (text) => `"${text}" staat niet in de lijst. Er is niets gewijzigd.`,
    started: "Gestart, onder de andere op de tabbladen met KPI's en mijlpalen:",
    lastTimeBlank: (kpis) =>
      `Vorige keer is leeg, omdat de KPI ervoor niet is afgesloten: ${kpis}. Vul het dan in.`,
    fromYearEarlier: (kpis) => `Groeit vanaf dezelfde periode een jaar eerder: ${kpis}.`,
    targetsCopied: 'Streefwaarden en tussenstops zijn die van vorige keer: controleer ze.',
    growthKept: 'Groei is overgenomen; de streefwaarde en de waarden van tussenstops zijn leeg.',
    stillDecides: (goal, old, next) =>
      `${old} geeft nog de doorslag voor de doelstelling "${goal}". Moet ${next} dat doen, kies die daar dan als uitkomst-KPI.`,
    followed: (pairs) =>
      pairs.map(({ kpi, by }) => `Overgeslagen: ${kpi.name} wordt al opgevolgd door ${by.name}.`),
  },
};
