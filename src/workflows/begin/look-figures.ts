import { readWorkspace } from '../../core/intake/read-workspace.ts';
import { normaliseText } from '../../core/intake/sheet/normalise-text.ts';
import { isBlankCell } from '../../core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import {
  type AskedSource,
  recognisedSource,
  sourceColumns,
  type TriedFigure,
  type TriedSource,
  trySource,
} from '../../core/intake/try-source.ts';
import { BEGIN_WORDS } from '../../core/language/begin-words.ts';
import { describeIssue } from '../../core/language/describe-issue.ts';
import { fullDate, intervalName } from '../../core/language/format-date.ts';
import { formatValue } from '../../core/language/format-number.ts';
import { sentencesIn } from '../../core/language/languages.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Issue, Severity } from '../../core/model/issue.ts';
import type { Language, Workspace } from '../../core/model/workspace.ts';
import { workbookLanguage } from '../set-up/plan-set-up.ts';
import { inputOf, type ReadInput } from '../workbook/known-workbook.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { ownSheet, type ReadWorkbook, readWorkbook } from '../workbook/read-workbook.ts';
import { Refusal } from './asked-step.ts';
import type { FiguresLook, FiguresOf } from './begin.ts';
import type { LookPorts } from './seen-workbook.ts';

/** The workbook with what stands in its cells. */
export interface FiguresGround extends ReadInput {
  readonly read: ReadWorkbook;
}

export function figuresGround({ reader, clock }: LookPorts, fileId: string): FiguresGround {
  const read = readWorkbook(reader, fileId);
  return { read, ...inputOf(clock, read) };
}

/** Tabs that people made and that hold something: figures may stand there. */
export const tabsWithCells = (read: ReadWorkbook): string[] =>
  inputTabs(read.facts).flatMap(({ title }) => {
    const sheet = ownSheet(read, title);
    const isFilled = sheet?.columns.some((cells) => cells.some((cell) => !isBlankCell(cell)));
    return isFilled === true && tabNamed(title) === null ? [title] : [];
  });

/** What counts of each measure as the workbook stands, in the order of the names. */
export function figuresOf(
  { measures, measurements }: Workspace,
  names: readonly string[],
  language: Language,
): FiguresOf[] {
  const { rowCount, measureIds, measure, day } = measurements;
  const last = new Map<string, { count: number; day: Day }>();
  for (let at = 0; at < rowCount; at += 1) {
    const id = measureIds[measure[at]];
    const known = last.get(id);
    last.set(id, {
      count: (known?.count ?? 0) + 1,
      day: Math.max(known?.day ?? day[at], day[at]),
    });
  }
  return names.map((name) => {
    const own = measures.find((one) => normaliseText(one.name) === normaliseText(name));
    const { count = 0, day: lastDay = null } = last.get(own?.id ?? '') ?? {};
    const words = BEGIN_WORDS[language];
    const said = lastDay === null ? '' : words.figuresOf(name, count, fullDate(lastDay, language));
    return { name, count, said };
  });
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
/** So many problems are told, the worst first. */
const MOST_PROBLEMS = 3;

interface LookedTab {
  readonly headers: number;
  readonly headerCell: string;
}

/** In one line, with its cell in the tab: what is missing there has the cell of the headers. */
function problemLine(
  { code, place, ...issue }: Issue,
  tab: string,
  { headerCell }: LookedTab,
  language: Language,
): string {
  const { text, fix } = describeIssue({ code, place, ...issue }, language);
  const cell = code.startsWith('E_SOURCE') ? headerCell : place.cell;
  return `${cell === null ? '' : `${tab}!${cell}: `}${text} ${fix}`.trim();
}

function problemsOf(
  { asked, issues, figures }: TriedSource,
  looked: LookedTab,
  language: Language,
): string[] {
  const told = issues
    .filter(({ severity }) => severity !== 'info')
    .sort((a, b) => RANK[a.severity] - RANK[b.severity])
    .slice(0, MOST_PROBLEMS);
  const isBare = looked.headers === 0 && told.some(({ code }) => code === 'E_SOURCE_COLUMN');
  if (figures.length === 0 && (told.length === 0 || isBare)) {
    return [BEGIN_WORDS[language].nothingRead(asked.tab, looked.headerCell, asked.measure)];
  }
  return told.map((issue) => problemLine(issue, asked.tab, looked, language));
}

/** So many values are shown. */
const FIRST_FIGURES = 5;

function summaryOf({ measure, figures }: TriedSource, language: Language): string {
  if (figures.length === 0) return '';
  const [first, last] = figures.reduce<readonly [Day, Day]>(
    ([from, to], { interval }) => [Math.min(from, interval.start), Math.max(to, interval.end)],
    [figures[0].interval.start, figures[0].interval.end],
  );
  const rhythm = measure.isCadenceGuessed ? null : sentencesIn(language).rhythms[measure.cadence];
  const { readFigures } = BEGIN_WORDS[language];
  return readFigures(figures.length, fullDate(first, language), fullDate(last, language), rhythm);
}

/** What a tab gives a measure, with the columns that Koers recognises in it; a Refusal where it is gone. */
export function tryFigures(
  { input, realToday, read }: FiguresGround,
  asked: AskedSource,
  language: Language,
) {
  const words = BEGIN_WORDS[language];
  const sheet = ownSheet(read, asked.tab);
  if (sheet === undefined) throw new Refusal(words.noTab(asked.tab));
  const tried = trySource(input, realToday, recognisedSource(input, realToday, asked));
  if (tried === null) throw new Refusal(words.noMeasure(asked.measure));
  const columns = sourceColumns(sheet, read.facts.locale);
  const headers = columns.dates.length + columns.values.length;
  const problems = problemsOf(tried, { headers, headerCell: columns.headerCell }, language);
  return { tried, columns, problems };
}

/** The first values that Koers reads in a tab, before anything is written. */
export function lookFigures(
  ports: LookPorts,
  fileId: string,
  spoken: Language,
  asked: AskedSource,
): FiguresLook {
  const ground = figuresGround(ports, fileId);
  const language = workbookLanguage(ground.read.facts, spoken);
  const { tried, columns, problems } = tryFigures(ground, asked, language);
  const { unit, decimals } = tried.measure;
  const line = ({ interval, label, value }: TriedFigure) => ({
    when: intervalName(interval, label, language),
    value: formatValue(value, { unit, decimals, language }),
  });
  // Without its source, if it has one: what people typed counts beside it.
  const ownTabs = ground.input.sheets.filter(({ name }) => tabNamed(name) !== null);
  const { workspace } = readWorkspace({ ...ground.input, sheets: ownTabs }, ground.realToday);
  const [typed] = figuresOf(workspace, [asked.measure], language);
  const also =
    tried.figures.length > 0 && typed.count > 0
      ? [BEGIN_WORDS[language].alsoTyped(typed.said)]
      : [];
  return {
    ...tried.asked,
    dateColumns: columns.dates,
    valueColumns: columns.values,
    summary: summaryOf(tried, language),
    lines: tried.figures.slice(0, FIRST_FIGURES).map(line),
    problems: [...problems, ...also],
  };
}
