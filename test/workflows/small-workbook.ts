import { dayFromIsoDate, serialFromDay } from '../../src/core/model/calendar-date.ts';
import { createAccount, type EmulatedAccount } from '../../src/preview/emulation/host/account.ts';
import { fixedClock } from '../../src/preview/emulation/host/clock.ts';
import type { Workbook } from '../../src/preview/emulation/workbook/workbook.ts';
import { OWNER, type TestCell, tabWith, workbookWith } from '../support/emulated-workbook.ts';

/** A date as a cell holds it. */
const date = (iso: string): TestCell => ({
  value: serialFromDay(dayFromIsoDate(iso) ?? 0),
  format: 'd-m-yyyy',
});

const DAILY_VISITORS = 1000;

/** 1 January up to and with 14 February. */
function actuals(): TestCell[][] {
  const first = dayFromIsoDate('2026-01-01') ?? 0;
  return Array.from({ length: 45 }, (_, day): TestCell[] => [
    { value: serialFromDay(first + day), format: 'd-m-yyyy' },
    'Bezoekers',
    DAILY_VISITORS + day,
  ]);
}

/** Dutch, two KPIs under one goal, a milestone, one KPI without figures and one wrong cell. */
export function smallWorkbook(today: string | null = null): Workbook {
  return workbookWith(
    [
      tabWith(
        'Instellingen',
        [
          ['Instelling', 'Waarde'],
          ['Organisatie', 'Webwinkel'],
          ['Valuta', 'EUR'],
          ['Vandaag', today === null ? null : date(today)],
        ],
        1,
      ),
      tabWith(
        'Doelstellingen',
        [
          ['Doelstelling', 'Succes als', 'Start', 'Einde', 'Eigenaar', 'Doelstelling-ID'],
          ['Groei', '=1+1 klanten', date('2026-01-01'), date('2026-03-31'), 'Noor', null],
        ],
        2,
      ),
      tabWith(
        "KPI's",
        [
          [
            'KPI',
            'Doelstelling',
            'Soort',
            'Meetwaarde',
            'Start',
            'Einde',
            'Streefwaarde',
            'KPI-ID',
          ],
          [
            'Bezoekers Q1',
            'Groei',
            'optellen tot',
            'Bezoekers',
            date('2026-01-01'),
            date('2026-03-31'),
            100_000,
            null,
          ],
          [
            '=HYPERLINK("http://x")',
            'Groei',
            'optellen tot',
            'Klanten',
            date('2026-01-01'),
            date('2026-03-31'),
            'veel',
            null,
          ],
        ],
        3,
      ),
      tabWith(
        'Mijlpalen',
        [
          ['Halte', 'KPI', 'Datum', 'Waarde'],
          ['Halverwege', 'Bezoekers Q1', date('2026-02-14'), 45_000],
        ],
        4,
      ),
      tabWith('Realisatie', [['Datum', 'Meetwaarde', 'Waarde'], ...actuals()], 5),
    ],
    { id: 'small-workbook-0123456789' },
  );
}

/** Half past eight in the morning of a day, in Amsterdam in winter. */
export const morningOf = (iso: string): number => Date.parse(`${iso}T07:30:00Z`);

export function smallAccount(today: string | null = null): EmulatedAccount {
  return createAccount({
    owner: OWNER,
    workbooks: [smallWorkbook(today)],
    clock: fixedClock(morningOf('2026-02-15')),
  });
}
