import { differencesOn } from '../reference/differences.ts';
import { workbookOf } from '../reference/random-workbook.ts';

/** Random workbooks on which the engine is held against the reference, for every fault anew. */
const WORKBOOKS = 150;

for (let seed = 0; seed < WORKBOOKS; seed++) {
  test(`the engine and the reference agree on random workbook ${seed}`, () => {
    expect(differencesOn(workbookOf(seed))).toEqual([]);
  });
}
