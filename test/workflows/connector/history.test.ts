import { answerRequest } from '../../../src/workflows/connector/answer-request.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const FIELDS = [
  'kpi_id',
  'snapshot_date',
  'snapshot_actual',
  'is_current',
  'snapshot_status_label',
];
const DAY = 86_400_000;

const asked = (options: Record<string, string> = {}) => ({
  configParams: { workbook: FILE, table: 'history', ...options },
  scriptParams: { lastRefresh: '1' },
  fields: FIELDS.map((name) => ({ name })),
});

function afterTwoDays() {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf('2026-02-14'));
  recalculate(ports, FILE, 'menu');
  ports.clock.advance(DAY);
  recalculate(ports, FILE, 'menu');
  book.calls.length = 0;
  return { book, ports };
}

test('a row per KPI and day kept, from the results, with one read of the facts and one of cells', () => {
  const { book, ports } = afterTwoDays();
  expect(answerRequest(asked(), ports).rows).toEqual([
    ['bezoekers_q1', '20260214', 44_946, false, 'Op koers'],
    ['bezoekers_q1', '20260215', 45_990, true, 'Op koers'],
    ['hyperlink_http_x', '20260214', null, false, 'Ongeldig'],
    ['hyperlink_http_x', '20260215', null, true, 'Ongeldig'],
  ]);
  expect(book.calls).toEqual(['facts', 'columns']);
});

test('the same in another language, for which everything is computed again', () => {
  const { ports } = afterTwoDays();
  const dutch = answerRequest(asked(), ports).rows;
  const english = answerRequest(asked({ language: 'en' }), ports).rows;
  expect(english.map((row) => row.slice(0, 4))).toEqual(dutch.map((row) => row.slice(0, 4)));
  expect(english.map((row) => row[4])).toEqual(['On course', 'On course', 'Invalid', 'Invalid']);
});

test('seen from an earlier day, what was kept later is not there', () => {
  const { ports } = afterTwoDays();
  const request = {
    ...asked({ date_mode: 'follow' }),
    dateRange: { startDate: '2026-02-01', endDate: '2026-02-13' },
  };
  expect(answerRequest(request, ports).rows.map((row) => row[1])).toEqual(['20260214', '20260214']);
});

test('of a range, the days kept from its first on; the day after its last tells how it ended', () => {
  const { ports } = afterTwoDays();
  const daysFrom = (startDate: string, endDate: string) => {
    const request = { ...asked({ date_mode: 'follow' }), dateRange: { startDate, endDate } };
    return [...new Set(answerRequest(request, ports).rows.map((row) => row[1]))];
  };
  expect(daysFrom('2026-02-14', '2026-02-14')).toEqual(['20260214', '20260215']);
  expect(daysFrom('2026-02-15', '2026-02-20')).toEqual(['20260215']);
  expect(daysFrom('2026-02-16', '2026-02-20')).toEqual([]);
});

test('of a range, the changes that happened in it', () => {
  const { ports } = afterTwoDays();
  const changes = (startDate: string, endDate: string) =>
    answerRequest(
      {
        configParams: { workbook: FILE, table: 'changes', date_mode: 'follow' },
        scriptParams: { lastRefresh: '1' },
        fields: [{ name: 'event_date' }],
        dateRange: { startDate, endDate },
      },
      ports,
    ).rows.map(([day]) => day);
  const all = changes('2026-01-01', '2026-12-31');
  expect(all.length).toBeGreaterThan(0);
  const [first] = [...all].sort();
  const iso = String(first).replace(/^(....)(..)(..)$/, '$1-$2-$3');
  expect(changes(iso, iso)).toEqual(all.filter((day) => day === first));
  expect(changes('2025-01-01', '2025-12-31')).toEqual([]);
});
