import { afterBatch, ID } from './batches.ts';

test('a number format that is only a type is the one of the locale', () => {
  const cell = { userEnteredFormat: { numberFormat: { type: 'DATE' } } };
  const request = {
    repeatCell: { range: { sheetId: 0 }, cell, fields: 'userEnteredFormat.numberFormat' },
  };
  const read = "sheet.getRange('A1').getDisplayValue()";
  expect(afterBatch([[46053]], [request], read)).toBe('31-1-2026');
});

test('metadata is changed where it is found, by id or by key, and nowhere else', () => {
  const create = (metadataId: number, metadataKey: string) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId,
        metadataKey,
        metadataValue: 'old',
        location: { spreadsheet: true },
      },
    },
  });
  const update = (developerMetadataLookup: object, metadataValue: string) => ({
    updateDeveloperMetadata: {
      dataFilters: [{ developerMetadataLookup }],
      developerMetadata: { metadataValue },
      fields: 'metadataValue',
    },
  });
  const requests = [
    create(1, 'koers'),
    create(2, 'other'),
    create(3, 'third'),
    update({ metadataId: 1 }, 'by id'),
    update({ metadataKey: 'third' }, 'by key'),
  ];
  const read = `Sheets.Spreadsheets.get('${ID}', { fields: 'developerMetadata(metadataId,metadataValue)' })`;
  expect(afterBatch([], requests, read)).toEqual({
    developerMetadata: [
      { metadataId: 1, metadataValue: 'by id' },
      { metadataId: 2, metadataValue: 'old' },
      { metadataId: 3, metadataValue: 'by key' },
    ],
  });
});

test('metadata of a tab belongs to its tab and goes with it', () => {
  const mark = (sheetId: number, metadataKey: string) => ({
    createDeveloperMetadata: { developerMetadata: { metadataKey, location: { sheetId } } },
  });
  const made = [
    { addSheet: { properties: { sheetId: 7, title: 'Other' } } },
    mark(0, 'a'),
    mark(7, 'b'),
  ];
  const fields = 'developerMetadata(metadataKey),sheets(developerMetadata(metadataKey))';
  const read = `Sheets.Spreadsheets.get('${ID}', { fields: '${fields}' })`;
  const [a, b] = ['a', 'b'].map((metadataKey) => ({ developerMetadata: [{ metadataKey }] }));
  expect(afterBatch([], made, read)).toEqual({ sheets: [a, b] });
  const removed = [...made, { deleteSheet: { sheetId: 7 } }];
  expect(afterBatch([], removed, read)).toEqual({ sheets: [a] });
  expect(() => afterBatch([], [mark(9, 'c')], read)).toThrow('No sheet with id: 9');
});

test('rules of conditional format are kept in their order and taken away by their place', () => {
  const add = (formula: string, index: number) => ({
    addConditionalFormatRule: {
      rule: {
        ranges: [{ sheetId: 0 }],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
        },
      },
      index,
    },
  });
  const requests = [
    add('=A1=1', 0),
    add('=A1=2', 0),
    add('=A1=3', 2),
    { deleteConditionalFormatRule: { sheetId: 0, index: 1 } },
  ];
  const fields = 'sheets.conditionalFormats.booleanRule.condition.values.userEnteredValue';
  const read = `Sheets.Spreadsheets.get('${ID}', { fields: '${fields}' }).sheets[0].conditionalFormats
    .map((rule) => rule.booleanRule.condition.values[0].userEnteredValue)`;
  expect(afterBatch([], requests, read)).toEqual(['=A1=2', '=A1=3']);
});
