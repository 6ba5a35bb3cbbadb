import { dayFromCivil as on } from '../../src/core/model/calendar-date.ts';
import { dateCell, moneyCell, type TabRow } from '../sheet-from-layout.ts';
import type { ChannelDay } from './exported-figures.ts';
import { GOAL } from './goals.ts';

const euro = (amount: number) => moneyCell(amount, '€');

export const TARGET_CHANGES: readonly TabRow[] = [
  {
    kpi: 'Omzet uit e-mail Q1',
    effective_from: on(2026, 2, 1),
    target: euro(64000),
    author: 'Marieke',
    reason: 'Januari ging beter dan verwacht; de lat mag omhoog',
  },
  {
    kpi: 'Klanttevredenheid',
    effective_from: on(2026, 2, 2),
    target: 8.5,
    author: 'Marieke',
    reason: 'Een 8,9 haalde de branche nog nooit',
  },
];

const AD_BUDGET = [
  { channel: 'Zoeken', budget: 16500 },
  { channel: 'E-mail', budget: 1000 },
  { channel: 'Social', budget: 8500 },
];

const SHOP_HOURS = [
  { date: on(2025, 11, 30), used: 44 },
  { date: on(2025, 12, 31), used: 63 },
  { date: on(2026, 1, 31), used: 71 },
  { date: on(2026, 2, 13), used: 27 },
];

/** The ad budget per channel, spent as the export says, and the hours of the new shop. */
export function resourceRows(shopDays: readonly ChannelDay[]): TabRow[] {
  const adMoney = { resource: 'Advertentiebudget', subject: 'Omzet Q1', unit: 'EUR' };
  const hours = { resource: 'Bouwuren', subject: GOAL.newShop, unit: 'hours' };
  return [
    ...AD_BUDGET.map(({ channel, budget }) => ({
      ...adMoney,
      channel,
      date: on(2026, 1, 1),
      budget: euro(budget),
    })),
    ...AD_BUDGET.flatMap(({ channel }) =>
      [
        { from: on(2026, 1, 1), date: on(2026, 1, 31) },
        { from: on(2026, 2, 1), date: on(2026, 2, 14) },
      ].map(({ from, date }) => ({
        ...adMoney,
        channel,
        date,
        used: euro(adCost(shopDays, channel, from, date)),
      })),
    ),
    { ...hours, date: on(2025, 11, 1), budget: 320 },
    ...SHOP_HOURS.map((row) => ({ ...hours, ...row })),
  ];
}

function adCost(shopDays: readonly ChannelDay[], channel: string, from: number, to: number) {
  const inside = shopDays.filter(
    (row) => row.channel === channel && row.day >= from && row.day <= to,
  );
  return Math.round(inside.reduce((total, row) => total + row.adCost, 0));
}

export const ACTIONS: readonly TabRow[] = [
  {
    name: 'Nieuwe afrekenpagina in gebruik',
    kpi: 'Conversie Q1',
    phase: 'do',
    date: on(2026, 1, 12),
    owner: 'Tom',
    expected_effect: { value: 0.002, format: '0.00%' },
    effect_date: on(2026, 1, 12),
    status: 'done',
    note: 'Minder stappen, maar ook een verplicht account',
  },
  {
    name: 'Terugval van de conversie bekeken',
    kpi: 'Conversie Q1',
    phase: 'check',
    date: on(2026, 2, 9),
    owner: 'Tom',
    cause: 'Sinds 12 januari haken mensen af bij het verplichte account',
    confidence: 0.8,
    decision: 'adjust',
    status: 'done',
  },
  {
    name: 'Bestellen zonder account weer mogelijk maken',
    kpi: 'Conversie Q1',
    phase: 'act',
    date: on(2026, 2, 18),
    owner: 'Tom',
    resource: 'Bouwuren',
    expected_effect: { value: 0.003, format: '0.00%' },
    effect_date: on(2026, 2, 23),
    status: 'busy',
  },
  {
    name: 'Proefpakketten op de homepage',
    kpi: 'Gemiddelde orderwaarde Q1',
    phase: 'do',
    date: on(2026, 1, 5),
    owner: 'Marieke',
    expected_effect: euro(1),
    effect_date: on(2026, 1, 12),
    status: 'done',
  },
  {
    name: 'Budget van Social naar e-mail verschuiven',
    kpi: 'Kosten per nieuwe klant',
    phase: 'plan',
    date: on(2026, 3, 2),
    owner: 'Youssef',
    channel: 'Social',
    resource: 'Advertentiebudget',
    expected_effect: euro(-2),
    effect_date: on(2026, 3, 9),
    status: 'open',
  },
  {
    name: 'De kosten lopen voor: de campagne voor maart is vooruit betaald',
    kpi: 'Advertentiekosten Q1',
    phase: 'act',
    date: on(2026, 2, 10),
    owner: 'Youssef',
    decision: 'keep',
    status: 'on_course',
    until: on(2026, 2, 28),
  },
];

export const EVENTS: readonly TabRow[] = [
  {
    name: 'Storing bij het betalen',
    from: on(2026, 1, 20),
    to: on(2026, 1, 22),
    subject: 'Bestellingen',
    note: 'Achteraf genoteerd: bijna de helft van de bestellingen mislukte',
  },
  {
    name: 'Staking bij de bezorger',
    from: on(2026, 2, 23),
    to: on(2026, 3, 1),
    subject: 'Omzet',
    expected_effect: -0.2,
  },
  {
    name: 'Nationale Theeweek',
    from: on(2026, 3, 16),
    to: on(2026, 3, 22),
    subject: 'Omzet',
    expected_effect: 0.25,
    note: 'Wind mee: vorig jaar een kwart meer omzet in die week',
  },
];

const MONTHS = [
  ['januari', 0.95],
  ['februari', 0.98],
  ['maart', 0.9],
  ['april', 0.88],
  ['mei', 0.92],
  ['juni', 0.72],
  ['juli', 0.68],
  ['augustus', 0.74],
  ['september', 0.95],
  ['oktober', 1.08],
  ['november', 1.35],
  ['december', 1.75],
] as const;

export const CALENDAR: readonly TabRow[] = [
  { calendar: 'Werkdagen', key: 'zaterdag', weight: 0 },
  { calendar: 'Werkdagen', key: 'zondag', weight: 0 },
  {
    calendar: 'Werkdagen',
    key: dateCell(on(2026, 1, 1), 'nl'),
    weight: 0,
    label: 'Nieuwjaarsdag',
  },
  {
    calendar: 'Werkdagen',
    key: dateCell(on(2026, 4, 6), 'nl'),
    weight: 0,
    label: 'Tweede paasdag',
  },
  {
    calendar: 'Werkdagen',
    key: dateCell(on(2026, 4, 27), 'nl'),
    weight: 0,
    label: 'Koningsdag',
  },
  ...MONTHS.map(([key, weight]) => ({ calendar: 'Verkoopseizoen', key, weight })),
];

export const PEOPLE: readonly TabRow[] = [
  { name: 'Sanne', email: 'sanne@theekast.example', team: 'Directie', digest: 'all' },
  { name: 'Youssef', email: 'youssef@theekast.example', team: 'Marketing', digest: 'mine' },
  { name: 'Marieke', email: 'marieke@theekast.example', team: 'Klanten', digest: 'mine' },
  { name: 'Tom', email: 'tom@theekast.example', team: 'Winkel', digest: 'off' },
].map((person) => ({ ...person, language: 'nl' }));
