import fc from 'fast-check';
import {
  answerRequest,
  answerSchema,
  type ConnectorPorts,
} from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import { scheduleRuns } from '../../../src/workflows/menu/schedule-runs.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import {
  executed,
  memoryCache,
  memoryPorts,
  memoryProperties,
  smallMemoryWorkbook,
} from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';

interface Asked {
  table?: string;
  fields?: readonly string[];
  options?: Record<string, string>;
  dateRange?: { startDate: string; endDate: string };
  lastRefresh?: string;
}

const request = ({ table = 'kpis', fields, options, dateRange, lastRefresh = '1' }: Asked) => ({
  configParams: { workbook: FILE, table, ...options },
  scriptParams: { lastRefresh },
  ...(fields === undefined ? {} : { fields: fields.map((name) => ({ name })) }),
  ...(dateRange === undefined ? {} : { dateRange }),
});

function opened(isRecalculated = true, now = '2026-02-15') {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf(now));
  if (isRecalculated) recalculate(ports, FILE, 'menu');
  book.calls.length = 0;
  return { book, ports };
}

type LockedPorts = ConnectorPorts & Pick<ReturnType<typeof memoryPorts>, 'lock'>;

const rowsOf = (asked: Asked, ports: LockedPorts) =>
  executed(ports, () => answerRequest(request(asked), ports).rows);

const fieldIds = (table: string, ports: ConnectorPorts): string[] =>
  answerSchema(request({ table }), ports).map(({ id }) => id);

describe('getData', () => {
  it('gives values in the order asked, each once, and leaves out what it does not know', () => {
    const { ports } = opened();
    const fields = ['progress', 'kpi', 'kpi', 'no_such_field', 'eta_date'];
    const answer = answerRequest(request({ fields }), ports);
    expect(answer.fields.map(({ id }) => id)).toEqual(['progress', 'kpi', 'eta_date']);
    expect(answer.rows[0]).toEqual([0.4599, 'Bezoekers Q1', '20260330']);
  });

  it('gives every field the same values in the same rows, whatever is asked with it', () => {
    const { ports } = opened();
    for (const table of ['kpis', 'timeline', 'milestones', 'goals', 'checks']) {
      const all = fieldIds(table, ports);
      const together = answerRequest(request({ table, fields: all }), ports);
      for (let at = 0; at < all.length; at += 20) {
        const batch = all.slice(at, at + 20).reverse();
        const rows = rowsOf({ table, fields: batch }, ports);
        expect(rows).toEqual(together.rows.map((row) => batch.map((id) => row[all.indexOf(id)])));
      }
    }
  });

  it('gives text, finite numbers, yes or no and null, and nothing else', () => {
    const { ports } = opened();
    for (const table of ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks']) {
      for (const row of rowsOf({ table }, ports)) {
        for (const cell of row) {
          const isNumber = typeof cell === 'number' && Number.isFinite(cell);
          expect(cell === null || isNumber || ['string', 'boolean'].includes(typeof cell)).toBe(
            true,
          );
        }
      }
    }
  });

  it('gives dates as eight digits', () => {
    const { ports } = opened();
    const fields = ['start_date', 'as_of_date', 'view_date'];
    expect(rowsOf({ fields }, ports)[0]).toEqual(['20260101', '20260214', '20260215']);
  });

  it('answers a look at the types without reading anything', () => {
    const { book, ports } = opened();
    const sample = {
      ...request({ fields: ['kpi', 'progress'] }),
      scriptParams: { sampleExtraction: true },
    };
    const answer = answerRequest(sample, ports);
    expect(answer.rows).toHaveLength(1);
    expect(book.calls).toEqual([]);
  });

  it('looks into the cache for the proof and the table, and asks the workbook once a refresh', () => {
    const { book, ports } = opened();
    const asked = (lastRefresh: string) => {
      book.calls.length = 0;
      ports.cache.calls.length = 0;
      rowsOf({ fields: ['kpi'], lastRefresh }, ports);
      return [...book.calls, ...ports.cache.calls];
    };
    const proves = ['getAll', 'putAll'];
    expect(asked('1')).toEqual(['facts', 'columns', ...proves, 'getAll', 'putAll']);
    expect(asked('2')).toEqual(['facts', ...proves, 'getAll']);
    expect(asked('2')).toEqual(['getAll', 'getAll']);
  });

  it('leaves every table in the cache that came along', () => {
    const { book, ports } = opened();
    rowsOf({ table: 'kpis' }, ports);
    book.calls.length = 0;
    rowsOf({ table: 'timeline' }, ports);
    rowsOf({ table: 'goals' }, ports);
    expect(book.calls).toEqual([]);
  });

  it('serves the new results after a recalculation, not the kept ones', () => {
    const { ports } = opened();
    const moment = () => rowsOf({ fields: ['recalculated_at'] }, ports)[0][0];
    const first = moment();
    ports.clock.advance(3_600_000);
    recalculate(ports, FILE, 'menu');
    expect([first, moment()]).toEqual(['20260215083000', '20260215093000']);
  });

  it('computes from the cells where nothing was recalculated yet, and says so', () => {
    const { ports } = opened(false);
    expect(rowsOf({ fields: ['kpi', 'progress', 'recalculated_at'] }, ports)[0]).toEqual([
      'Bezoekers Q1',
      0.4599,
      null,
    ]);
  });

  it('gives the same numbers from the cells as from the results', () => {
    const { ports } = opened();
    const fields = fieldIds('timeline', ports).filter((id) => id !== 'view_note');
    const stored = rowsOf({ table: 'timeline', fields }, ports);
    const live = rowsOf({ table: 'timeline', fields, options: { freshness: 'live' } }, ports);
    expect(stored.length).toBe(90);
    stored.forEach((row, at) => {
      row.forEach((cell, column) => {
        const other = live[at][column];
        if (typeof cell === 'number') expect(other).toBeCloseTo(cell, 9);
        else expect(other).toBe(cell);
      });
    });
  });

  it('speaks the language that was asked for, with the same codes', () => {
    const { ports } = opened();
    const fields = ['status', 'status_label'];
    expect(rowsOf({ fields }, ports)[0]).toEqual(['on_course', 'Op koers']);
    expect(rowsOf({ fields, options: { language: 'en' } }, ports)[0]).toEqual([
      'on_course',
      'On course',
    ]);
  });

  it('reads again when something is missing from the cache, or damaged', () => {
    const { ports } = opened();
    const whole = rowsOf({ table: 'timeline' }, ports);
    const keys = [...ports.cache.entries.keys()];
    fc.assert(
      fc.property(fc.subarray(keys), fc.constantFrom('gone', 'damaged'), (touched, how) => {
        for (const key of touched) {
          const value = ports.cache.entries.get(key) ?? '';
          if (how === 'gone') ports.cache.entries.delete(key);
          else ports.cache.entries.set(key, `${value.slice(1)}x`);
        }
        expect(rowsOf({ table: 'timeline' }, ports)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

describe('results that should have been newer', () => {
  const HOUR = 3_600_000;
  const noteOf = (ports: LockedPorts) => rowsOf({ fields: ['view_note'] }, ports)[0][0];

  it('say so when the schedule has not run', () => {
    const { ports } = opened();
    scheduleRuns(ports, FILE, { every: 'hour' });
    ports.clock.advance(2 * HOUR);
    expect(noteOf(ports)).toBeNull();
    ports.clock.advance(2 * HOUR);
    expect(noteOf(ports)).toContain('15 feb 2026 08:30');
    recalculate(ports, FILE, 'schedule');
    ports.clock.advance(60_000);
    expect(noteOf(ports)).toBeNull();
  });

  it('say nothing when nobody wants a schedule', () => {
    const { ports } = opened();
    ports.clock.advance(1000 * HOUR);
    expect(noteOf(ports)).toBeNull();
  });
});

describe('fifteen charts of one page', () => {
  const tables = ['kpis', 'timeline', 'goals', 'milestones', 'checks'];
  const charts = Array.from({ length: 15 }, (_, at) => tables[at % tables.length]);

  /** Every chart has looked into the empty cache before the first one loads. */
  function askAtOnce() {
    const { book, ports } = opened(false);
    const ask = (at: number): void => {
      if (at === charts.length) return;
      let isFirstLook = true;
      const cache = {
        ...ports.cache,
        getAll: (keys: readonly string[]) => {
          const found = ports.cache.getAll(keys);
          if (isFirstLook) {
            isFirstLook = false;
            ask(at + 1);
          }
          return found;
        },
      };
      rowsOf({ table: charts[at], fields: ['workbook_id'] }, { ...ports, cache });
    };
    ask(0);
    return book.calls;
  }

  it('read the cells once when they have been recalculated', () => {
    const { book, ports } = opened();
    const ask = (table: string, own: LockedPorts) =>
      rowsOf({ table, fields: ['workbook_id'] }, own);
    // The first one loads while the others ask, and is done while the second one waits for it.
    let isLoaded = false;
    const acquire = (milliseconds: number) => {
      if (milliseconds === 0) return false;
      if (!isLoaded) ask(charts[0], ports);
      isLoaded = true;
      return true;
    };
    const waiting = { ...ports, lock: { ...ports.lock, acquire } };
    for (const table of charts.slice(1)) ask(table, waiting);
    const { calls } = book;
    expect(calls.filter((call) => call === 'facts').length).toBeLessThanOrEqual(3);
    expect(calls.filter((call) => call !== 'facts')).toEqual(['columns']);
  });

  it('read them once for what has a row per KPI, and once for what has one per interval', () => {
    const calls = askAtOnce();
    const once = ['factsAndLooks', 'columns'];
    expect(calls.filter((call) => call !== 'facts')).toEqual([...once, ...once]);
  });

  it('that need no intervals do not wait for them to be made', () => {
    const { book, ports } = opened(false);
    rowsOf({ table: 'kpis' }, ports);
    const kept = [...ports.cache.entries.keys()].map((key) => key.split('|')[2]);
    expect(kept).toEqual(expect.arrayContaining(['kpis', 'goals', 'milestones', 'checks']));
    expect(kept).not.toContain('timeline');
    book.calls.length = 0;
    for (const table of ['goals', 'milestones', 'checks']) rowsOf({ table }, ports);
    expect(book.calls).toEqual([]);
  });

  it('read them at most four times when one of them holds the lock for too long', () => {
    const { book, ports } = opened(false);
    let isHeldUp = false;
    const reader = {
      ...ports.reader,
      columns: (fileId: string, ranges: readonly string[]) => {
        if (!isHeldUp) {
          isHeldUp = true;
          for (const table of charts.slice(1)) rowsOf({ table }, ports);
        }
        return book.reader.columns(fileId, ranges);
      },
    };
    rowsOf({ table: charts[0] }, { ...ports, reader });
    expect(book.calls.filter((call) => call !== 'facts')).toHaveLength(4);
  });
});

describe('two people', () => {
  it('have a cache each, and a share that was withdrawn ends within a minute', () => {
    const { book, ports } = opened();
    rowsOf({}, ports);
    const refused = {
      ...ports.reader,
      facts: () => {
        throw new Error('no access');
      },
    };
    const other: LockedPorts = { ...ports, reader: refused, cache: memoryCache() };
    expect(() => rowsOf({}, other)).toThrow('no access');
    // The cache of the first is full, and still the workbook decides.
    ports.clock.advance(60_000);
    expect(() => rowsOf({}, { ...ports, reader: refused })).toThrow('no access');
    expect(book.calls).toEqual(['facts', 'columns']);
  });
});

describe('which workbook', () => {
  const idOf = (workbook: string, ports: ConnectorPorts) =>
    answerRequest({ configParams: { workbook, table: 'kpis' }, fields: [{ name: 'kpi' }] }, ports);

  it('is an id or the address of a spreadsheet', () => {
    const { ports } = opened();
    const address = `https://docs.google.com/spreadsheets/u/1/d/${FILE}/edit#gid=0`;
    expect(idOf(address, ports).rows).toEqual(idOf(FILE, ports).rows);
  });

  it('is the one of the script property when left blank, and never a guess', () => {
    const { ports } = opened();
    const properties = memoryProperties({ DEFAULT_WORKBOOK_ID: FILE });
    expect(idOf('', { ...ports, properties }).rows).toHaveLength(2);
    expect(() => idOf('', ports)).toThrow('does not say which workbook');
    expect(() => idOf('mijn werkmap', ports)).toThrow('not the address of a Google Sheet');
  });
});

describe('every entry point', () => {
  it.each([
    [undefined],
    [{}],
    [{ configParams: null }],
    [{ configParams: {} }],
    [{ fields: [] }],
    [42],
  ])('takes %p and answers or says what to do', (odd) => {
    const { ports } = opened();
    const properties = memoryProperties({ DEFAULT_WORKBOOK_ID: FILE });
    const filled = { ...ports, properties };
    expect(configForm(odd).questions.length).toBeGreaterThan(2);
    expect(answerSchema(odd, filled).length).toBeGreaterThan(20);
    expect(answerRequest(odd, filled).rows).toHaveLength(2);
  });

  it('names the tables there are when asked for another', () => {
    const { ports } = opened();
    expect(() => rowsOf({ table: 'secrets' }, ports)).toThrow('Choose one of: kpis, timeline');
  });
});

describe('the form of a data source', () => {
  const step = (configParams?: Record<string, string>, languageCode = 'en') =>
    configForm({ languageCode, configParams });

  it('asks in two steps, and every question of the first is still in the second', () => {
    const first = step();
    const second = step({ table: 'timeline', fields: 'essential' });
    const ids = (form: ReturnType<typeof step>) => form.questions.map(({ id }) => id);
    expect(first.isStepped).toBe(true);
    expect(second.isStepped).toBe(false);
    const follow = ['grain', 'language', 'view_date', 'what_if', 'freshness', 'guard'];
    expect(ids(second)).toEqual([...ids(first), ...follow]);
  });

  it('asks which fields until that is answered, and nothing more', () => {
    const answered = { table: 'kpis', date_mode: 'whole' };
    expect(step(answered)).toEqual({ ...step({ ...answered, fields: 'all' }), isStepped: true });
    expect(step({ ...answered, fields: 'essential' }).isStepped).toBe(false);
    expect(step({ ...answered, fields: 'some' }).isStepped).toBe(true);
  });

  it('asks for intervals only where there are any', () => {
    expect(step({ table: 'kpis' }).questions.some(({ id }) => id === 'grain')).toBe(false);
  });

  it('wants a date range only when the report is followed', () => {
    expect(step({ date_mode: 'follow' }).dateRangeRequired).toBe(true);
    expect(step({ date_mode: 'whole' }).dateRangeRequired).toBe(false);
    expect(step({}).dateRangeRequired).toBe(false);
  });

  it('has names without blanks, and choices without blanks or commas', () => {
    for (const question of step({ table: 'timeline' }).questions) {
      expect(question.id).toMatch(/^\w+$/);
      const options = question.kind === 'choice' ? question.options : [];
      for (const { value, label } of options) {
        expect(value).toMatch(/^[^\s,]+$/);
        expect(label).not.toBe('');
      }
    }
  });

  it('never lets a report override what decides the questions', () => {
    for (const question of step({ table: 'timeline' }).questions) {
      if (question.kind !== 'choice') continue;
      expect(question.isDynamic && question.isOverridable).toBe(false);
    }
  });

  it('speaks the language of the person who fills it in', () => {
    expect(step(undefined, 'nl-NL').questions[0]).toMatchObject({
      text: expect.stringContaining('werkmap'),
    });
  });
});

describe('the fields of a data source', () => {
  const offeredIn = (table: string, options: Record<string, string>, ports: ConnectorPorts) =>
    answerSchema(request({ table, options }), ports).flatMap(({ id, isHidden }) =>
      isHidden ? [] : [id],
    );

  it('are every one there is where nobody chose, as before there was a choice', () => {
    const { ports } = opened();
    for (const options of [{}, { fields: '' }, { fields: 'some' }]) {
      const ids = offeredIn('kpis', options as Record<string, string>, ports);
      expect(ids).toEqual(expect.arrayContaining(['kpi_key', 'progress_v1', 'smart_score']));
    }
  });

  it('are few or all by choice', () => {
    const { ports } = opened();
    const [few, all] = ['essential', 'all'].map((fields) => offeredIn('kpis', { fields }, ports));
    expect(all).toEqual(expect.arrayContaining(few));
    expect(all.length).toBeGreaterThan(3 * few.length);
  });

  it('are answered whichever were chosen: a report may show what is no longer offered', () => {
    const { ports } = opened();
    for (const table of ['kpis', 'timeline', 'milestones', 'goals', 'strategy', 'checks']) {
      const every = offeredIn(table, {}, ports);
      const whole = rowsOf({ table, fields: every }, ports);
      for (const fields of ['essential', 'all']) {
        const answer = answerRequest(request({ table, fields: every, options: { fields } }), ports);
        expect(answer.fields.map(({ id }) => id)).toEqual(every);
        expect(answer.rows).toEqual(whole);
      }
    }
  });
});

describe('a data source that follows the report', () => {
  const follow = { date_mode: 'follow' };
  const range = (startDate: string, endDate: string) => ({ startDate, endDate });

  it('shows the intervals that overlap the range', () => {
    const { ports } = opened();
    const rows = rowsOf(
      {
        table: 'timeline',
        fields: ['interval_start'],
        options: follow,
        dateRange: range('2026-01-30', '2026-02-02'),
      },
      ports,
    );
    expect(rows.map(([start]) => start)).toEqual(['20260130', '20260131', '20260201', '20260202']);
  });

  it('looks at everything else from the day after the range', () => {
    const { ports } = opened();
    const asked = { fields: ['view_date', 'actual'], options: follow };
    const rows = rowsOf({ ...asked, dateRange: range('2026-01-01', '2026-01-31') }, ports);
    // 31 days of 1000, 1001 … 1030.
    expect(rows[0]).toEqual(['20260201', 31_465]);
  });

  it('never looks from a day that has not come', () => {
    const { ports } = opened();
    const asked = { fields: ['view_date'], options: follow };
    const rows = rowsOf({ ...asked, dateRange: range('2026-01-01', '2026-12-31') }, ports);
    expect(rows[0]).toEqual(['20260215']);
  });

  it('ignores a range when everything was asked for', () => {
    const { ports } = opened();
    const dateRange = range('2026-01-01', '2026-01-31');
    expect(rowsOf({ fields: ['view_date'], dateRange }, ports)[0]).toEqual(['20260215']);
  });
});

describe('a timeline in months', () => {
  const FIELDS = [
    'interval_start',
    'interval_end',
    'interval_label',
    'actual',
    'plan',
    'actual_to_date',
    'plan_to_date',
    'is_complete',
    'is_partial',
    'is_future',
    'previous',
    'interval_order',
  ];

  it('adds up totals and plan, and takes what stands at the end', () => {
    const { ports } = opened();
    const rows = rowsOf({ table: 'timeline', fields: FIELDS, options: { grain: 'month' } }, ports);
    const ofKpi = rows.slice(0, 3);
    expect(ofKpi.map((row) => row.slice(0, 3))).toEqual([
      ['20260101', '20260131', '2026-01'],
      ['20260201', '20260228', '2026-02'],
      ['20260301', '20260331', '2026-03'],
    ]);
    expect(ofKpi.map((row) => row[3])).toEqual([31_465, 45_990 - 31_465, null]);
    expect(ofKpi.map((row) => row[5])).toEqual([31_465, 45_990, null]);
    const plans = ofKpi.map((row) => Number(row[4]));
    expect(plans.reduce((sum, plan) => sum + plan, 0)).toBeCloseTo(100_000, 6);
    expect(Number(ofKpi[2][6])).toBeCloseTo(100_000, 6);
    expect(ofKpi.map((row) => row.slice(7, 10))).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect(ofKpi.map((row) => row[10])).toEqual([null, 31_465, 45_990 - 31_465]);
    expect(ofKpi.map((row) => row[11])).toEqual([1, 2, 3]);
  });

  it('leaves days as they are when days are asked for', () => {
    const { ports } = opened();
    const asked = { table: 'timeline', fields: ['interval_start', 'actual'] };
    expect(rowsOf({ ...asked, options: { grain: 'day' } }, ports).slice(0, 90)).toEqual(
      rowsOf(asked, ports).slice(0, 90),
    );
  });
});
