import { publishForGroup } from '../../../src/workflows/menu/publish-for-group.ts';
import type { Screen } from '../../../src/workflows/ports.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { SOURCE, shelfPorts, shelfWith } from '../publication/two-goals.ts';
import { morningOf } from '../small-workbook.ts';
import { figures, tryFaults } from './fault-matrix.ts';
import { canMeet, FAULT_KINDS, faultyPorts } from './faulty-ports.ts';
import { isService } from './tried-workbooks.ts';
import { resultOf, typedIn } from './workbook-state.ts';

const answers = ['2', 'The board'];
const screen: Screen = {
  tell: () => undefined,
  ask: () => true,
  askText: () => answers.shift() ?? null,
  showLinks: () => undefined,
};

/** A workbook that is published since yesterday. */
function published() {
  answers.splice(0, 2, '2', 'The board');
  const shelf = shelfWith({ word: 'Zilverling', number: 777_123, kpis: 2 });
  publishForGroup({ ...shelfPorts(shelf, morningOf('2026-02-15')), screen }, SOURCE, 'en');
  const [, fileId] = [...shelf.books.keys()];
  const ports = () => shelfPorts(shelf, morningOf('2026-02-16'));
  return { shelf, fileId, ports };
}

const run = (ports: ReturnType<ReturnType<typeof published>['ports']>) =>
  recalculate(ports, SOURCE, 'menu');

test('the workbook of a group is the old one or the new one, whatever fails at any call', () => {
  const { shelf, fileId, ports } = published();
  const book = { ...shelf, ...shelfBook(shelf, fileId) };
  const result = tryFaults({ book, fileId, ports, run, tries: isService });
  console.info(figures('recalculate, published', result));
  expect(result.broken).toEqual([]);
});

/** What else a workbook can do than be read and written, of one of the shelf. */
function shelfBook(shelf: ReturnType<typeof shelfWith>, fileId: string) {
  const book = shelf.books.get(fileId);
  if (book === undefined) throw new Error('published');
  const { reader: _reader, writer: _writer, keep: _keep, ...rest } = book;
  return rest;
}

test('a run whose publishing fails completes and says so, and the next one publishes', () => {
  const { shelf, ports } = published();
  const restore = shelf.keep();
  const typed = typedIn({ ...shelf, ...shelfBook(shelf, SOURCE) }, SOURCE);
  const undisturbed = faultyPorts(ports(), null);
  run(undisturbed.ports);
  const book = { ...shelf, ...shelfBook(shelf, SOURCE) };
  const right = resultOf(book, SOURCE);
  const firstWrite = undisturbed.calls.indexOf('writer.apply');
  const wrong: string[] = [];
  let tried = 0;
  undisturbed.calls.forEach((call, at) => {
    if (at <= firstWrite || !isService(call) || call.startsWith('lock.')) return;
    for (const kind of FAULT_KINDS.filter((own) => canMeet(call, own))) {
      restore();
      tried += 1;
      const fault = `${kind} at ${call} (call ${at})`;
      try {
        const { publications } = run(faultyPorts(ports(), { kind, at }).ports);
        const isSaid = publications[0].failure !== '';
        if (kind.startsWith('throws') && !isSaid) wrong.push(`${fault}: said nothing`);
      } catch (error) {
        if (!kind.startsWith('killed')) wrong.push(`${fault}: did not complete: ${error}`);
      }
      const now = typedIn(book, SOURCE);
      if ([...typed].some(([place, cell]) => now.get(place) !== cell))
        wrong.push(`${fault}: typed`);
      const next = run(ports());
      if (next.publications[0].failure !== '') wrong.push(`${fault}: never published again`);
      if (resultOf(book, SOURCE) !== right) wrong.push(`${fault}: the next run is another one`);
    }
  });
  console.info(`publishing in a run: ${tried} tried, ${wrong.length} broken`);
  expect(tried).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});
