import { type CheckTab, odd, type ProbeRoom, sheetOf } from './probe.ts';

/** A range of the tab, emptied of everything first. */
function range(tab: CheckTab, notation: string): GoogleAppsScript.Spreadsheet.Range {
  const found = sheetOf(tab).getRange(notation);
  found.clear().clearNote().clearDataValidations();
  return found;
}

const notation = (tab: CheckTab, asked: string) => sheetOf(tab).getRange(asked).getA1Notation();

/** Values that were typed into one row, as they are read. */
function typed(tab: CheckTab, values: readonly unknown[]) {
  const row = range(tab, `A1:${String.fromCharCode(64 + values.length)}1`);
  row.setValues(odd([values]));
  return row;
}

const kinds = (values: readonly unknown[]) =>
  values.map((value) => (value instanceof Date ? `date ${value.toISOString()}` : value));

export const TAB_PROBES: ProbeRoom = {
  'tabs.size_of_a_new_one': (tab) => [sheetOf(tab).getMaxRows(), sheetOf(tab).getMaxColumns()],
  'tabs.last_row_of_an_empty_one': (tab) => {
    sheetOf(tab).clear();
    return [sheetOf(tab).getLastRow(), sheetOf(tab).getLastColumn()];
  },
  'tabs.data_range_of_an_empty_one': (tab) => {
    sheetOf(tab).clear();
    const data = sheetOf(tab).getDataRange();
    return [data.getA1Notation(), data.getValues()];
  },
  'tabs.appended_rows': (tab) => {
    const sheet = sheetOf(tab);
    sheet.clear();
    sheet.appendRow(['first']);
    sheet.appendRow(['second']);
    return sheet.getDataRange().getValues();
  },
  'tabs.missing': () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('No such tab, Koers'),
  'tabs.print_their_class': (tab) => [String(sheetOf(tab)), String(sheetOf(tab).getRange('A1'))],
  'tabs.protection_that_warns': (tab) => {
    const protection = sheetOf(tab).protect().setWarningOnly(true);
    const answer = [protection.isWarningOnly(), protection.getDescription()];
    protection.remove();
    return answer;
  },
  'tabs.second_filter': (tab) => {
    const filtered = range(tab, 'A1:B3');
    filtered.createFilter();
    try {
      return String(filtered.createFilter());
    } finally {
      sheetOf(tab).getFilter()?.remove();
    }
  },
};

export const NOTATION_PROBES: ProbeRoom = {
  'notation.of_columns': (tab) => notation(tab, 'D:F'),
  'notation.of_rows': (tab) => notation(tab, '5:7'),
  'notation.the_other_way_round': (tab) => [notation(tab, '5:2'), notation(tab, 'D:B')],
  'notation.in_small_letters_with_dollars': (tab) => notation(tab, '$aa$11:$b$3'),
  'notation.that_is_none': (tab) => notation(tab, 'A0'),
  'notation.outside': (tab) => sheetOf(tab).getRange(1, 200, 1, 1).getA1Notation(),
  'notation.no_rows': (tab) => sheetOf(tab).getRange(1, 1, 0, 2).getA1Notation(),
  'notation.no_columns': (tab) => sheetOf(tab).getRange(1, 1, 2, 0).getA1Notation(),
};

export const CELL_PROBES: ProbeRoom = {
  'cells.empty': (tab) => range(tab, 'A1:B2').getValues(),
  'cells.typed_in': (tab) =>
    kinds(
      typed(tab, [12.5, '12%', '2026-01-31', 'TRUE', "'007", '€ 5', '10:30', 'x']).getValues()[0],
    ),
  'cells.nothing_typed': (tab) => typed(tab, [null, undefined, '', 0, false]).getValues(),
  'cells.displayed': (tab) => {
    const row = typed(tab, [1234.5, 0.256, 46_053, 46_053.5, 7]);
    row.setNumberFormats([['#,##0.00', '0.0%', 'd mmm yyyy', 'dd-mm-yyyy hh:mm', '"nr "0']]);
    return row.getDisplayValues();
  },
  'cells.formats_read_back': (tab) => {
    const row = typed(tab, [1, 2, 3]);
    row.setNumberFormats([['general', '0.00', 'dd-mm-yyyy']]);
    return row.getNumberFormats();
  },
  'cells.text_that_begins_with_equals': (tab) => typed(tab, ['=1+1']).getFormulas(),
  'cells.formula_filled_down': (tab) => range(tab, 'B1:C2').setFormula('=A1').getFormulas(),
  'cells.too_few_rows': (tab) => String(range(tab, 'A1:B2').setValues([['a', 'b']])),
  'cells.too_many_columns': (tab) => String(range(tab, 'A1:B1').setValues([['a', 'b', 'c']])),
  'cells.no_table': (tab) => String(range(tab, 'A1').setValues(odd('a'))),
  'cells.note_of_a_number': (tab) => range(tab, 'A1').setNote(odd(25)).getNote(),
  'cells.colour_by_name': (tab) => range(tab, 'A1').setBackground('tomato').getBackground(),
  'cells.colour_that_is_none': (tab) => range(tab, 'A1').setBackground('koers').getBackground(),
  'cells.cleared': (tab) => {
    const cell = range(tab, 'A1').setValue('a').setNote('note').setBackground('#ff0000');
    sheetOf(tab).clear();
    return [cell.getValue(), cell.getNote(), cell.getBackground()];
  },
  'cells.cleared_of_content': (tab) => {
    const cell = range(tab, 'A1').setValue('a').setNote('note').setBackground('#ff0000');
    sheetOf(tab).clearContents();
    return [cell.getValue(), cell.getNote(), cell.getBackground()];
  },
  'cells.sorted': (tab) => {
    const column = range(tab, 'A1:A5');
    column.setValues([['b'], [2], [true], [''], ['a']]);
    return column.sort(1).getValues();
  },
  'cells.without_duplicates': (tab) => {
    const column = range(tab, 'A1:A4');
    column.setValues([['a'], ['b'], ['a'], ['b']]);
    column.removeDuplicates();
    return column.getValues();
  },
};

export const CLOCK_PROBES: ProbeRoom = {
  'clock.moment_in_a_cell': (tab) => {
    const cell = range(tab, 'A1').setValue(new Date(Date.UTC(2026, 2, 29, 12)));
    return [cell.getDisplayValue().length > 0, kinds(cell.getValues()[0])];
  },
  'clock.day_in_a_cell': (tab) => {
    const cell = range(tab, 'A1').setValue(46_053).setNumberFormat('yyyy-mm-dd');
    return [cell.getDisplayValue(), kinds(cell.getValues()[0])];
  },
  'clock.time_in_a_cell': (tab) => {
    const cell = range(tab, 'A1').setValue(0.5).setNumberFormat('hh:mm');
    return [cell.getDisplayValue(), kinds(cell.getValues()[0])];
  },
  'clock.duration_in_a_cell': (tab) => {
    const cell = range(tab, 'A1').setValue(1.5).setNumberFormat('[h]:mm:ss');
    return [cell.getDisplayValue(), kinds(cell.getValues()[0])];
  },
};
