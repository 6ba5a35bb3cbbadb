import { parseRectangle } from '../../workbook/a1-notation.ts';
import { cellAt, EMPTY_CELL, putCell } from '../../workbook/cells.ts';
import type { Tab } from '../../workbook/workbook.ts';
import { textCollector } from './cell-texts.ts';
import { relationsOf } from './workbook-parts.ts';
import { attribute, eachTag } from './xml-tags.ts';
import type { ZipArchive } from './zip-archive.ts';

/** The notes of a tab's cells, which stand in a part beside the sheet. */
export function addNotes(tab: Tab, archive: ZipArchive, sheetPath: string): void {
  const relations = [...relationsOf(archive, sheetPath).values()];
  const path = relations.find(({ type }) => type === 'comments')?.path;
  const bytes = path === undefined ? null : archive.read(path);
  if (bytes === null) return;
  const collector = textCollector();
  let place = '';
  eachTag(bytes, (name, isEnd, attributes, text) => {
    if (name !== 'comment') return collector.see(name, isEnd, attributes, text);
    if (!isEnd) {
      place = attribute(attributes, 'ref') ?? '';
      return;
    }
    const note = collector.take();
    const { startRow: row, startColumn: column } = parseRectangle(place) ?? {};
    if (row === undefined || column === undefined || note === '') return;
    putCell(tab, row, column, { ...(cellAt(tab, row, column) ?? EMPTY_CELL), note });
  });
}
