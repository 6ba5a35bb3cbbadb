import { createAccount } from '../../src/preview/emulation/host/account.ts';
import { OWNER, tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { emulatedReader, emulatedWriter } from './emulated-adapters.ts';
import { memoryWorkbook } from './in-memory-workbook.ts';
import { workbookContract } from './workbook.contract.ts';

workbookContract('the Sheets API', () => {
  const workbook = workbookWith([tabWith('Instellingen', [['Instelling', 'Waarde']])]);
  const account = createAccount({ owner: OWNER, workbooks: [workbook] });
  return {
    fileId: workbook.id,
    reader: emulatedReader(account),
    writer: emulatedWriter(account),
  };
});

workbookContract('memory', () => {
  const { reader, writer, addTab } = memoryWorkbook({ fileId: 'memory-1' });
  addTab('Instellingen', [['Instelling', 'Waarde']]);
  return { fileId: 'memory-1', reader, writer };
});
