import { findTab } from '../../core/intake/rows/find-header.ts';
import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { cellAt, isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { type AskedSource, measureRow, sourceCells } from '../../core/intake/try-source.ts';
import { BEGIN_WORDS } from '../../core/language/begin-words.ts';
import { cellAddress } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import { workbookLanguage } from '../set-up/plan-set-up.ts';
import { type SetUpPorts, setUpWorkbook } from '../set-up/set-up-workbook.ts';
import { untilStill } from '../workbook/as-found.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { signature } from '../workbook/signature.ts';
import { type InputChange, writeWithInputs } from '../workbook/write-inputs.ts';
import { Refusal } from './asked-step.ts';
import { type FiguresGround, figuresGround, tryFigures } from './look-figures.ts';

const textOf = (cell: unknown): string => (isBlankCell(cell) ? '' : String(cell).trim());

/** The cells of Measures that name the tab; none when they name it already. */
function sourceChanges(
  { read }: FiguresGround,
  asked: AskedSource,
  language: Language,
): InputChange[] {
  const words = BEGIN_WORDS[language];
  const sheet = read.sheets.find(({ name }) => tabNamed(name)?.id === 'measures');
  const found = sheet === undefined ? null : findTab(sheet, 'measures');
  const row = found === null ? null : measureRow(found, asked.measure);
  const tab = read.facts.tabs.find(({ title }) => title === sheet?.name);
  if (found === null || row === null || tab === undefined)
    throw new Refusal(words.noMeasure(asked.measure));
  const { columnOf } = found;
  const typed = { source_spreadsheet: '', ...sourceCells(asked) };
  const ids = ['source_spreadsheet', 'source_tab', 'date_column', 'value_column'] as const;
  const placed = ids.map((id) => {
    const column = columnOf[id];
    const present = column === undefined ? '' : textOf(cellAt(found.sheet, column, row));
    return { column, present, text: typed[id] };
  });
  const taken = placed.filter(({ present }) => present !== '');
  if (placed.every(({ present, text }) => normaliseText(present) === normaliseText(text)))
    return [];
  const [first] = taken;
  if (first !== undefined) {
    throw new Refusal(
      words.takenSource(asked.measure, `${tab.title}!${cellAddress(first.column ?? 0, row)}`),
    );
  }
  const wanted = placed.filter(({ text }) => text !== '');
  return wanted.map(({ column, text }): InputChange => {
    if (column === undefined) throw new Refusal(words.unreadable(tab.title));
    const place = { sheetId: tab.sheetId, row, column, height: 1, width: 1 };
    return { kind: 'write_cells', ...place, rows: [[text]] };
  });
}

/** Null where Measures changed in the moment before the write. */
function pointAt(ports: SetUpPorts, fileId: string, asked: AskedSource, language: Language) {
  const words = BEGIN_WORDS[language];
  const ground = figuresGround(ports, fileId);
  const { tried, problems } = tryFigures(ground, asked, language);
  if (tried.figures.length === 0) throw new Refusal(problems[0]);
  const changes = sourceChanges(ground, tried.asked, language);
  if (changes.length === 0) return words.knownSource(asked.measure, asked.tab);
  const [{ sheetId }] = changes;
  const before = JSON.stringify(
    ground.read.sheets.find(({ name }) => tabNamed(name)?.id === 'measures')?.columns,
  );
  const isWritten = writeWithInputs(ports, ground.read, changes, [signature(ground.read.facts)], {
    tabsIn: ({ tabs }) => tabs.filter((tab) => tab.sheetId === sheetId),
    isStill: ([now]) => JSON.stringify(now?.columns) === before,
  });
  return isWritten ? words.savedSource(asked.measure, asked.tab) : null;
}

/**
 * Has a measure count from a tab that has its figures: fills the blank cells of its row in Measures
 * that name the tab and what was chosen of its columns. Nothing else is written, and nothing at all
 * where Koers would read no figure there. Gives what was written in a sentence.
 */
export function saveSource(
  ports: SetUpPorts,
  fileId: string,
  spoken: Language,
  asked: AskedSource,
): string {
  const ground = figuresGround(ports, fileId);
  const language = workbookLanguage(ground.read.facts, spoken);
  const { tried, problems } = tryFigures(ground, asked, language);
  if (tried.figures.length === 0) throw new Refusal(problems[0]);
  setUpWorkbook(ports, fileId, spoken, 'without_examples');
  return oneAtATime(ports.lock, () => untilStill(() => pointAt(ports, fileId, asked, language)));
}
