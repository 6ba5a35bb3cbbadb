import { readFileSync, writeFileSync } from 'node:fs';
import { CHOICE_LISTS } from '../../../src/core/intake/layout/choice-lists.ts';
import { OUTPUT_TABS } from '../../../src/core/intake/layout/output-tabs.ts';
import { SETTINGS } from '../../../src/core/intake/layout/settings-list.ts';
import { normaliseHeader } from '../../../src/core/intake/normalise-text.ts';
import { LAYOUT_VERSION, TABS, tabNamed } from '../../../src/core/intake/sheet-layout.ts';

const GOLDEN = 'test/core/intake/sheet-layout.golden.json';

test('the layout is the one that workbooks out there have; a difference is a decision', () => {
  const layout = {
    version: LAYOUT_VERSION,
    tabs: TABS,
    settings: SETTINGS,
    choices: CHOICE_LISTS,
    output: OUTPUT_TABS,
  };
  const text = `${JSON.stringify(layout, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

test('there are fourteen tabs to fill, six of them on day one, and six that Koers writes', () => {
  expect(TABS.map(({ id }) => id)).toHaveLength(14);
  expect(TABS.filter(({ appears }) => appears === 'day_one').map(({ name }) => name.en)).toEqual([
    'Settings',
    'Goals',
    'Measures',
    'KPIs',
    'Milestones',
    'Actuals',
  ]);
  expect(
    Object.values(OUTPUT_TABS).every(({ en, nl }) => /^Koers /.test(en) && /^Koers /.test(nl)),
  ).toBe(true);
});

test.each(TABS)(
  'no two columns of $id share a name, and every word is there in both languages',
  (tab) => {
    const ids = tab.columns.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const pick of ['en', 'nl'] as const) {
      const names = tab.columns.map(({ name }) => normaliseHeader(name[pick]));
      expect(new Set(names).size).toBe(names.length);
    }
    for (const { name, help } of tab.columns) {
      for (const word of [name.en, name.nl, help.en, help.nl]) expect(word).not.toBe('');
      expect(help.nl).not.toBe(help.en);
    }
  },
);

test('an English name of one column is never the Dutch name of another column of that tab', () => {
  for (const { columns } of TABS) {
    const owner = new Map<string, string>();
    for (const { id, name } of columns) {
      for (const spelling of [name.en, name.nl].map(normaliseHeader)) {
        expect(owner.get(spelling) ?? id).toBe(id);
        owner.set(spelling, id);
      }
    }
  }
});

test('the hidden id column is the last one of its tab', () => {
  const withIds = TABS.filter(({ columns }) => columns.some(({ id }) => id === 'id'));
  expect(withIds.map(({ id }) => id)).toEqual(['strategy', 'goals', 'measures', 'kpis', 'actions']);
  for (const { columns } of withIds) {
    expect(columns[columns.length - 1]).toMatchObject({ id: 'id', group: 'hidden' });
  }
});

test.each([
  ['Settings', 'settings'],
  [' instellingen ', 'settings'],
  ["KPI's", 'kpis'],
  ['kpis', 'kpis'],
  ['Actuals', 'actuals'],
  ['Realisatie 2026', 'actuals'],
  ['realisatie-export', 'actuals'],
  ['Omstandigheden', 'events'],
])('a tab called %p is the %s', (name, id) => {
  expect(tabNamed(name)?.id).toBe(id);
});

test.each(['Koers goals', 'Koers', 'Blad1', '', 'Goals 2025'])(
  'a tab called %p is not ours to read',
  (name) => {
    expect(tabNamed(name)).toBeNull();
  },
);
