import { Refusal } from '../../../src/workflows/begin/asked-step.ts';
import type { AskedRows } from '../../../src/workflows/begin/begin.ts';
import { saveBegin } from '../../../src/workflows/begin/save-begin.ts';
import { saveSource } from '../../../src/workflows/begin/save-source.ts';
import { addTab, setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';
import { figures, tryFaults } from './fault-matrix.ts';
import { isService, type Ports, SMALL } from './tried-workbooks.ts';

function emptyBook() {
  const book = memoryWorkbook({ fileId: SMALL, locale: 'en_GB' });
  return { book, fileId: SMALL, ports: () => memoryPorts(book, morningOf('2026-02-16')) };
}

/** With the tabs that Begin writes in, and no example row. */
function setUpBook() {
  const prepared = emptyBook();
  setUpWorkbook(prepared.ports(), SMALL, 'en', 'without_examples');
  addTab(prepared.ports(), SMALL, 'targets');
  return prepared;
}

const COURSE: AskedRows = { step: 'course', mission: 'Tea for all', vision: '', strategy: '=1+1' };
const KPI: AskedRows = {
  step: 'kpi',
  id: 'conversion_rate',
  goal: '',
  start: '2026-01-01',
  due: '2026-12-31',
  lastTime: '2',
  target: '2.4',
  low: '',
  high: '',
  perPeriod: '2026-01 2\n2026-02 0',
};
const FIGURES: AskedRows = { step: 'figures', measure: 'Visits', lines: '2026-01 940\n2026-02 -3' };

const save = (asked: AskedRows) => (ports: Ports) => saveBegin(ports, SMALL, 'en', asked);

/** Once more: what is there already is refused, and that is right. */
const saveAgain = (asked: AskedRows) => (ports: Ports) => {
  try {
    save(asked)(ports);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
};

test.each([
  ['course', COURSE, saveAgain(COURSE)],
  ['KPI', KPI, saveAgain(KPI)],
  ['figures', FIGURES, saveAgain(FIGURES)],
] as const)('begin, %s: written whole or not at all, whatever fails', (name, asked, next) => {
  const result = tryFaults({ ...setUpBook(), run: save(asked), next, tries: isService });
  console.info(figures(`begin, ${name}`, result));
  expect(result.broken).toEqual([]);
});

test('begin, a tab with figures: written whole or not at all, whatever fails', () => {
  const prepared = setUpBook();
  prepared.book.addTab('Till', [
    ['Noted when', 'Guests'],
    ['2026-01', 940],
    ['2026-02', -3],
  ]);
  saveBegin(prepared.ports(), SMALL, 'en', KPI);
  const asked = {
    measure: 'Visitors',
    tab: 'Till',
    dateColumn: 'Noted when',
    valueColumn: 'Guests',
  };
  const run = (ports: Ports) => saveSource(ports, SMALL, 'en', asked);
  const result = tryFaults({ ...prepared, run, next: run, tries: isService });
  console.info(figures('begin, a tab with figures', result));
  expect(result.broken).toEqual([]);
});

test('begin, KPI in an empty workbook: whatever step fails, once more ends in the same', () => {
  const next = saveAgain(KPI);
  const result = tryFaults({
    ...{ ...emptyBook(), run: save(KPI), next },
    ...{ tries: isService, hasSteps: true },
  });
  console.info(figures('begin, KPI in an empty workbook', result));
  expect(result.broken).toEqual([]);
});
