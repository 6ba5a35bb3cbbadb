import { requestOf } from '../../src/apps-script/change-requests.ts';

describe('a cell that is written', () => {
  const cellsOf = (row: (string | number | boolean | null)[]) =>
    requestOf({ kind: 'replace_tab', sheetId: 7, rows: [row] }).updateCells?.rows?.[0].values;

  it('is a text when it is a text, whatever it begins with', () => {
    expect(cellsOf(['=IMPORTXML("http://x")', '+31 6', "'x"])).toEqual([
      { userEnteredValue: { stringValue: '=IMPORTXML("http://x")' } },
      { userEnteredValue: { stringValue: '+31 6' } },
      { userEnteredValue: { stringValue: "'x" } },
    ]);
  });

  it('is shortened where it is longer than a cell, and says so', () => {
    const [short, long] = cellsOf(['a'.repeat(50_000), 'b'.repeat(50_001)]) ?? [];
    expect(short.userEnteredValue?.stringValue).toBe('a'.repeat(50_000));
    expect(long.userEnteredValue?.stringValue).toBe(`${'b'.repeat(49_999)}…`);
  });

  it('keeps zero and no apart from blank', () => {
    expect(cellsOf([0, false, null, ''])).toEqual([
      { userEnteredValue: { numberValue: 0 } },
      { userEnteredValue: { boolValue: false } },
      {},
      {},
    ]);
  });

  it('replaces values only: what somebody coloured stays coloured', () => {
    const request = requestOf({ kind: 'replace_tab', sheetId: 7, rows: [] });
    expect(request.updateCells?.fields).toBe('userEnteredValue');
  });
});

describe('the mark of a workbook', () => {
  it('is made once and changed afterwards', () => {
    const made = requestOf({ kind: 'set_mark', id: null, text: 'a' });
    const changed = requestOf({ kind: 'set_mark', id: 701, text: 'b' });
    expect(Object.keys(made)).toEqual(['createDeveloperMetadata']);
    expect(changed.updateDeveloperMetadata?.dataFilters).toEqual([
      { developerMetadataLookup: { metadataId: 701 } },
    ]);
  });
});
