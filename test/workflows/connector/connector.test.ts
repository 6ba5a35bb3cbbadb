import fc from 'fast-check';
import {
  answerRequest,
  answerSchema,
  type ConnectorPorts,
} from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import { scheduleRuns } from '../../../src/workflows/menu/schedule-runs.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryCache, memoryProperties } from '../memory-ports.ts';
import { FILE, fieldIds, type LockedPorts, opened, request, rowsOf } from './connector-asked.ts';

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
    expect(configForm(odd, '1.2.3').questions.length).toBeGreaterThan(2);
    expect(answerSchema(odd, filled).length).toBeGreaterThan(20);
    expect(answerRequest(odd, filled).rows).toHaveLength(2);
  });

  it('names the tables there are when asked for another', () => {
    const { ports } = opened();
    expect(() => rowsOf({ table: 'secrets' }, ports)).toThrow('Choose one of: kpis, timeline');
  });
});
