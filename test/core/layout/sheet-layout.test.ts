import { readFileSync, writeFileSync } from 'node:fs';
import { normaliseHeader, normaliseText } from '../../../src/core/intake/sheet/normalise-text.ts';
import { tabNamed } from '../../../src/core/intake/sheet/tab-named.ts';
import { OUTPUT_TAB_WORDS } from '../../../src/core/language/connector-languages.ts';
import {
  CELL_WORDS,
  CHOICE_WORDS,
  SETTING_WORDS,
  TAB_WORDS,
} from '../../../src/core/language/languages.ts';
import {
  choiceSpellings,
  columnHelp,
  columnName,
  columnSpellings,
  settingSpellings,
} from '../../../src/core/language/tab-words.ts';
import { CHOICES, type ChoiceListId } from '../../../src/core/layout/choices.ts';
import { SETTING_IDS, SETTINGS } from '../../../src/core/layout/settings.ts';
import { columnEntries, LAYOUT_VERSION, TABS } from '../../../src/core/layout/sheet-layout.ts';
import { TAB_IDS } from '../../../src/core/layout/tab-layout.ts';
import { LANGUAGES } from '../../../src/core/model/locale.ts';

const GOLDEN = 'test/core/layout/sheet-layout.golden.json';

test('the layout is the one that workbooks out there have; a difference is a decision', () => {
  const layout = {
    version: LAYOUT_VERSION,
    tabs: TABS,
    settings: SETTINGS,
    choices: CHOICES,
    words: {
      tabs: TAB_WORDS,
      settings: SETTING_WORDS,
      choices: CHOICE_WORDS,
      output: OUTPUT_TAB_WORDS,
      cells: CELL_WORDS,
    },
  };
  const text = `${JSON.stringify(layout, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(GOLDEN, text);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

test('there are fifteen tabs to fill, seven of them on day one, and seven that Koers writes', () => {
  expect(TABS.map(({ id }) => id)).toEqual([...TAB_IDS]);
  expect(TABS).toHaveLength(15);
  expect(TABS.filter(({ appears }) => appears === 'day_one').map(({ id }) => id)).toEqual([
    'settings',
    'strategy',
    'goals',
    'measures',
    'kpis',
    'milestones',
    'actuals',
  ]);
  for (const language of LANGUAGES) {
    const names = Object.values(OUTPUT_TAB_WORDS[language]);
    expect(names.filter((name) => /^Koers /.test(name))).toHaveLength(7);
  }
});

describe.each(TAB_IDS)('the columns of %s', (tab) => {
  const columns = columnEntries(tab).map(([id]) => id);

  test.each(LANGUAGES)('have a name of their own and a note in %s', (language) => {
    const names = columns.map((column) => normaliseHeader(columnName(tab, column, language)));
    expect(new Set(names).size).toBe(columns.length);
    for (const column of columns) {
      expect(names).not.toContain('');
      expect(columnHelp(tab, column, language)).toMatch(/\S/);
    }
  });

  test('have no name that is the name of another one in another language', () => {
    const owner = new Map<string, string>();
    for (const column of columns) {
      for (const spelling of columnSpellings(tab, column).names.map(normaliseHeader)) {
        expect(owner.get(spelling) ?? column).toBe(column);
        owner.set(spelling, column);
      }
    }
  });
});

test.each(Object.keys(CHOICES) as ChoiceListId[])(
  'every spelling of %s means one choice',
  (list) => {
    const meaning = new Map<string, string>();
    for (const code of CHOICES[list]) {
      const { names, synonyms } = choiceSpellings(list, code);
      for (const spelling of [code, ...names, ...synonyms].map(normaliseText)) {
        expect(meaning.get(spelling) ?? code).toBe(code);
        meaning.set(spelling, code);
      }
    }
  },
);

test('every spelling of a setting means that setting', () => {
  const meaning = new Map<string, string>();
  for (const id of SETTING_IDS) {
    const { names, synonyms } = settingSpellings(id);
    for (const spelling of [...names, ...synonyms].map(normaliseHeader)) {
      expect(meaning.get(spelling) ?? id).toBe(id);
      meaning.set(spelling, id);
    }
  }
});

test('the hidden id column is the last one of its tab', () => {
  const withIds = TAB_IDS.filter((tab) => columnEntries(tab).some(([id]) => id === 'id'));
  expect(withIds).toEqual(['strategy', 'goals', 'measures', 'kpis', 'actions']);
  for (const tab of withIds) {
    const columns = columnEntries(tab);
    expect(columns[columns.length - 1]).toEqual(['id', { cell: 'id', group: 'hidden' }]);
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
