import { readFileSync, writeFileSync } from 'node:fs';
import { fieldsOf } from '../../../src/core/tables/fields-of.ts';
import { GUARD_VARIANTS } from '../../../src/core/tables/guards.ts';
import { TABLE_IDS, type TableId, tableSpec } from '../../../src/core/tables/result-tables.ts';
import { METER_SLOTS } from '../../../src/visualisations/meter-slots.ts';
import { ROUTE_SLOTS } from '../../../src/visualisations/route-slots.ts';

const GOLDEN = 'test/core/tables/essential-fields.golden.json';
const english = { language: 'en', guard: 'case', currency: 'EUR' } as const;

const offered = (table: TableId, choice: 'essential' | 'all'): string[] =>
  fieldsOf(table, { ...english, offered: choice }).flatMap(({ id, isHidden }) =>
    isHidden ? [] : [id],
  );

test('the essential fields of every table are those decided; a difference is a decision', () => {
  const frozen = Object.fromEntries(TABLE_IDS.map((table) => [table, offered(table, 'essential')]));
  const text = `${JSON.stringify(frozen, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(frozen).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

test.each(TABLE_IDS)('%s offers few fields, and its default pair is among them', (table) => {
  const few = offered(table, 'essential');
  const all = offered(table, 'all');
  expect(all.filter((id) => few.includes(id))).toEqual(few);
  expect(few).toEqual(expect.arrayContaining([...tableSpec(table).defaults]));
  expect(few.length).toBeLessThanOrEqual(33);
});

test('what the visualisations are fed with is essential', () => {
  const slots = [...Object.values(ROUTE_SLOTS), ...Object.values(METER_SLOTS)];
  for (const table of TABLE_IDS) {
    const few = offered(table, 'essential');
    const needed = slots.flatMap(({ fields }) => {
      const id = Object.entries(fields).find(([own]) => own === table)?.[1];
      return id === undefined ? [] : [id];
    });
    expect([table, needed.filter((id) => !few.includes(id))]).toEqual([table, []]);
  }
});

test('what a formula of an offered field names is there, hidden where it is not offered', () => {
  for (const table of TABLE_IDS) {
    for (const guard of GUARD_VARIANTS) {
      const every = new Map(fieldsOf(table, { ...english, guard }).map((own) => [own.id, own]));
      const fields = fieldsOf(table, { ...english, guard, offered: 'essential' });
      const ids = fields.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { formula, isHidden, ...own } of fields) {
        expect(isHidden && formula !== null).toBe(false);
        // The field itself is the one that is offered among all.
        expect(every.get(own.id)).toMatchObject(isHidden ? { id: own.id, type: own.type } : own);
        for (const [, id] of (formula ?? '').matchAll(/\$(\w+)/g)) expect(ids).toContain(id);
      }
    }
  }
});
