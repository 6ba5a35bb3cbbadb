import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../../src/preview/emulation/host/write-xlsx.ts';
import { openWorkbook } from '../../src/preview/open-workbook.ts';
import { OWNER, type TestCell, tabWith, workbookWith } from '../support/emulated-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'koers-open-'));

function opened(tabs: Readonly<Record<string, TestCell[][]>>, today: string | null = null) {
  const file = join(folder, 'book.xlsx');
  const made = Object.entries(tabs).map(([title, rows], at) => tabWith(title, rows, at));
  writeFileSync(file, writeXlsx(workbookWith(made)));
  return openWorkbook(file, { id: 'book', owner: OWNER, today });
}

const HEADER = [['KPI', 'Due']];
const settings = (language: TestCell) => [
  ['Setting', 'Value'],
  ['Language', language],
];

describe('a file has no locale of its own', () => {
  it.each([
    ['the names of its tabs tell: Dutch', { "kpi's ": HEADER }, 'nl_NL'],
    ['one Dutch tab among names that both languages have', { 'Realisatie shop': [] }, 'nl_NL'],
    ['the names of its tabs tell: English', { KPIs: HEADER, Actuals: [] }, 'en_GB'],
    ['Settings goes first', { Settings: settings('Dutch'), KPIs: HEADER }, 'nl_NL'],
    ['in any words', { Settings: settings('engels'), Realisatie: [] }, 'en_GB'],
    ['a language that nobody knows says nothing', { Settings: settings(0), Acties: [] }, 'nl_NL'],
  ])('%s', (_, tabs, locale) => {
    expect(opened(tabs).locale).toBe(locale);
  });
});

it('takes Today out of Settings when another day is asked for', () => {
  const tabs = {
    Instellingen: [
      ['Instelling', 'Waarde'],
      ['Vandaag', 46054],
      ['Taal', 'Nederlands'],
    ],
  };
  const value = (today: string | null) => opened(tabs, today).tabs[0].rows[1][1]?.value;
  expect([value(null), value('2026-02-15')]).toEqual([46054, undefined]);
});
