import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from '../../src/preview/emulation/host/write-xlsx.ts';
import { readTableOptions } from '../../src/preview/table-options.ts';
import { tableText } from '../../src/preview/table-text.ts';
import { tabWith, workbookWith } from '../support/emulated-workbook.ts';
import { rawXlsx, sheetOf } from '../support/raw-xlsx.ts';
import { smallWorkbook } from '../workflows/small-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'koers-table-'));

function savedAs(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const small = savedAs('small.xlsx', writeXlsx(smallWorkbook('2026-01-20')));

function printed(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['dist/preview/print-table.js', ...args],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

const rowsOf = (...args: string[]): Record<string, unknown>[] =>
  JSON.parse(printed(...args, '--format', 'json').stdout);

describe('npm run table', () => {
  it('prints the table seen from the day asked for, whatever Settings says', () => {
    const [row] = rowsOf('kpis', small, '--today', '2026-02-15');
    expect(row).toMatchObject({
      kpi: 'Bezoekers Q1',
      status: 'on_course',
      actual: 45_990,
      target: 100_000,
      plan: 45_000,
      progress: 0.4599,
      start_date: '2026-01-01',
      as_of_date: '2026-02-14',
      eta_date: '2026-03-30',
      view_date: '2026-02-15',
      view_note: null,
      kpi_count: 1,
      on_course_share: 1,
      is_critical: false,
    });
  });

  it('uses the day of Settings when none is asked for', () => {
    const [row] = rowsOf('kpis', small);
    expect(row).toMatchObject({ view_date: '2026-01-20', actual: 19_171 });
    expect(row.view_note).toContain('20 jan');
  });

  it('prints the language asked for, with the same codes', () => {
    const [row] = rowsOf('kpis', small, '--today', '2026-02-15', '--language', 'en');
    expect(row).toMatchObject({ status: 'on_course', status_label: 'On course' });
  });

  it('prints no hidden base and no formula, one line per row', () => {
    const { stdout, status } = printed('timeline', small, '--today', '2026-02-15');
    const [header, ...lines] = stdout.trimEnd().split('\n');
    expect(status).toBe(0);
    expect(header.split(',').filter((id) => id.endsWith('_raw'))).toEqual([]);
    expect(lines).toHaveLength(90);
    expect(lines[0]).toContain(',2026-01-01,2026-01-01,');
  });

  it('names formulas without a value, with what to do, and prints the table all the same', () => {
    const xml = sheetOf('<row><c t="inlineStr"><is><t>KPI</t></is></c><c><f>1+1</f></c></row>');
    const file = savedAs('raw.xlsx', rawXlsx([{ title: 'KPIs', xml }]));
    const { status, stderr, stdout } = printed('checks', file);
    expect([status, stdout.includes('E_HEADER')]).toEqual([0, true]);
    expect(stderr).toBe(
      'The file holds no value for these formulas: KPIs!B1. Open the workbook in a spreadsheet program ' +
        'and save it there first; until then they show #N/A.\n',
    );
    expect(printed('checks', file, '--language', 'nl').stderr).toContain('sla haar daar eerst op');
  });

  it('explains itself', () => {
    const { stdout, status } = printed('--help');
    expect(status).toBe(0);
    for (const word of ['--today', '--format', '--language', 'workbook.xlsx']) {
      expect(stdout).toContain(word);
    }
  });

  it.each([
    ['no workbook', [] as string[], 'Give a table and one workbook'],
    ['a file that is not there', ['kpis', join(folder, 'nope.xlsx')], 'There is no file'],
    [
      'a file that is no workbook',
      ['kpis', savedAs('notes.xlsx', 'hallo')],
      'not an .xlsx workbook',
    ],
    ['an empty file', ['kpis', savedAs('empty.xlsx', '')], 'is empty'],
    [
      'a workbook without the tab that matters',
      [
        'kpis',
        savedAs('other.xlsx', writeXlsx(workbookWith([tabWith('Boodschappen', [['melk']])]))),
      ],
      'has no tab "KPIs"',
    ],
    ['a table that does not exist', ['secrets', small], 'There is no table "secrets"'],
    ['a day that does not exist', ['kpis', small, '--today', '2026-02-30'], '--today wants a day'],
    [
      'a format that does not exist',
      ['kpis', small, '--format', 'xml'],
      '--format wants csv or json',
    ],
    ['an option that does not exist', ['kpis', small, '--colour'], '--help'],
  ])('says one sentence about %s and fails', (_case, args, sentence) => {
    const { status, stdout, stderr } = printed(...args);
    expect(status).not.toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:/);
  });
});

describe('a table as csv', () => {
  const columns = [
    { id: 'kpi', type: 'TEXT' },
    { id: 'gap', type: 'NUMBER' },
    { id: 'due_date', type: 'YEAR_MONTH_DAY' },
  ];

  it('quotes what needs it, and leaves blank what is missing', () => {
    const rows = [
      ['a "b", c', 0, '20260214'],
      [null, -2.5, null],
    ];
    expect(tableText('csv', columns, rows)).toBe(
      'kpi,gap,due_date\n"a ""b"", c",0,2026-02-14\n,-2.5,\n',
    );
  });

  it('gives a spreadsheet no formula to run, and leaves numbers numbers', () => {
    const rows = [['=HYPERLINK("http://x")', -3, null]];
    expect(tableText('csv', columns, rows)).toContain(`"'=HYPERLINK(""http://x"")",-3,`);
    expect(JSON.parse(tableText('json', columns, rows))[0]).toEqual({
      kpi: '=HYPERLINK("http://x")',
      gap: -3,
      due_date: null,
    });
  });
});

describe('the options', () => {
  it('default to csv, the language and the day of the workbook', () => {
    expect(readTableOptions(['kpis', 'a.xlsx'])).toEqual({
      table: 'kpis',
      file: 'a.xlsx',
      today: null,
      format: 'csv',
      language: null,
    });
  });
});
