import type { AskedRows } from '../../../src/workflows/begin/begin.ts';
import type { SentDecision } from '../../../src/workflows/review/sent-decisions.ts';
import type { MemoryWorkbook } from '../../contract/in-memory-workbook.ts';
import type { Played } from './play.ts';
import { cellsOf, FILE, type Row, rowsOf, type SharedTab } from './team-workbook.ts';

/** What this person decides of a KPI; with another target behind its id that comes too. */
export function decisionBy(by: string, wish: string): SentDecision {
  const [kpiId, target = ''] = wish.split(' ');
  const text = `Decided by ${by}`;
  const blank = { owner: '', due: '', effect: '', from: '' };
  return { ...blank, kpiId, text, decision: target === '' ? 'keep' : 'adjust', target };
}

/** What a check-in of this person says. */
export const noteBy = (by: string): string => `Seen by ${by}`;

const YEAR = { start: '2026-01-01', due: '2026-12-31' };

const STEPS: Readonly<Record<string, (by: string) => AskedRows>> = {
  goal: (by) => ({
    step: 'goal',
    name: `Begun by ${by}`,
    successWhen: `when ${by} says so`,
    ...YEAR,
    owner: '',
  }),
  kpi: () => ({
    step: 'kpi',
    id: 'revenue',
    goal: 'Grow',
    ...YEAR,
    ...{ lastTime: '-3', target: '70,000', low: '', high: '', perPeriod: '' },
  }),
  figures: (by) => ({
    step: 'figures',
    measure: 'Visits',
    lines: `2026-02-14 ${valueBy(by)}`,
  }),
};

const valueBy = (by: string): number => 9_000 + by.charCodeAt(0);

/** A step of Begin as this person fills it in. */
export const begunBy = (by: string, step: string): AskedRows => STEPS[step](by);

/** What each row of Begin holds, whoever began. */
const BEGUN: readonly (readonly [SharedTab, (row: Row) => boolean, readonly string[]])[] = [
  ['goals', ({ Goal }) => /^Begun by/.test(String(Goal)), ['Success when', 'Start', 'Due']],
  ['kpis', ({ KPI }) => KPI === 'Revenue', ['Goal', 'Kind', 'Start', 'Due', 'Target']],
  ['actuals', ({ Value }) => Number(Value) > 9_000, ['Date', 'Measure']],
];

/** Whether Begin made this row. */
export const isBegun = (tab: SharedTab, row: Row): boolean =>
  BEGUN.some(([own, isIt]) => own === tab && isIt(row));

/** Rows of Begin that are not whole, or stand there twice. */
export function strayBegun(book: MemoryWorkbook): string[] {
  return BEGUN.flatMap(([tab, isIt, filled]) => {
    const rows = rowsOf(book, tab).rows.filter(isIt);
    const texts = rows.map((row) => JSON.stringify(filled.map((column) => row[column] ?? null)));
    const names = rows.map(({ Goal, KPI, Value }) => `${Goal} ${KPI} ${Value}`);
    return [
      ...texts.filter((text) => text.includes('null')).map((text) => `begun: ${text}`),
      ...(new Set(names).size < names.length ? [`begun twice: ${names.join(', ')}`] : []),
    ];
  });
}

/** Rows by header with a cell that begins so, of every tab with these columns. */
function rowsSaying(book: MemoryWorkbook, columns: readonly string[], beginning: string): Row[] {
  return book.reader.facts(FILE).tabs.flatMap(({ title }) => {
    const [header = [], ...rows] = cellsOf(book, title);
    if (!columns.every((column) => header.includes(column))) return [];
    return rows
      .map((row) => Object.fromEntries(row.map((cell, at) => [String(header[at]), cell])))
      .filter((row) => Object.values(row).some((cell) => String(cell).startsWith(beginning)));
  });
}

/** Jobs that said they have written, each once: what is written twice is one row. */
function writtenBy({ ended }: Played, workflow: string): Set<string> {
  const done = ended.filter(
    ({ job, end }) =>
      job.workflow === workflow &&
      end.kind === 'done' &&
      (end.value as { isWritten: boolean }).isWritten,
  );
  return new Set(done.map(({ job }) => `${job.wish} ${job.by}`));
}

/** Check-ins that are not whole, not there, or there twice. */
export function strayCheckIns(played: Played): string[] {
  const { book, typed } = played;
  const rows = rowsSaying(book, ['Note', 'Phase'], 'Seen by');
  const said = rows.map(({ KPI, Note }) => `${KPI}: ${Note}`);
  const broken = rows.filter(
    (row) =>
      row.Action !== 'Check-in' ||
      row.Phase !== 'check' ||
      row.Confidence !== 0.4 ||
      typeof row.Date !== 'number' ||
      !String(row.Note).startsWith('Seen by'),
  );
  const wanted = writtenBy(played, 'checkIn').size;
  const isThere = !typed.moved.has('Actions');
  const isMissing = isThere && new Set(said).size < wanted;
  return [
    ...broken.map((row) => `a check-in is ${JSON.stringify(row)}`),
    ...(isMissing ? [`${wanted} check-ins were written, there are ${said.join(', ')}`] : []),
    ...(isThere && new Set(said).size < said.length ? [`twice: ${said.join(', ')}`] : []),
  ];
}

/** Rows that keep a decision, by tab: what is filled in each of them. */
const DECIDED: readonly (readonly [tab: string, said: string, filled: readonly string[]])[] = [
  ['Actions', 'Action', ['KPI', 'Phase', 'Date', 'Decision', 'Action ID']],
  ['Target changes', 'Reason', ['KPI', 'Effective from', 'Target']],
];

/** Decisions that are not whole, not there, or there twice. */
export function strayDecisions(played: Played): string[] {
  const { book, typed } = played;
  return DECIDED.flatMap(([tab, said, filled]) => {
    const rows = rowsSaying(book, [said, ...filled], 'Decided by');
    const broken = rows.filter(
      (row) =>
        !String(row[said]).startsWith('Decided by') ||
        filled.some((column) => (row[column] ?? '') === ''),
    );
    const texts = rows.map((row) => [row[said], ...filled.map((column) => row[column])].join());
    const wanted = [...writtenBy(played, 'decide')].filter(
      (job) => tab === 'Actions' || /\d{4} /.test(job),
    );
    const [isThere, found] = [!typed.moved.has(tab), new Set(texts).size];
    return [
      ...broken.map((row) => `a decision in ${tab} is ${JSON.stringify(row)}`),
      ...(isThere && found < wanted.length
        ? [`${wanted.join(', ')} were decided, ${tab} holds ${texts.join('; ')}`]
        : []),
      ...(isThere && found < texts.length ? [`decided twice: ${texts.join('; ')}`] : []),
    ];
  });
}
