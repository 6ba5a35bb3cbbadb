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
