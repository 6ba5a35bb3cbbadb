import { dayFromCivil, serialFromDay } from '../../src/core/model/calendar-date.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../contract/in-memory-workbook.ts';

const MONTHS = 36;

const serial = (year: number, month: number, day: number): number =>
  serialFromDay(dayFromCivil(year, month, day));

/** Figures with cents that no pattern makes small; the same in every run. */
function noise(kpi: number, month: number): number {
  let state = Math.imul(kpi * 7919 + month * 104_729 + 1, 2_654_435_761) >>> 0;
  state = Math.imul(state ^ (state >>> 15), 2_246_822_519) >>> 0;
  return Math.round(500_000 + (state / 4_294_967_296) * 4_000_000) / 100;
}

/** 200 KPIs, unless said otherwise, in 20 goals over three years, a value a month, two milestones each. */
export function largeWorkbook(fileId: string, kpiCount = 200): MemoryWorkbook {
  const book = memoryWorkbook({ fileId });
  const kpis = Array.from({ length: kpiCount }, (_, at) => at + 1);
  const start = serial(2024, 1, 1);
  const due = serial(2026, 12, 31);
  book.addTab('Instellingen', [
    ['Instelling', 'Waarde'],
    ['Valuta', 'EUR'],
  ]);
  book.addTab('Doelstellingen', [
    ['Doelstelling', 'Succes als', 'Start', 'Einde', 'Eigenaar'],
    ...Array.from({ length: 20 }, (_, at) => [
      `Doelstelling nummer ${at + 1}`,
      'Als alle KPI’s van deze doelstelling hun streefwaarde halen',
      start,
      due,
      `Eigenaar ${at % 7}`,
    ]),
  ]);
  book.addTab('Meetwaarden', [
    ['Meetwaarde', 'Eenheid', 'Telt op', 'Ritme'],
    ...kpis.map((kpi) => [`Omzet van afdeling ${kpi}`, 'EUR', 'som', 'maand']),
  ]);
  book.addTab("KPI's", [
    ['KPI', 'Doelstelling', 'Soort', 'Meetwaarde', 'Start', 'Einde', 'Streefwaarde', 'Eigenaar'],
    ...kpis.map((kpi) => [
      `Omzetgroei van afdeling ${kpi} in drie jaar`,
      `Doelstelling nummer ${(kpi % 20) + 1}`,
      'optellen tot',
      `Omzet van afdeling ${kpi}`,
      start,
      due,
      800_000 + kpi * 1234.56,
      `Eigenaar ${kpi % 7}`,
    ]),
  ]);
  book.addTab('Mijlpalen', [
    ['Halte', 'KPI', 'Datum', 'Waarde'],
    ...kpis.flatMap((kpi) => [
      [
        'Een derde',
        `Omzetgroei van afdeling ${kpi} in drie jaar`,
        serial(2024, 12, 31),
        260_000 + kpi,
      ],
      [
        'Twee derde',
        `Omzetgroei van afdeling ${kpi} in drie jaar`,
        serial(2025, 12, 31),
        530_000 + kpi,
      ],
    ]),
  ]);
  const months = Array.from({ length: MONTHS }, (_, at) => at);
  book.addTab('Realisatie', [
    ['Datum', 'Meetwaarde', 'Waarde'],
    ...months.flatMap((month) =>
      kpis.map((kpi) => [
        serial(2024, month + 1, 1),
        `Omzet van afdeling ${kpi}`,
        noise(kpi, month),
      ]),
    ),
  ]);
  return book;
}
