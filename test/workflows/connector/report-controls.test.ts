import { answerRequest } from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import {
  readGrain,
  readLanguage,
  readViewDay,
} from '../../../src/workflows/connector/report-controls.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { typedDay } from '../../../src/workflows/workbook/typed-day.ts';
import { day } from '../../support/workspace-builder.ts';
import { executed, memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

describe('an interval', () => {
  it.each([
    ['Month', 'month'],
    ['maand', 'month'],
    ['per maand', 'month'],
    ['  PER   Maand ', 'month'],
    ['maandelijks', 'month'],
    ['mnd', 'month'],
    ['every week', 'week'],
    ['dag', 'day'],
    ['Kwartaal', 'quarter'],
    ['jaarlijks', 'year'],
    ['zoals gemeten', 'measured'],
  ])('%s is %s', (text, grain) => {
    expect(readGrain(text)).toEqual({ value: grain, misread: [] });
  });

  it('that is blank is nobody, one that is nonsense is said', () => {
    expect(readGrain('  ')).toEqual({ value: null, misread: [] });
    for (const typed of ['eeuw', 'per', '0', '-1', '__proto__', 'constructor']) {
      expect(readGrain(typed)).toEqual({ value: null, misread: [{ what: 'unknownGrain', typed }] });
    }
  });
});

test('a language by code, locale or name; another one is said', () => {
  const languages = ['NL', 'nl-BE', 'nl_NL', 'Dutch', 'nederlands', 'en', 'en-GB', 'Engels'];
  expect(languages.map((text) => readLanguage(text).value)).toEqual([
    ...['nl', 'nl', 'nl', 'nl', 'nl'],
    ...['en', 'en', 'en'],
  ]);
  expect(readLanguage('Zoals in de werkmap').value).toBe('workbook');
  expect(readLanguage('Nynorsk').misread).toEqual([{ what: 'unknownLanguage', typed: 'Nynorsk' }]);
});

describe('the day looked from', () => {
  const newest = day('2026-02-15');
  const read = (text: string, locale = 'nl_NL') =>
    readViewDay(text, newest, (own) => typedDay(own, locale));

  it.each([
    ['14-2-2026', '2026-02-14'],
    ['14-02-2026', '2026-02-14'],
    ['14/2/2026', '2026-02-14'],
    ['20260214', '2026-02-14'],
    ['2026-02-14', '2026-02-14'],
    ['14 feb 2026', '2026-02-14'],
    ['Gisteren', '2026-02-14'],
    ['yesterday', '2026-02-14'],
    ['vandaag', '2026-02-15'],
    ['januari 2026', '2026-01-31'],
    ['2025', '2025-12-31'],
  ])('%s is %s', (text, iso) => {
    expect(read(text)).toEqual({ value: day(iso), misread: [] });
  });

  it('that can be two days, or is none, is said and left', () => {
    expect(read('3/4/2025').misread).toEqual([{ what: 'unknownDay', typed: '3/4/2025' }]);
    expect(read('31-2-2026').value).toBeNull();
    expect(read('=NOW()').misread).toEqual([{ what: 'unknownDay', typed: '=NOW()' }]);
    expect(read(`${'x'.repeat(90)}`).misread[0].typed).toHaveLength(41);
  });

  it('that is still to come is the newest there is, and that is said', () => {
    expect(read('16-2-2026')).toEqual({
      value: newest,
      misread: [{ what: 'dayToCome', typed: '16-2-2026' }],
    });
    expect(read('15-2-2026')).toEqual({ value: newest, misread: [] });
  });
});

describe('controls of a report', () => {
  const FILE = 'small-workbook-0123456789';
  function opened() {
    const book = smallMemoryWorkbook();
    const ports = memoryPorts(book, morningOf('2026-02-15'));
    recalculate(ports, FILE, 'menu');
    const ask = (
      table: string,
      options: Record<string, string>,
      fields: readonly string[],
      dateRange?: object,
    ) => {
      const configParams = { workbook: FILE, table, ...options };
      const request = { configParams, fields: fields.map((name) => ({ name })), dateRange };
      return executed(ports, () => answerRequest(request, ports).rows);
    };
    return { book, ask };
  }

  it('looks from a typed day, says so, and sees what was known then', () => {
    const { ask } = opened();
    const seen = (view_date: string) =>
      ask('kpis', { view_date }, ['view_date', 'as_of_date', 'actual_raw', 'view_note'])[0];
    const plain = seen('');
    expect(plain).toEqual(['20260215', '20260214', 45_990, null]);
    expect(seen('11-1-2026')).toEqual([
      '20260111',
      '20260110',
      10_045,
      'Gezien vanaf 11 jan 2026.',
    ]);
    expect(seen('gisteren').slice(0, 2)).toEqual(['20260214', '20260213']);
    expect(seen('vandaag')).toEqual(plain);
  });

  it('never keeps silent about what it does not understand, and answers all the same', () => {
    const { ask } = opened();
    const note = (table: string, options: Record<string, string>) =>
      ask(table, options, ['view_note'])[0][0];
    expect(note('timeline', { grain: 'eeuw', language: 'frans', view_date: 'ooit' })).toBe(
      '"eeuw" is geen interval, dus dit is zoals gemeten. Kies dag, week, maand, kwartaal of jaar. "frans" is geen taal van Koers, dus dit is die van de werkmap. Kies Nederlands of Engels. "ooit" is geen dag en telt dus niet mee. Typ hem als 14-02-2026.',
    );
    expect(note('kpis', { language: 'English', view_date: '31-12-2026' })).toBe(
      '"31-12-2026" is still to come, so this is seen from the newest day there is.',
    );
    expect(note('kpis', { grain: 'eeuw' })).toBeNull();
  });

  it('goes before the date range of the report', () => {
    const { ask } = opened();
    const range = { startDate: '2026-01-01', endDate: '2026-01-20' };
    const seen = (view_date: string) =>
      ask('kpis', { date_mode: 'follow', view_date }, ['view_date'], range)[0][0];
    expect([seen(''), seen('5-1-2026'), seen('nooit')]).toEqual([
      '20260121',
      '20260105',
      '20260121',
    ]);
  });

  it('makes an interval of kept results, in any spelling, without computing', () => {
    const { ask, book } = opened();
    const months = (grain: string) => ask('timeline', { grain }, ['interval_start']).length;
    const byMonth = months('month');
    book.calls.length = 0;
    expect([months('Maand'), months('per maand'), months('maandelijks')]).toEqual([
      byMonth,
      byMonth,
      byMonth,
    ]);
    expect(book.calls).toEqual([]);
    expect(months('dag')).toBeGreaterThan(byMonth);
  });

  it.each([
    ['as kept', {}],
    ['seen from another day', { view_date: '5-2-2026' }],
    ['in another language', { language: 'en' }],
    ['supposing something', { what_if: 'Bezoekers=+10%' }],
  ])('%s, a longer interval of what is there reads and works out nothing', (_what, options) => {
    const { ask, book } = opened();
    const fields = ['interval_label', 'actual_raw', 'plan_to_date_raw', 'forecast_low_raw'];
    const byMonth = (own: ReturnType<typeof opened>) =>
      own.ask('timeline', { ...options, grain: 'month' }, fields);
    ask('timeline', options, fields);
    book.calls.length = 0;
    const months = byMonth({ ask, book });
    expect(book.calls).toEqual([]);
    expect(months).toHaveLength(3);
    expect(months).toEqual(byMonth(opened()));
  });

  it('serves today, however it is written, from the results that are kept', () => {
    const { ask, book } = opened();
    ask('kpis', {}, ['kpi']);
    book.calls.length = 0;
    for (const view_date of ['vandaag', '15-2-2026', 'Today', '2026-02-15']) {
      ask('kpis', { view_date, language: 'Nederlands' }, ['kpi']);
    }
    expect(book.calls).toEqual([]);
  });

  it('may be set in a report, each of them', () => {
    const { questions } = configForm({ configParams: { table: 'timeline' } }, '1.2.3');
    const open = questions.flatMap((own) =>
      'isOverridable' in own && own.isOverridable ? [own.id] : [],
    );
    expect(open).toEqual(['grain', 'language', 'view_date', 'what_if']);
  });
});
