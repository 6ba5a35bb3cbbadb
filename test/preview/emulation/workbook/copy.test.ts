import { cellAt, putCell } from '../../../../src/preview/emulation/workbook/cells.ts';
import { duplicateWorkbook } from '../../../../src/preview/emulation/workbook/copy.ts';
import { OWNER, tabWith, workbookWith } from '../../../support/emulated-workbook.ts';

test('a copy of a workbook has its contents and is nobody else’s, and the two go their own ways', () => {
  const workbook = workbookWith([tabWith('Goals', [['kept', -3]])], { title: 'Plan' });
  workbook.sharing = { owner: OWNER, editors: ['eva@koers.example'], viewers: [] };
  const copy = duplicateWorkbook(workbook, 'workbook-2', 'eva@koers.example');
  const [original, copied] = [workbook.tabs[0], copy.tabs[0]];
  if (original === undefined || copied === undefined) throw new Error('a tab went missing');
  putCell(copied, 0, 0, { value: 'changed' });
  expect([copy.id, copy.title, copy.sharing]).toEqual([
    'workbook-2',
    'Copy of Plan',
    { owner: 'eva@koers.example', editors: [], viewers: [] },
  ]);
  expect([cellAt(original, 0, 0)?.value, cellAt(copied, 0, 1)?.value]).toEqual(['kept', -3]);
});
