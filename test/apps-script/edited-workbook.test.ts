import { classOfPattern } from '../../src/apps-script/edited-workbook.ts';

test.each([
  ['General', 'general'],
  ['0.###############', 'general'],
  ['', 'general'],
  ['@', 'text'],
  ['0', 'number'],
  ['#,##0.00;(#,##0.00)', 'number'],
  ['0.00E+00', 'number'],
  ['0%', 'percent'],
  ['[$€-413] #,##0.00', 'currency'],
  ['"€"#,##0', 'number'],
  ['€ #,##0', 'currency'],
  ['d-m-yyyy', 'date'],
  ['mmm', 'date'],
  ['[$-413]d mmmm yyyy', 'date'],
  ['yyyy-mm-dd h:mm', 'date_time'],
  ['h:mm', 'time'],
  ['mm:ss', 'time'],
  ['[h]:mm:ss', 'duration'],
  ['[red]0', 'number'],
  ['0 "days"', 'number'],
] as const)('the pattern %p is of class %s', (pattern, expected) => {
  expect(classOfPattern(pattern)).toBe(expected);
});
