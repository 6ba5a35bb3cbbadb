import { answerRequest, answerSchema } from '../../../src/workflows/connector/answer-request.ts';
import { configForm } from '../../../src/workflows/connector/config-form.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { executed, memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

const FILE = 'small-workbook-0123456789';
const AHEAD = ['kpis', 'timeline', 'milestones', 'goals', 'channels', 'drivers'];
const BEHIND = ['history', 'changes', 'checks', 'strategy', 'resources'];

function opened() {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf('2026-02-15'));
  recalculate(ports, FILE, 'menu');
  const ask = (table: string, options: Record<string, string>, fields?: readonly string[]) => {
    const configParams = { workbook: FILE, table, ...options };
    const ids = fields ?? answerSchema({ configParams }, ports).map(({ id }) => id);
    const request = { configParams, fields: ids.map((name) => ({ name })), scriptParams: {} };
    return executed(ports, () => answerRequest(request, ports).rows);
  };
  return { book, ports, ask };
}

const note = ({ ask }: ReturnType<typeof opened>, what_if: string, language = 'workbook') =>
  ask('kpis', { what_if, language }, ['view_note'])[0][0];

test('a what-if changes the forecast and says so in the note, in either language', () => {
  const koers = opened();
  const forecast = (what_if: string) => koers.ask('kpis', { what_if }, ['forecast_raw'])[0][0];
  const actual = 45_990;
  const plain = Number(forecast(''));
  expect(plain).toBeGreaterThan(90_000);
  expect(forecast('bezoekers=+10%')).toBeCloseTo(actual + (plain - actual) * 1.1, 6);
  expect(note(koers, 'bezoekers=+10%')).toBe(
    'Wat als, vanaf de dag na de laatste cijfers: Bezoekers +10%.',
  );
  expect(note(koers, 'Bezoekers Q1 = -500', 'en')).toBe(
    'What if, from the day after the latest figures on: Bezoekers Q1 -500.',
  );
});

test('what is not understood gets a sentence, and the table its rows', () => {
  const koers = opened();
  expect(note(koers, 'bezoekrs=+10%')).toBe(
    'Weggelaten: "bezoekrs=+10%" (er is geen meetwaarde of KPI met deze naam; bedoel je "Bezoekers"?).',
  );
  expect(note(koers, 'klanten=+5; <b>=HYPERLINK("x")=9', 'en')).toBe(
    'What if, from the day after the latest figures on: Klanten +5. No forecast changes by Klanten. Left out: "<b>=HYPERLINK("x")=9" (begin the change with + or -, such as +10%).',
  );
  for (const what_if of ['\u0000', '\ud800=+1%', '='.repeat(5000), ';;+;', '+10%', '🎈=+3']) {
    expect(String(note(koers, what_if)).startsWith('Weggelaten: ')).toBe(true);
    expect(koers.ask('timeline', { what_if }).length).toBeGreaterThan(0);
  }
});

test('a blank one changes no cell of any table, 0% more nothing but the note', () => {
  const { ask } = opened();
  for (const table of [...AHEAD, ...BEHIND]) {
    const plain = ask(table, {});
    expect(ask(table, { what_if: ' \n' })).toEqual(plain);
    const fields = ['view_note', 'recalculated_text'];
    const others = (what_if: string) => {
      const { ask: again, ports } = opened();
      const schema = answerSchema({ configParams: { workbook: FILE, table } }, ports);
      const ids = schema.map(({ id }) => id).filter((id) => !fields.includes(id));
      return again(table, { what_if }, ids);
    };
    expect(others('bezoekers=+0%')).toEqual(others(''));
  }
});

test('what foresees nothing takes no notice, and comes from the results that are kept', () => {
  const { ask, book } = opened();
  for (const table of BEHIND) {
    const plain = ask(table, {});
    book.calls.length = 0;
    expect(ask(table, { what_if: 'bezoekers=+10%' })).toEqual(plain);
    expect(book.calls).toEqual([]);
  }
});

test('one what-if is never served for another, nor for none', () => {
  const { ask } = opened();
  const forecast = (what_if: string) => ask('kpis', { what_if }, ['forecast_raw'])[0][0];
  const some = ['', 'bezoekers=+10%', 'bezoekers=-10%', 'bezoekers=+10', ''].map(forecast);
  expect(new Set(some).size).toBe(4);
  expect(['', 'bezoekers=+10%', 'bezoekers=-10%', 'bezoekers=+10', ''].map(forecast)).toEqual(some);
});

test('the other charts of the page find what the first one computed', () => {
  const { ask, book } = opened();
  ask('kpis', { what_if: 'bezoekers=+10%' }, ['kpi']);
  book.calls.length = 0;
  for (const table of ['milestones', 'goals', 'drivers']) {
    ask(table, { what_if: 'bezoekers=+10%' }, ['view_note']);
  }
  expect(book.calls).toEqual([]);
});

test('the form asks it of tables that look ahead, and a report may fill in its own', () => {
  const asked = (table: string) =>
    configForm({ languageCode: 'nl', configParams: { table } }, '1.2.3').questions.find(
      ({ id }) => id === 'what_if',
    );
  for (const table of AHEAD) {
    expect(asked(table)).toMatchObject({ kind: 'text', name: 'Wat als', isOverridable: true });
  }
  for (const table of BEHIND) expect(asked(table)).toBeUndefined();
});
