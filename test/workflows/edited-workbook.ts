import { tabRange } from '../../src/core/model/a1-notation.ts';
import type { EditedWorkbook } from '../../src/workflows/ports.ts';
import type { MemoryWorkbook } from '../contract/in-memory-workbook.ts';
import { day } from '../support/workspace-builder.ts';

/** The same workbook as whoever types in it sees it. */
export function editedIn({ reader, writer }: MemoryWorkbook, fileId: string): EditedWorkbook {
  const { locale } = reader.facts(fileId);
  const sheetIdOf = (title: string) =>
    reader.facts(fileId).tabs.find((tab) => tab.title === title)?.sheetId ?? -1;
  return {
    locale,
    today: () => day('2026-02-16'),
    tabs: () => reader.facts(fileId).tabs,
    rows: (title, first, count) => {
      const [columns] = reader.columns(fileId, [tabRange(title)]);
      return { columns: columns.map((cells) => cells.slice(first, first + count)), formats: [] };
    },
    notes: (title, first, count) => {
      const sheetId = sheetIdOf(title);
      const { looks } = reader.factsAndLooks(fileId);
      const notes = looks.find((look) => look.sheetId === sheetId)?.notes ?? [];
      return notes.filter(({ row }) => row >= first && row < first + count);
    },
    writeNote: (title, { row, column, text }) =>
      writer.apply(fileId, [
        { kind: 'write_note', sheetId: sheetIdOf(title), row, column, note: text },
      ]),
  };
}
