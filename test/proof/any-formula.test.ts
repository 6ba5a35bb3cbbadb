import fc from 'fast-check';
import { parseFormula } from '../../src/core/intake/formula/parse-formula.ts';

test('no text makes it throw, and whatever it accepts survives JSON', () => {
  const pieces = fc.constantFrom(
    'a',
    '[b c]',
    '1',
    '2,5',
    '+',
    '-',
    '*',
    '/',
    '(',
    ')',
    ';',
    ',',
    'max',
    ' ',
    '%',
    '[',
    '=',
    '§',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom<',' | '.'>(',', '.'),
      (parts, decimal) => {
        const result = parseFormula(parts.join(''), decimal);
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      },
    ),
    { numRuns: 2000 },
  );
});
