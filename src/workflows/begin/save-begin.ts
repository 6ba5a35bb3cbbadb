import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { BEGIN_WORDS } from '../../core/language/begin-words.ts';
import type { TabId } from '../../core/layout/tab-layout.ts';
import { LIBRARY_KPI_IDS, type LibraryKpiId, libraryKpi } from '../../core/library/kpi-library.ts';
import { serialFromDay } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import { libraryRows } from '../input-tabs/library-rows.ts';
import { type TabRow, typedRow } from '../input-tabs/row-cells.ts';
import { removeExampleRows } from '../menu/remove-examples.ts';
import { addTab, type SetUpPorts, setUpWorkbook } from '../set-up/set-up-workbook.ts';
import { foundTwice } from '../workbook/as-found.ts';
import { putRowsRight } from '../workbook/misplaced-rows.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { type AddedRows, rowsBelow } from '../workbook/rows-below.ts';
import { signature } from '../workbook/signature.ts';
import { typedSettings } from '../workbook/typed-settings.ts';
import type { ColumnLook } from '../workbook-change.ts';
import { fieldReader, Refusal } from './asked-step.ts';
import type { AskedCourse, AskedFigures, AskedGoal, AskedKpi, AskedRows } from './begin.ts';
import { strategyIn } from './look-begin.ts';
import { ourTab, rowsIn, type SeenWorkbook, seeWorkbook } from './seen-workbook.ts';

interface NewRows {
  readonly tab: TabId;
  readonly rows: readonly TabRow[];
  readonly looks?: Readonly<Record<string, ColumnLook>>;
}

interface Asked {
  readonly rows: readonly NewRows[];
  readonly said: string;
}

interface Found {
  readonly book: SeenWorkbook;
  readonly currency: string;
}

const isSame = (one: string, other: string): boolean => normaliseText(one) === normaliseText(other);

/** Lines that are not there yet; one that is there is changed in the workbook itself. */
function courseRows(asked: AskedCourse, { book }: Found): Asked {
  const present = strategyIn(book);
  const kinds = ['mission', 'vision', 'strategy'] as const;
  const rows = kinds.flatMap((kind): TabRow[] => {
    const text = asked[kind].trim();
    return text === '' || present[kind] !== '' ? [] : [{ kind, text }];
  });
  const said = rows.length === 0 ? '' : BEGIN_WORDS[book.language].savedCourse;
  return { rows: [{ tab: 'strategy', rows }], said };
}

const refuseOrder = (start: number, due: number, language: Language): void => {
  if (due < start) throw new Refusal(BEGIN_WORDS[language].wrongOrder);
};

function refuseTaken(name: string, names: readonly string[], language: Language): void {
  if (names.some((own) => isSame(own, name))) throw new Refusal(BEGIN_WORDS[language].taken(name));
}

const namesIn = (book: SeenWorkbook, tab: 'goals' | 'kpis' | 'measures'): string[] =>
  rowsIn(book, tab, ['name']).map(({ name }) => name);

function goalRows(asked: AskedGoal, { book }: Found): Asked {
  const words = BEGIN_WORDS[book.language];
  const { needed, day } = fieldReader(book.facts.locale, book.language);
  const name = needed(words.goal, asked.name);
  const [start, due] = [day(words.start, asked.start), day(words.due, asked.due)];
  refuseOrder(start, due, book.language);
  refuseTaken(name, namesIn(book, 'goals'), book.language);
  const [success, owner] = [asked.successWhen.trim(), asked.owner.trim()];
  const row = { name, success_when: success || null, start, due, owner: owner || null };
  return { rows: [{ tab: 'goals', rows: [row] }], said: words.savedGoal(name) };
}

/** The KPI, the measures that are not there yet, and its targets per period. */
function kpiRows(asked: AskedKpi, { book, currency }: Found): Asked {
  const { language } = book;
  const words = BEGIN_WORDS[language];
  const { needed, number, day, lines } = fieldReader(book.facts.locale, language);
  const id: LibraryKpiId | undefined = LIBRARY_KPI_IDS.find((own) => own === asked.id);
  if (id === undefined) throw new Refusal(words.blank(words.search));
  const { unit, example } = libraryKpi(id);
  const isPercent = unit === 'percent';
  const isBand = example.target === undefined;
  const [start, due] = [day(words.start, asked.start), day(words.due, asked.due)];
  refuseOrder(start, due, language);
  const targets = lines(asked.perPeriod, isPercent);
  const asks = (field: string, typed: string, isNeeded: boolean) =>
    number(field, isNeeded ? needed(field, typed) : typed, isPercent);
  const chosen = {
    id,
    goal: asked.goal,
    start,
    due,
    lastTime: asks(words.lastTime, asked.lastTime, false),
    target: isBand ? null : asks(words.target, asked.target, targets.length === 0),
    low: isBand ? asks(words.low, asked.low, true) : null,
    high: isBand ? asks(words.high, asked.high, true) : null,
    cadence: null,
  };
  const { measures, kpi } = libraryRows(chosen, language, currency);
  const name = String(kpi.name);
  refuseTaken(name, namesIn(book, 'kpis'), language);
  const present = namesIn(book, 'measures');
  const missing = measures.filter((row) => !present.some((own) => isSame(own, String(row.name))));
  const looks: Readonly<Record<string, ColumnLook>> = isPercent
    ? { last_time: 'percent', target: 'percent', low: 'percent', high: 'percent' }
    : {};
  return {
    rows: [
      { tab: 'measures', rows: missing },
      { tab: 'kpis', rows: [kpi], looks },
      {
        tab: 'targets',
        rows: targets.map(({ period, value }) => ({ kpi: name, period, target: value })),
        looks,
      },
    ],
    said: words.savedKpi(name, missing.length, targets.length),
  };
}

/** Figures that stand there already are left out: whoever lost an answer presses once more. */
function figureRows(asked: AskedFigures, { book }: Found): Asked {
  const words = BEGIN_WORDS[book.language];
  const { needed, lines } = fieldReader(book.facts.locale, book.language);
  const measure = needed(words.measure, asked.measure);
  const present = rowsIn(book, 'actuals', ['date', 'measure', 'value', 'channel']);
  const figures = lines(needed(words.figureLines, asked.lines), false);
  const missing = figures.filter(({ period, value }) => {
    const date = String(typeof period === 'number' ? serialFromDay(period) : period);
    const at = present.findIndex(
      (row) =>
        isSame(row.measure, measure) &&
        row.date === date &&
        row.value === String(value) &&
        row.channel === '',
    );
    if (at !== -1) present.splice(at, 1);
    return at === -1;
  });
  const known = figures.length - missing.length;
  const said = [
    ...(missing.length > 0 ? [words.savedFigures(missing.length, measure)] : []),
    ...(known > 0 ? [words.knownFigures(known)] : []),
  ];
  return {
    rows: [
      {
        tab: 'actuals',
        rows: missing.map(({ period, value }) => ({ date: period, measure, value })),
      },
    ],
    said: said.join(' '),
  };
}

function askedRows(asked: AskedRows, found: Found): Asked {
  switch (asked.step) {
    case 'course':
      return courseRows(asked, found);
    case 'goal':
      return goalRows(asked, found);
    case 'kpi':
      return kpiRows(asked, found);
    case 'figures':
      return figureRows(asked, found);
  }
}

function planned({ reader }: SetUpPorts, fileId: string, spoken: Language, asked: AskedRows) {
  const book = seeWorkbook(reader, fileId, spoken);
  const { currency } = typedSettings(book.facts, reader);
  const { rows, said } = askedRows(asked, { book, currency });
  const filled = rows.filter((own) => own.rows.length > 0);
  const added = filled.flatMap((own): AddedRows[] => {
    const tab = ourTab(book, own.tab);
    if (tab !== null) {
      const { id } = tab.layout;
      const typed = own.rows.map((row) => typedRow(id, row, book.language));
      return [{ tab, rows: typed.map((cells) => ({ cells, looks: own.looks })) }];
    }
    const seen = book.seen.find(({ layout }) => layout.id === own.tab);
    if (seen === undefined) return [];
    const words = BEGIN_WORDS[book.language];
    const refused = seen.kind === 'other_shape' ? words.otherShape : words.unreadable;
    throw new Refusal(refused(seen.facts.title));
  });
  const missing = filled.filter(({ tab }) => !book.seen.some(({ layout }) => layout.id === tab));
  const { facts, language } = book;
  const changes = added.flatMap((own) => rowsBelow(own, language));
  return { facts, language, added, changes, said, missing: missing.map(({ tab }) => tab) };
}

/**
 * Writes what was typed in one step as new rows, below what stands there: nothing is changed. The
 * tabs are put there or completed first. Gives what was written in a sentence; a Refusal writes
 * nothing.
 */
export function saveBegin(
  ports: SetUpPorts,
  fileId: string,
  spoken: Language,
  asked: AskedRows,
): string {
  // What cannot be used is refused before a tab is made for it.
  planned(ports, fileId, spoken, asked);
  setUpWorkbook(ports, fileId, spoken, 'without_examples');
  removeExampleRows(ports, fileId);
  for (const tab of planned(ports, fileId, spoken, asked).missing) addTab(ports, fileId, tab);
  return oneAtATime(ports.lock, () => {
    const { facts, language, added, changes, said } = foundTwice(
      () => planned(ports, fileId, spoken, asked),
      (plan) => [plan.said, plan.changes],
    );
    if (changes.length > 0) ports.writer.apply(fileId, [...changes, signature(facts)]);
    putRowsRight(ports, fileId, added, language);
    return said;
  });
}
