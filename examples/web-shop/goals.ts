import { dayFromCivil as on } from '../../src/core/model/calendar-date.ts';
import type { TabRow } from '../sheet-from-layout.ts';

export const QUARTER = { start: on(2026, 1, 1), due: on(2026, 3, 31) };
export const YEAR = { start: on(2026, 1, 1), due: on(2026, 12, 31) };
export const THREE_YEARS = { start: on(2025, 1, 1), due: on(2027, 12, 31) };
export const HOLIDAYS = { start: on(2025, 10, 1), due: on(2025, 12, 31) };
export const NEW_SHOP = { start: on(2025, 11, 1), due: on(2026, 2, 27) };

export const GOAL = {
  threeYears: 'Dé theewinkel van Nederland in 2027',
  year: 'Gezond groeien in 2026',
  quarter: 'Eerste kwartaal: 10% meer omzet',
  advertising: 'Slim adverteren',
  loyalty: 'Klanten die blijven',
  operations: 'Een winkel die loopt',
  newShop: 'De nieuwe webwinkel',
  holidays: 'Feestdagen 2025',
} as const;

export const STRATEGY: readonly TabRow[] = [
  {
    kind: 'mission',
    text: 'Iedereen een goede kop thee gunnen, eerlijk verbouwd en vers gemengd.',
    owner: 'Sanne',
    id: 'missie',
  },
  {
    kind: 'vision',
    text: 'In 2027 denkt wie losse thee zoekt het eerst aan De Theekast.',
    owner: 'Sanne',
    id: 'visie',
  },
  {
    kind: 'strategy',
    text: 'Groeien op eigen kracht: meer bezoekers die kopen, klanten die terugkomen.',
    owner: 'Sanne',
    id: 'strategie',
  },
  {
    kind: 'choice',
    text: 'Zichtbaar zijn op het moment dat iemand thee zoekt, voor een vaste prijs per klant.',
    owner: 'Youssef',
    id: 'keuze_zichtbaar',
  },
  {
    kind: 'choice',
    text: 'Van een eerste pakje thee een vaste gewoonte maken.',
    owner: 'Marieke',
    id: 'keuze_trouw',
  },
  {
    kind: 'choice',
    text: 'Een winkel die snel, vindbaar en altijd open is.',
    owner: 'Tom',
    id: 'keuze_winkel',
  },
];

export const GOALS: readonly TabRow[] = [
  {
    name: GOAL.threeYears,
    success_when: 'Van 2025 tot en met 2027 samen 2,7 miljoen euro omzet uit 1,8 miljoen bezoeken',
    strategy_line: 'visie',
    ...THREE_YEARS,
    outcome_kpi: 'Omzet 2025–2027',
    owner: 'Sanne',
  },
  {
    name: GOAL.year,
    success_when: 'De omzet van 2026 ligt 10% boven die van 2025',
    strategy_line: 'strategie',
    parent_goal: GOAL.threeYears,
    ...YEAR,
    outcome_kpi: 'Omzet 2026',
    owner: 'Sanne',
  },
  {
    name: GOAL.quarter,
    success_when: 'Januari tot en met maart brengt 10% meer omzet dan een jaar eerder',
    strategy_line: 'strategie',
    parent_goal: GOAL.year,
    ...QUARTER,
    outcome_kpi: 'Omzet Q1',
    owner: 'Youssef',
  },
  {
    name: GOAL.advertising,
    success_when: 'Een nieuwe klant kost weer minder dan € 18 en het budget is genoeg',
    strategy_line: 'keuze_zichtbaar',
    parent_goal: GOAL.year,
    ...QUARTER,
    owner: 'Youssef',
  },
  {
    name: GOAL.loyalty,
    success_when: 'Meer abonnees, en klanten die ons een 8,5 of hoger geven',
    strategy_line: 'keuze_trouw',
    parent_goal: GOAL.year,
    ...QUARTER,
    status_rule: 'weighted',
    owner: 'Marieke',
  },
  {
    name: GOAL.operations,
    success_when: 'Vragen dezelfde werkdag beantwoord, voorraad voor 30 tot 45 dagen',
    strategy_line: 'keuze_winkel',
    parent_goal: GOAL.year,
    ...QUARTER,
    status_rule: 'worst',
    owner: 'Tom',
  },
  {
    name: GOAL.newShop,
    success_when: 'De nieuwe webwinkel is live vóór maart',
    strategy_line: 'keuze_winkel',
    parent_goal: GOAL.year,
    ...NEW_SHOP,
    owner: 'Tom',
  },
  {
    name: GOAL.holidays,
    success_when: 'Een recordomzet van oktober tot en met december',
    strategy_line: 'strategie',
    parent_goal: GOAL.threeYears,
    ...HOLIDAYS,
    outcome_kpi: 'Omzet Q4 2025',
    owner: 'Youssef',
    note: 'Afgesloten kwartaal; het volgende gebruikt dezelfde meetwaarden.',
  },
];
