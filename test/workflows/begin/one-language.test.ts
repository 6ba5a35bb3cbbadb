import { outputTabNames } from '../../../src/core/language/connector-languages.ts';
import { tabName } from '../../../src/core/language/tab-words.ts';
import { OUTPUT_TAB_IDS } from '../../../src/core/layout/output-tabs.ts';
import { TABS } from '../../../src/core/layout/sheet-layout.ts';
import type { Language } from '../../../src/core/model/workspace.ts';
import type { AskedKpi } from '../../../src/workflows/begin/begin.ts';
import { lookBegin } from '../../../src/workflows/begin/look-begin.ts';
import { saveBegin } from '../../../src/workflows/begin/save-begin.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { memoryWorkbook } from '../../contract/in-memory-workbook.ts';
import { executed, memoryPorts } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

// The spreadsheet's locale follows whoever made it; the language is that of whoever begins.

const FILE = 'memory-1';
const KPI: AskedKpi = {
  step: 'kpi',
  id: 'conversion_rate',
  goal: '',
  start: '2026-01-01',
  due: '2026-12-31',
  lastTime: '',
  target: '2,4',
  low: '',
  high: '',
  perPeriod: '2026-01 2',
};

function begun(spoken: Language, locale: string) {
  const book = memoryWorkbook({ fileId: FILE, locale });
  book.addTab('Sheet1', []);
  const ports = memoryPorts(book, morningOf('2026-03-10'));
  const save = (asked: Parameters<typeof saveBegin>[3]) =>
    executed(ports, () => saveBegin(ports, FILE, spoken, asked));
  const titles = () => book.reader.facts(FILE).tabs.map(({ title }) => title);
  const cells = (title: string) =>
    book.reader.columns(FILE, [`'${title.replace(/'/g, "''")}'`])[0].flat();
  return { ports, save, titles, cells, look: () => lookBegin(ports, FILE, spoken) };
}

const OTHER = { en: 'nl', nl: 'en' } as const;
const namesIn = (language: Language) => TABS.map(({ id }) => tabName(id, language));

describe.each([
  ['nl', 'en_US'],
  ['nl', 'nl_NL'],
  ['en', 'nl_NL'],
  ['en', 'en_GB'],
  ['en', 'de_DE'],
] as const)('an empty spreadsheet, a person who speaks %s, a locale of %s', (spoken, locale) => {
  it('has one language from the first screen to the tabs of results', () => {
    const { ports, save, titles, cells, look } = begun(spoken, locale);
    expect(look().language).toBe(spoken);
    save(KPI);
    const counted = look().measures[0].name;
    save({ step: 'figures', measure: counted, lines: '2026-01 31' });
    executed(ports, () => recalculate(ports, FILE, 'menu'));
    const other = namesIn(OTHER[spoken]).filter((name) => !namesIn(spoken).includes(name));
    expect(titles().filter((title) => other.includes(title))).toEqual([]);
    const made = OUTPUT_TAB_IDS.map((id) => outputTabNames(id)[spoken === 'en' ? 0 : 1]);
    expect(made.filter((name) => titles().includes(name)).length).toBeGreaterThan(4);
    const words = { en: ['English', 'grow to'], nl: ['Nederlands', 'groeien naar'] };
    const all = titles().flatMap(cells);
    expect(words[spoken].filter((word) => all.includes(word))).toHaveLength(2);
    expect(words[OTHER[spoken]].filter((word) => all.includes(word))).toEqual([]);
    expect(look().kpis[0].target).toBe(spoken === 'nl' ? '2,4%' : '2.4%');
  });
});

describe('what is typed where the spreadsheet writes numbers and days in another way', () => {
  const figures = (lines: string) => ({ step: 'figures', measure: 'Omzet', lines }) as const;

  it('is read where it can mean one thing, zero and a negative number too', () => {
    const { save, cells } = begun('nl', 'en_US');
    save(figures('2026-01 2,5\n2026-02 -0,5\n2026-03 0\n14-2-2026 12000'));
    expect(cells('Realisatie')).toEqual(expect.arrayContaining([2.5, -0.5, 0, 12_000]));
  });

  it('is refused with what to type where it can mean two', () => {
    const { save } = begun('nl', 'en_US');
    expect(() => save(figures('2026-01 120.000'))).toThrow(
      '"120.000" kan hier twee getallen zijn. Typ het zonder punt of komma voor duizenden: 12000.',
    );
    expect(() => save(figures('3-2-2026 31'))).toThrow(
      '"3-2-2026" kan hier twee dagen zijn. Typ jaar-maand-dag: 2026-03-31.',
    );
    expect(() => save({ ...KPI, id: 'revenue', target: '120.000' })).toThrow('twee getallen');
  });

  it('is one number and one day where both write alike', () => {
    const { save, cells } = begun('nl', 'nl_NL');
    save(figures('3-2-2026 120.000'));
    expect(cells('Realisatie')).toEqual(expect.arrayContaining([46_056, 120_000]));
  });
});
