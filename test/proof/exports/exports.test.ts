import fc from 'fast-check';
import { evaluateWorkspace } from '../../../src/core/evaluate/evaluate-workspace.ts';
import { columnName } from '../../../src/core/language/tab-words.ts';
import type { ColumnId } from '../../../src/core/layout/sheet-layout.ts';
import { day, readSheets, serial, sheetOf } from '../../core/intake/sheet-of-rows.ts';
import { type Event, type Export, PROGRAMS } from './programs.ts';

/** Exports drawn of each program; more of them by KOERS_EXPORTS. */
const EXPORTS = Number(process.env.KOERS_EXPORTS ?? 25);
const TODAY = '2026-07-10';

const event: fc.Arbitrary<Event> = fc.record({
  day: fc.integer({ min: day('2026-01-01'), max: day('2026-06-30') }),
  channel: fc.constantFrom('Search', 'Social ads', 'E-mail, weekly', "Partners' links"),
  cents: fc.oneof(fc.integer({ min: -50_000, max: 900_000 }), fc.constant(0)),
  pieces: fc.oneof(fc.integer({ min: 0, max: 4_000_000 }), fc.integer({ min: 0, max: 9 })),
});
const events = fc
  .array(event, { minLength: 4, maxLength: 40 })
  .map((some) => [...some].sort((a, b) => a.day - b.day));

const KPI_COLUMNS = ['KPI', 'Kind', 'Measure', 'Start', 'Due'];

function readExport({ rows, measures }: Export, locale: string, cadence = 'month') {
  const columns = [...new Set(measures.flatMap((own) => Object.keys(own.columns)))];
  const headers = columns.map((id) => columnName('measures', id as ColumnId<'measures'>, 'en'));
  const period = [serial('2026-01-01'), serial('2026-06-30')];
  const addsUp = columns.includes('adds_up') ? [] : ['Adds up'];
  return readSheets(
    [
      sheetOf('Measures', [
        ['Measure', 'Source tab', 'Cadence', ...addsUp, ...headers],
        ...measures.map((own) => [
          own.name,
          'Export',
          cadence,
          ...addsUp.map(() => 'sum'),
          ...columns.map((id) => own.columns[id] ?? (id === 'adds_up' ? 'sum' : '')),
        ]),
      ]),
      sheetOf('KPIs', [
        KPI_COLUMNS,
        ...measures.map(({ name }) => [name, 'just track', name, ...period]),
      ]),
      sheetOf('Export', rows),
    ],
    { locale, today: TODAY },
  );
}

describe.each(PROGRAMS.map((program) => [program.name, program] as const))('%s', (_, program) => {
  test('has the totals that were written into it, and no error', () => {
    fc.assert(
      fc.property(events, (some) => {
        const written = program.write(some);
        const { workspace, issues } = readExport(written, program.locale);
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
        const { measure, value, measureIds, unreadable } = workspace.measurements;
        expect(unreadable.count).toBe(0);
        for (const { name, total } of written.measures) {
          const id = workspace.measures.find((own) => own.name === name)?.id ?? '';
          const position = measureIds.indexOf(id);
          const sum = Array.from(value).reduce(
            (all, own, i) => all + (measure[i] === position ? own : 0),
            0,
          );
          expect({ name, total: sum.toFixed(2) }).toEqual({ name, total: (total + 0).toFixed(2) });
        }
      }),
      { numRuns: EXPORTS, seed: 20_260_710 },
    );
  });
});

test('the evaluation adds up what was read', () => {
  const [program] = PROGRAMS;
  const some = fc.sample(events, { numRuns: 1, seed: 4 })[0];
  const written = program.write(some);
  const { workspace } = readExport(written, program.locale, 'day');
  const { kpis } = evaluateWorkspace(workspace, day(TODAY));
  expect(kpis.map(({ actual }) => actual.value?.toFixed(2))).toEqual(
    written.measures.map(({ total }) => total.toFixed(2)),
  );
});
