import type { CellIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What can be wrong with one cell, a formula included. */
export const cellIssues = /* @__PURE__ */ issueSentences<CellIssues>()({
  E_BLANK: { text: '{column} is empty.', fix: 'Fill in {column}.' },
  E_NUMBER: { text: '"{received}" in {column} is not a number.', fix: 'Type a number.' },
  E_NUMBER_SIZE: { text: '"{received}" in {column} is larger than anything that Koers reckons with.', fix: 'Type a smaller number.' },
  E_NUMBER_AMBIGUOUS: { text: '"{received}" in {column} is text and can mean two numbers.', fix: 'Type it again as a number, without thousands separators.' },
  E_BECAME_DATE: { text: 'The cell in {column} became a date ({received}).', fix: 'Set its format to plain text or number and type it again.' },
  E_BOUNDS: { text: '{received} in {column} is not between {low} and {high}.', fix: 'Type a number from {low} to {high}.' },
  E_DATE: { text: '"{received}" in {column} is not a date.', fix: 'Type a date, such as 2026-03-31.' },
  E_DATE_AMBIGUOUS: { text: '"{received}" in {column} is text and can mean two dates.', fix: 'Type it as year-month-day: 2026-03-31.' },
  E_CHOICE: { text: '"{received}" is not a choice for {column}.', fix: 'Choose one of: {expected}.' },
  E_YES_NO: { text: '"{received}" in {column} is neither yes nor no.', fix: 'Type yes or no.' },
  E_CELL_ERROR: { text: 'The cell in {column} shows {received}.', fix: 'Repair its formula or type the value.' },
  E_UNIT: { text: '"{received}" is not a unit.', fix: 'Choose number, percent, points, a unit of time, or a currency such as EUR.' },
  E_EMAIL: { text: '"{received}" is not an e-mail address.', fix: 'Type an address, such as anna@example.org.' },
  E_REFERENCE: { text: '"{received}" in {column} is not known{suggestion}.', fix: 'Use a name or id from the tab {tabs}.' },
  E_REFERENCE_AMBIGUOUS: { text: '"{received}" in {column} is the name of several rows.', fix: 'Use the id instead.' },
  E_ID: { text: '"{received}" cannot be an id.', fix: 'Clear the cell, and Koers makes one; or use small letters, digits and _ only.' },
  E_ID_TWICE: { text: 'The id "{received}" is also in {other}.', fix: 'Clear the id of the row that was copied.' },
  E_FORMULA_EQUALS: { text: 'The formula begins with "=".', fix: 'Remove "=": orders / visitors.' },
  E_FORMULA_CHARACTER: { text: 'The formula has "{received}" at position {position}, which is not known here.', fix: 'Use measures, numbers, + - * / and ( ).' },
  E_FORMULA_UNEXPECTED: { text: 'The formula does not expect "{received}" at position {position}.', fix: 'Check the signs; put names with spaces in [ ].' },
  E_FORMULA_END: { text: 'The formula stops too early, at position {position}.', fix: 'Finish it, or close ) and ].' },
  E_FORMULA_FUNCTION: { text: 'There is no function "{received}".', fix: 'Use min, max, abs or round.' },
  E_FORMULA_OPERANDS: { text: '"{received}" at position {position} has too few or too many values.', fix: 'Separate values with ";".' },
  E_FORMULA_SIZE: { text: 'The formula is too long or too deep.', fix: 'Split it over two measures.' },
  E_FORMULA_NAME: { text: 'The formula names "{received}", which is no measure{suggestion}. Chain: {chain}.', fix: 'Use a name from Measures; put names with spaces in [ ].' },
  E_FORMULA_CYCLE: { text: 'Formulas need each other: {chain}.', fix: 'Break the circle.' },
  E_FORMULA_REACH: {
    text: 'With the formulas of the measures it names, and of those they name, the formula names more than {most} measures.',
    fix: 'Let it rest on fewer, or on a measure with values of its own.',
  },
  W_FORMULA_HUNDRED: { text: 'The formula of a percent multiplies by 100; 2% would become 200%.', fix: 'Remove "* 100": a percent is a share already.' },
  W_FORMULA_AND_VALUES: { text: '"{measure}" has a formula and typed values; the formula counts.', fix: 'Remove one of both.' },
});
