import { isoDate } from '../../../src/core/model/calendar-date.ts';

/** One thing that happened: on a day, through a channel, with an amount and a number of pieces. */
export interface Event {
  readonly day: number;
  readonly channel: string;
  /** Whole cents; a refund is negative. */
  readonly cents: number;
  readonly pieces: number;
}

type Cell = string | number;

/** An export with the set-up that a person would type, and the totals that are in it. */
export interface Export {
  readonly rows: readonly (readonly Cell[])[];
  readonly measures: readonly {
    readonly name: string;
    readonly total: number;
    readonly columns: Readonly<Record<string, string>>;
  }[];
}

export interface Program {
  readonly name: string;
  /** Of the workbook that the export comes into. */
  readonly locale: string;
  readonly write: (events: readonly Event[]) => Export;
}

const SERIAL_OF_DAY_ZERO = 25569;
const serialOf = (day: number): number => day + SERIAL_OF_DAY_ZERO;
const compactOf = (day: number): number => Number(isoDate(day).replace(/-/g, ''));
const cents = (events: readonly Event[]) => events.reduce((sum, event) => sum + event.cents, 0);
const pieces = (events: readonly Event[]) => events.reduce((sum, event) => sum + event.pieces, 0);

const grouped = (whole: number, mark: string): string =>
  String(whole).replace(/\B(?=(\d{3})+$)/g, mark);

/** -1,234.50, or -1.234,50 with a decimal comma. */
function money(amount: number, decimal: '.' | ','): string {
  const size = Math.abs(amount);
  const whole = grouped(Math.floor(size / 100), decimal === '.' ? ',' : '.');
  return `${amount < 0 ? '-' : ''}${whole}${decimal}${String(size % 100).padStart(2, '0')}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'];
const monthOf = (day: number): number => Number(isoDate(day).slice(5, 7));
const dayOfMonth = (day: number): string => isoDate(day).slice(8);

const measure = (name: string, total: number, columns: Readonly<Record<string, string>>) => ({
  name,
  total,
  columns,
});

/** Events by month, from the first with one to the last. */
function byMonth(events: readonly Event[]): (readonly [month: number, readonly Event[]])[] {
  const found = events.map(({ day }) => monthOf(day));
  const first = Math.min(...found);
  return Array.from({ length: Math.max(...found) - first + 1 }, (_, i) => [
    first + i,
    events.filter(({ day }) => monthOf(day) === first + i),
  ]);
}

/** How well-known programs write what happened: titles, totals, footers, dashes, marks and dates. */
export const PROGRAMS: readonly Program[] = [
  {
    name: 'an advertising account, by campaign and day',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['Campaign report'],
        ['January 1, 2026 - June 30, 2026'],
        ['Day', 'Campaign', 'Impr.', 'CTR', 'Cost'],
        ...events.map(({ day, channel, cents: cost, pieces: shown }) => [
          isoDate(day),
          channel,
          grouped(shown, ','),
          shown === 0 ? ' --' : '6.03%',
          money(cost, '.'),
        ]),
        [
          'Total: Campaigns',
          ' --',
          grouped(pieces(events), ','),
          '5.10%',
          money(cents(events), '.'),
        ],
        ['Total: Account', ' --', grouped(pieces(events), ','), '5.10%', money(cents(events), '.')],
      ],
      measures: [
        measure('Impressions', pieces(events), {
          value_column: 'Impr.',
          channel_column: 'Campaign',
        }),
        measure('Cost', cents(events) / 100, { unit: 'EUR', value_column: 'Cost' }),
      ],
    }),
  },
  {
    name: 'web statistics with comments above',
    locale: 'en_GB',
    write: (events) => ({
      rows: [
        ['# ----------------------------------------'],
        ['# All channels'],
        ['# 20260101-20260630'],
        [],
        ['Date', 'Session default channel group', 'Sessions', 'Average session duration'],
        ['', '', pieces(events), '00:01:12'],
        ...events.map(({ day, channel, pieces: sessions }) => [
          compactOf(day),
          channel,
          sessions,
          '00:01:30',
        ]),
        ['Grand total', '', pieces(events), '00:01:30'],
      ],
      measures: [
        measure('Sessions', pieces(events), {
          value_column: 'Sessions',
          channel_column: 'Session default channel group',
        }),
        measure('Duration', 90 * events.length, {
          unit: 'seconds',
          value_column: 'Average session duration',
        }),
      ],
    }),
  },
  {
    name: 'older web statistics, all numbers as text',
    locale: 'en_GB',
    write: (events) => ({
      rows: [
        ['# Audience Overview'],
        ['Day Index', 'Users'],
        ...events.map(({ day, pieces: users }) => [serialOf(day), grouped(users, ',')]),
        ['', grouped(pieces(events), ',')],
      ],
      measures: [
        measure('Visits', pieces(events), {
          number_style: 'decimal point',
          date_column: 'Day Index',
          value_column: 'Users',
        }),
      ],
    }),
  },
  {
    name: 'a search console',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['Data', 'Cliques', 'CTR'],
        ...events.map(({ day, pieces: clicks }) => [isoDate(day), clicks, '6.03%']),
      ],
      measures: [
        measure('Clicks', pieces(events), { date_column: 'Data', value_column: 'Cliques' }),
        measure('CTR', (events.length * 603) / 1e4, {
          unit: 'percent',
          date_column: 'Data',
          value_column: 'CTR',
        }),
      ],
    }),
  },
  {
    name: 'a social network, blank where nothing came',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['Reporting starts', 'Reporting ends', 'Campaign name 🚲', 'Results', 'Amount spent (EUR)'],
        ...events.map(({ day, channel, cents: spent, pieces: results }) => [
          isoDate(day),
          isoDate(day),
          channel,
          results === 0 ? '' : results,
          spent / 100,
        ]),
      ],
      measures: [
        measure('Results', pieces(events), {
          date_column: 'Reporting starts',
          value_column: 'Results',
        }),
        measure('Spent', cents(events) / 100, {
          unit: 'EUR',
          date_column: 'Reporting ends',
          value_column: 'Amount spent (EUR)',
          channel_column: 'Campaign name 🚲',
        }),
      ],
    }),
  },
  {
    name: 'a web shop, an order with a line for each article',
    locale: 'en_GB',
    write: (events) => ({
      rows: [
        ['Name', 'Financial Status', 'Created at', 'Total', 'Lineitem name'],
        ...events.flatMap(({ day, channel, cents: total, pieces: lines }, i) => {
          const at = `${isoDate(day)} 23:0${i % 10}:12 +0200`;
          const more = Array.from({ length: lines % 3 }, () => [`#${i}`, '', at, '', 'More']);
          return [[`#${i}`, 'paid', at, total / 100, channel], ...more];
        }),
      ],
      measures: [
        measure('Turnover', cents(events) / 100, {
          unit: 'EUR',
          date_column: 'Created at',
          value_column: 'Total',
          filter: 'Financial Status = paid',
        }),
        measure('Orders', events.length, {
          adds_up: 'count distinct',
          date_column: 'Created at',
          value_column: 'Name',
        }),
      ],
    }),
  },
  {
    name: 'a newsletter program, with a clock behind its dates',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['Title', 'Send Date', 'Total Recipients', 'Open Rate'],
        ...events.map(({ day, pieces: sent }, i) => [
          `Issue ${i}`,
          `${MONTHS[monthOf(day) - 1]} ${dayOfMonth(day)}, 2026 09:46 pm`,
          grouped(sent, ','),
          '41.25%',
        ]),
      ],
      measures: [
        measure('Recipients', pieces(events), {
          date_column: 'Send Date',
          value_column: 'Total Recipients',
        }),
      ],
    }),
  },
  {
    name: 'a bank, amounts without a sign beside af and bij',
    locale: 'nl_NL',
    write: (events) => {
      const signed = (isIn: boolean) => events.filter(({ cents: amount }) => amount >= 0 === isIn);
      return {
        rows: [
          ['Datum', 'Naam / Omschrijving', 'Af Bij', 'Bedrag (EUR)'],
          ...events.map(({ day, channel, cents: amount }) => [
            compactOf(day),
            channel,
            amount < 0 ? 'Af' : 'Bij',
            money(Math.abs(amount), ','),
          ]),
        ],
        measures: [true, false].map((isIn) =>
          measure(isIn ? 'In' : 'Uit', Math.abs(cents(signed(isIn))) / 100, {
            unit: 'EUR',
            value_column: 'Bedrag (EUR)',
            filter: `Af Bij = ${isIn ? 'Bij' : 'Af'}`,
          }),
        ),
      };
    },
  },
  {
    name: 'a statistical office, with units, provisional months and a footnote',
    locale: 'en_GB',
    write: (events) => ({
      rows: [
        ['Omzet van winkels', '', ''],
        ['Perioden', 'Verkopen', 'Omzet'],
        ['', 'aantal', 'mln euro'],
        ...byMonth(events).map(([month, own]) => [
          `2026 ${['januari', 'februari', 'maart', 'april', 'mei', 'juni'][month - 1]}*`,
          pieces(own),
          money(cents(own), ','),
        ]),
        ['Bron: het bureau', '', ''],
        ['© bureau 2026', '', ''],
      ],
      measures: [
        measure('Sales', pieces(events), { date_column: 'Perioden', value_column: 'Verkopen' }),
        measure('Turnover', cents(events) / 100, {
          number_style: 'decimal comma',
          date_column: 'Perioden',
          value_column: 'Omzet',
        }),
      ],
    }),
  },
  {
    name: 'a payment provider, with its currency',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['id', 'Created (UTC)', 'Amount', 'Fee'],
        ...events.map(({ day, cents: amount, pieces: number }, i) => [
          `ch_${i}x${number}`,
          `${isoDate(day)} 14:3${i % 10}`,
          `€${money(amount, '.')}`,
          amount < 0 ? '(€0.25)' : '-',
        ]),
      ],
      measures: [
        measure('Payments', cents(events) / 100, {
          unit: 'EUR',
          date_column: 'Created (UTC)',
          value_column: 'Amount',
        }),
      ],
    }),
  },
  {
    name: 'bookkeeping, a year and a period in two columns, the sign behind',
    locale: 'en_GB',
    write: (events) => ({
      rows: [
        ['Grootboekkaart', '', '', ''],
        ['Jaar', 'Maand', 'Rekening', 'Bedrag'],
        ...events.map(({ day, channel, cents: amount }) => [
          2026,
          monthOf(day),
          channel,
          amount < 0 ? `${money(-amount, ',')}-` : money(amount, ','),
        ]),
        ['Totaal', '', '', money(cents(events), ',')],
      ],
      measures: [
        measure('Booked', cents(events) / 100, {
          unit: 'EUR',
          date_column: 'Maand',
          value_column: 'Bedrag',
          channel_column: 'Rekening',
          ...(events.length < 3 ? { number_style: 'decimal comma' } : {}),
        }),
      ],
    }),
  },
  {
    name: "a controller's report, months across",
    locale: 'en_GB',
    write: (events) => {
      const months = byMonth(events);
      const row = (name: string, of: (own: readonly Event[]) => Cell) => [
        name,
        ...months.map(([, own]) => of(own)),
        of(events),
      ];
      return {
        rows: [
          ['Management report 2026'],
          [],
          ['', ...months.map(([month]) => `${MONTHS[month - 1]}-26`), 'Total'],
          row('Net sales', (own) => cents(own) / 100),
          row('Pieces', pieces),
          row('Total', (own) => cents(own) / 100 + pieces(own)),
        ],
        measures: [
          measure('Net sales', cents(events) / 100, { unit: 'EUR' }),
          measure('Sold', pieces(events), { value_column: 'Pieces' }),
        ],
      };
    },
  },
  {
    name: 'an American customer system, its dates with slashes',
    locale: 'nl_NL',
    write: (events) => ({
      rows: [
        ['Close Date', 'Owner', 'Amount'],
        ...[13, 22, 31].map((day) => [`01/${day}/2026`, 'Sample', '0.00']),
        ...events.map(({ day, channel, cents: amount }) => [
          `${String(monthOf(day)).padStart(2, '0')}/${dayOfMonth(day)}/2026`,
          channel,
          amount < 0 ? `($${money(-amount, '.')})` : `$${money(amount, '.')}`,
        ]),
        ['Grand Totals', '', `$${money(cents(events), '.')}`],
      ],
      measures: [
        measure('Won', cents(events) / 100, {
          unit: 'USD',
          date_column: 'Close Date',
          value_column: 'Amount',
          channel_column: 'Owner',
        }),
      ],
    }),
  },
];
