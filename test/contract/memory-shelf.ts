import type { WorkbookMaker } from '../../src/workflows/ports.ts';
import { type MemoryWorkbook, memoryWorkbook } from './in-memory-workbook.ts';

/** Several workbooks in memory, as one person sees them, and the new ones that are made. */
export interface MemoryShelf extends Pick<MemoryWorkbook, 'reader' | 'writer' | 'keep'> {
  readonly maker: WorkbookMaker;
  readonly books: ReadonlyMap<string, MemoryWorkbook>;
}

export function memoryShelf(first: Readonly<Record<string, MemoryWorkbook>>): MemoryShelf {
  const books = new Map(Object.entries(first));
  const bookOf = (fileId: string): MemoryWorkbook => {
    const book = books.get(fileId);
    if (book === undefined) throw new Error(`Requested entity was not found: ${fileId}`);
    return book;
  };
  return {
    books,
    reader: {
      facts: (id) => ({ ...bookOf(id).reader.facts(id), fileId: id }),
      factsAndLooks: (id) => {
        const { facts, looks } = bookOf(id).reader.factsAndLooks(id);
        return { facts: { ...facts, fileId: id }, looks };
      },
      dress: (id, ranges) => bookOf(id).reader.dress(id, ranges),
      columns: (id, ranges) => bookOf(id).reader.columns(id, ranges),
      columnsIfThere: (id, ranges) => books.get(id)?.reader.columnsIfThere(id, ranges) ?? null,
    },
    writer: { apply: (id, changes) => bookOf(id).writer.apply(id, changes) },
    maker: {
      make: (_title, { locale, timeZone }) => {
        const fileId = `made-${books.size}-0123456789abcdef`;
        const book = memoryWorkbook({ fileId, locale, timeZone });
        book.addTab('Blad1', []);
        books.set(fileId, book);
        return { fileId, url: book.reader.facts(fileId).url };
      },
    },
    keep: () => {
      const kept = [...books].map(([fileId, book]) => [fileId, book, book.keep()] as const);
      return () => {
        books.clear();
        for (const [fileId, book, restore] of kept) {
          restore();
          books.set(fileId, book);
        }
      };
    },
  };
}
