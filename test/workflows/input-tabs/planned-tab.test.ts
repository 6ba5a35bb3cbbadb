import { EXAMPLE_WORDS } from '../../../src/core/language/example-words.ts';
import { TABS } from '../../../src/core/layout/sheet-layout.ts';
import { TAB_IDS, type TabId } from '../../../src/core/layout/tab-layout.ts';
import { LANGUAGES } from '../../../src/core/model/locale.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import { plannedColumns, titlesIn } from '../../../src/workflows/input-tabs/planned-tab.ts';

const planned = (tab: TabId, language: Language) =>
  plannedColumns(tab, language, titlesIn(TAB_IDS, language));

test.each(LANGUAGES)(
  'every header in %s has a note with an example, or what there is to choose',
  (language) => {
    const { forExample, oneOf } = EXAMPLE_WORDS[language];
    const [example, choose] = [forExample(''), oneOf([]).replace(/\W+$/, '')];
    const bare = TABS.flatMap(({ id: tab }) =>
      planned(tab, language)
        .filter(({ note, layout }) => {
          const explains = note.includes(`\n${example}`) || note.includes(`\n${choose}`);
          return layout.cell !== 'id' && !explains;
        })
        .map(({ id }) => `${tab}.${id}`),
    );
    expect(bare).toEqual([]);
  },
);

test('an example stands as a person types it in the language', () => {
  const notes = (language: Language) =>
    Object.fromEntries(planned('kpis', language).map(({ id, note }) => [id, note.split('\n')[1]]));
  expect(notes('nl')).toMatchObject({
    start: 'Bijvoorbeeld: 01-01-2026',
    target: 'Bijvoorbeeld: 120.000',
    growth: 'Bijvoorbeeld: 10%',
    critical: 'Bijvoorbeeld: ja',
    state: 'Kies: actief, gepauzeerd, gestopt.',
  });
  expect(notes('en')).toMatchObject({
    start: 'For example: 2026-01-01',
    target: 'For example: 120,000',
    critical: 'For example: yes',
  });
});

test('a list of names points at the column with names, whatever stands before it', () => {
  const offered = (tab: TabId, column: string) =>
    planned(tab, 'nl').find(({ id }) => id === column)?.offered;
  expect(offered('kpis', 'goal')).toEqual({ kind: 'names', title: 'Doelstellingen', column: 0 });
  expect(offered('goals', 'strategy_line')).toEqual({
    kind: 'names',
    title: 'Strategie',
    column: 1,
  });
  expect(offered('kpis', 'target')).toBeNull();
});
