import { h, replaceChildren } from '../../board/dom.ts';
import { type LibraryChapter, libraryChapters } from '../../core/language/library-list.ts';
import { LIBRARY_WORDS } from '../../core/language/library-words.ts';
import type { View } from './page-context.ts';
import type { Language } from './texts.ts';

const COLUMNS = ['kind', 'unit', 'formula', 'better', 'stage', 'lag', 'example'] as const;

function chapterTable({ field, lines }: LibraryChapter, language: Language): HTMLElement {
  const { headings } = LIBRARY_WORDS[language];
  const head = (text: string) => h('th', { attributes: { scope: 'col' } }, text);
  return h(
    'section',
    { class: 'panel library-field' },
    h('h2', {}, field),
    h(
      'div',
      { class: 'table-scroll', attributes: { tabindex: 0, role: 'region', 'aria-label': field } },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, field),
        h(
          'thead',
          {},
          h('tr', {}, head(headings.kpi), ...COLUMNS.map((own) => head(headings[own]))),
        ),
        h(
          'tbody',
          {},
          ...lines.map((line) =>
            h(
              'tr',
              { attributes: { 'data-search': `${line.kpi} ${line.means} ${field}`.toLowerCase() } },
              h(
                'th',
                { attributes: { scope: 'row' } },
                line.kpi,
                h('span', { class: 'help library-means' }, line.means),
              ),
              ...COLUMNS.map((own) => h('td', {}, line[own] === '' ? '–' : line[own])),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The KPIs to choose from, with a word to find one. */
export const libraryView: View = async (place, { language, say, announce }) => {
  const { title, intro } = LIBRARY_WORDS[language];
  const chapters = libraryChapters(language).map((chapter) => chapterTable(chapter, language));
  const found = h('p', { class: 'help' });
  const search = h('input', {
    attributes: { type: 'search', 'aria-label': say('findKpi'), placeholder: say('findKpi') },
    on: { input: () => filter() },
  });
  const filter = (): void => {
    const wanted = search.value.trim().toLowerCase();
    let count = 0;
    for (const chapter of chapters) {
      const rows = [...chapter.querySelectorAll<HTMLElement>('[data-search]')];
      for (const row of rows) row.hidden = !(row.dataset.search ?? '').includes(wanted);
      const shown = rows.filter((row) => !row.hidden).length;
      chapter.hidden = shown === 0;
      count += shown;
    }
    const text = wanted === '' ? '' : say(count === 1 ? 'kpiFound' : 'kpisFound', { count });
    replaceChildren(found, text);
    announce(text);
  };
  replaceChildren(
    place,
    h('h1', {}, title),
    h('p', { class: 'help' }, intro),
    h('div', { class: 'library-search' }, search, found),
    ...chapters,
  );
};
