import { day, problems, readSheets, table } from '../sheet-of-rows.ts';

const KPIS = table(
  "KPI's",
  `
  KPI | Soort | Startdatum | Einddatum | Streefwaarde
  Omzet | optellen tot | 2026-01-01 | 2026-03-31 | 200
  Omzet | optellen tot | 2026-04-01 | 2026-06-30 | 300
  Site | klaar op | | 2026-06-30 |`,
);
const FIGURES = table('Realisatie', 'Datum | Omzet\n2026-01-31 | 5');
const read = (text: string) =>
  readSheets([KPIS, FIGURES, table('Mijlpalen', text)], { locale: 'nl_NL' });

test('a stop of a KPI whose name stands there twice belongs to the one that runs on its date', () => {
  const result = read(`
    Tussenstop | KPI | Datum | Waarde | Gereed op
    Januari | Omzet | 2026-01 | 60 |
    Mei | Omzet | 2026-05-31 | 0 |
    | Site | 2026-04-15 | | 2026-04-20`);
  expect(problems(result)).toEqual([]);
  expect(result.workspace.milestones).toEqual([
    {
      id: 'omzet_januari',
      stop: 'Januari',
      kpiId: 'omzet',
      day: day('2026-01-31'),
      value: 60,
      doneOn: null,
      order: 0,
      place: { tab: 'Mijlpalen', cell: 'C2' },
    },
    {
      id: 'omzet_2_mei',
      stop: 'Mei',
      kpiId: 'omzet_2',
      day: day('2026-05-31'),
      value: 0,
      doneOn: null,
      order: 1,
      place: { tab: 'Mijlpalen', cell: 'C3' },
    },
    {
      id: 'site_site',
      stop: 'Site',
      kpiId: 'site',
      day: day('2026-04-15'),
      value: null,
      doneOn: day('2026-04-20'),
      order: 2,
      place: { tab: 'Mijlpalen', cell: 'C4' },
    },
  ]);
});

test('a row that cannot be read is left out, each with its cell', () => {
  const result = read(`
    Tussenstop | KPI | Datum | Waarde
    A | Nergens | 2026-01-31 | 60
    B | Omzet | 2027-01-31 | 60
    C | Site | ooit | 60
    D | Site | 2026-02-28 | veel
    E | | 2026-02-28 | 5`);
  expect(problems(result)).toEqual([
    'E_REFERENCE Mijlpalen!B2',
    'E_REFERENCE_AMBIGUOUS Mijlpalen!B3',
    'E_DATE Mijlpalen!C4',
    'E_NUMBER Mijlpalen!D5',
    'E_BLANK Mijlpalen!B6',
  ]);
  expect(result.workspace.milestones).toEqual([]);
});
