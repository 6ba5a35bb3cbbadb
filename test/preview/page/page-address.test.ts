import { cellLink, readAddress } from '../../../src/preview/page/page-address.ts';

test.each([
  ['', { view: '', tab: null, cell: null }],
  ['#/todo', { view: 'todo', tab: null, cell: null }],
  ["#/workbook/KPI's/I24", { view: 'workbook', tab: "KPI's", cell: 'I24' }],
  ['#/workbook/%E0%A4%A/A1', { view: 'workbook', tab: null, cell: 'A1' }],
])('%p', (hash, expected) => {
  expect(readAddress(hash)).toEqual(expected);
});

test.each(["KPI's", 'a/b', '50%', 'Realisatie #2'])('a link to tab %p comes back whole', (tab) => {
  expect(readAddress(cellLink(tab, 'B7'))).toEqual({ view: 'workbook', tab, cell: 'B7' });
});
