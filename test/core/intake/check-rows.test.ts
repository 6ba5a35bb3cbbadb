import { checkRows, codesOfRows, READ_BESIDE } from '../../../src/core/intake/check-rows.ts';
import { readWorkspace, type WorkbookInput } from '../../../src/core/intake/read-workspace.ts';
import { findTab } from '../../../src/core/intake/rows/find-header.ts';
import { MOST_PER_COLUMN } from '../../../src/core/intake/rows/issue-list.ts';
import { rowCountOf, type SheetInput } from '../../../src/core/intake/sheet/sheet-input.ts';
import { tabNamed } from '../../../src/core/intake/sheet/tab-named.ts';
import { describeIssue, isLineOf, issueLine } from '../../../src/core/language/describe-issue.ts';
import { cellPosition } from '../../../src/core/model/a1-notation.ts';
import type { Issue } from '../../../src/core/model/issue.ts';
import type { IssueCode } from '../../../src/core/model/issue-details.ts';
import { storiesIn } from '../../support/story-files.ts';
import { inputOf } from '../../support/story-run.ts';
import { day } from '../../support/workspace-builder.ts';

/** Of a tab; rows beyond are like those before. */
const MOST_ROWS = 15;

const STORIES = storiesIn('test/stories');

/** Header and one row of a tab of figures, every other row blank; a plan whole. */
function asEdited(sheet: SheetInput, row: number): SheetInput {
  const id = tabNamed(sheet.name)?.id;
  if (id === undefined || READ_BESIDE.includes(id)) return sheet;
  const header = findTab(sheet, id)?.headerRow ?? row - 1;
  return {
    ...sheet,
    columns: sheet.columns.map((cells) =>
      cells.slice(0, row + 1).map((cell, at) => (at <= header || at === row ? cell : '')),
    ),
  };
}

/** What a row is told while it is typed, beside what it may name. */
function toldAtRow(
  { workbook, sheets }: WorkbookInput,
  sheet: SheetInput,
  row: number,
  today: number,
) {
  const beside = sheets.filter(({ name }) => {
    const id = tabNamed(name)?.id;
    return id !== undefined && READ_BESIDE.includes(id) && name !== sheet.name;
  });
  const input = { workbook, sheets: [...beside, asEdited(sheet, row)] };
  return checkRows(input, { tab: sheet.name, firstRow: row, endRow: row + 1 }, today).issues;
}

/** Listed for the first so many of a column only. */
const CUT_SHORT: readonly IssueCode[] = ['E_PERIOD_YEAR', 'E_PERCENT_UNIT'];

/** A measure that a KPI names may have its figures, whether Measures knows it or not. */
const isOfFigures = (details: object) => JSON.stringify(details).includes('{"tabs":["measures"]}');

const lineOf = (issue: Issue) => `${issue.place.tab} ${issue.place.cell} ${issueLine(issue, 'en')}`;

describe.each(STORIES)('the rows of $name', (story) => {
  const input = inputOf(story);
  const today = day(story.today);
  const whole = readWorkspace(input, today).issues;
  const told = input.sheets.flatMap((sheet) =>
    tabNamed(sheet.name) === null
      ? []
      : Array.from({ length: Math.min(rowCountOf(sheet), MOST_ROWS) }, (_, row) =>
          toldAtRow(input, sheet, row, today),
        ).flat(),
  );

  it('are told nothing that the checks do not say', () => {
    const said = new Set(whole.map(lineOf));
    const manyOf = (code: IssueCode) =>
      CUT_SHORT.includes(code) ||
      whole.filter((own) => own.code === code).length >= MOST_PER_COLUMN;
    const alone = told.filter((issue) => !said.has(lineOf(issue)) && !manyOf(issue.code));
    expect(alone.map(lineOf)).toEqual([]);
  });

  it('are told all that they tell by themselves', () => {
    const said = new Set(told.map(lineOf));
    const missed = whole.filter(({ code, place, details }) => {
      const row = place.cell === null ? undefined : cellPosition(place.cell)?.row;
      const isRead = tabNamed(place.tab) !== null && row !== undefined && row < MOST_ROWS;
      return isRead && codesOfRows(place.tab).includes(code) && !isOfFigures(details);
    });
    expect(missed.filter((issue) => !said.has(lineOf(issue))).map(lineOf)).toEqual([]);
  });
});

test('a line is known for a finding of its code, whatever is in it, and for no other', () => {
  const lines = STORIES.flatMap((story) => readWorkspace(inputOf(story), day(story.today)).issues);
  const codes = new Set(lines.map(({ code }) => code));
  expect(codes.size).toBeGreaterThan(30);
  for (const issue of lines) {
    const line = issueLine(issue, 'nl');
    expect(isLineOf(line, issue.code, 'nl') ? '' : line).toBe('');
  }
  const { text } = describeIssue(lines[0], 'nl');
  expect(isLineOf(text, 'E_EMAIL', 'nl')).toBe(false);
  expect(isLineOf(`${text} (anders)`, lines[0].code, 'nl')).toBe(false);
});
