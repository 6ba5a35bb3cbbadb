import {
  masked,
  maskPaths,
  parseMask,
} from '../../../../src/preview/emulation/workbook/fields-mask.ts';

describe('a fields mask', () => {
  test.each([
    ['title', ['title']],
    ['sheets.properties.title', ['sheets.properties.title']],
    [
      'sheets(properties(title,index),data.rowData),properties/timeZone',
      [
        'sheets.properties.title',
        'sheets.properties.index',
        'sheets.data.rowData',
        'properties.timeZone',
      ],
    ],
    ['a.b,a.c', ['a.b', 'a.c']],
    [' a , b ', ['a', 'b']],
  ])('reads %s', (text, paths) => {
    const tree = parseMask(text);
    expect(tree && maskPaths(tree)).toEqual(paths);
  });

  test.each(['', 'a(', 'a(b', 'a,,b', 'a.', '(a)', 'a)b'])('does not read %j', (text) => {
    expect(parseMask(text)).toBe(null);
  });

  test('keeps what it names, in every member of a list, and nothing for what is not there', () => {
    const value = { a: [{ b: 0, c: 2 }, { c: 3 }], d: null, e: false };
    expect(masked(value, parseMask('a.b,e,missing') ?? {})).toEqual({
      a: [{ b: 0 }, {}],
      e: false,
    });
    expect(masked(value, parseMask('*') ?? {})).toEqual(value);
  });
});
