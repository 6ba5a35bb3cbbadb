import { refuseOthersBoard } from '../../../src/workflows/board/web-app.ts';

const person = (visitor: string, email: string) => ({
  visitor: () => visitor,
  email: () => email,
  locale: () => 'nl',
});
const properties = (board: string | null) => ({
  get: (key: string) => (key === 'BOARD' ? board : null),
});

const refusal = (visitor: string, email: string, board: string | null): string | null => {
  try {
    refuseOthersBoard(person(visitor, email), properties(board));
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'other';
  }
};

test.each([
  ['switched on, as the visitor', 'anna@x.nl', 'anna@x.nl', 'ON', null],
  ['written small, with a blank', 'anna@x.nl', 'anna@x.nl', ' on ', null],
  ['not switched on', 'anna@x.nl', 'anna@x.nl', null, 'BOARD_OFF'],
  ['switched off', 'anna@x.nl', 'anna@x.nl', 'off', 'BOARD_OFF'],
  ['deployed to run as its maker', 'anna@x.nl', 'maker@x.nl', 'ON', 'BOARD_AS_MAKER'],
  ['as its maker, for somebody Google does not tell of', '', 'maker@x.nl', 'ON', 'BOARD_AS_MAKER'],
])('%s', (_, visitor, email, board, expected) => {
  expect(refusal(visitor, email, board)).toBe(expected);
});
