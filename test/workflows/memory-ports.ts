import { computing } from '../../src/apps-script/computing.ts';
import { dayFromCivil } from '../../src/core/model/calendar-date.ts';
import type { Turns } from '../../src/core/model/turns.ts';
import type {
  Clock,
  Lock,
  Mail,
  Mailer,
  OpenPropertyStore,
  Person,
  Poster,
  ResultCache,
} from '../../src/workflows/ports.ts';
import { type MemoryWorkbook, memoryWorkbook } from '../contract/in-memory-workbook.ts';
import type { TestCell } from '../support/emulated-workbook.ts';
import { nodeCompression } from './node-compression.ts';
import { smallWorkbook } from './small-workbook.ts';

/** One hour ahead of UTC, as Amsterdam is in winter: enough for a day to change in between. */
function memoryClock(start: number): Clock & { advance(milliseconds: number): void } {
  let now = start;
  const wall = (milliseconds: number): Date => new Date(milliseconds + 3_600_000);
  const civilDay = (milliseconds: number): number => {
    const date = wall(milliseconds);
    return dayFromCivil(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  };
  return {
    now: () => now,
    civilDay,
    civilTime: (milliseconds) => {
      const date = wall(milliseconds);
      const minutes = date.getUTCHours() * 60 + date.getUTCMinutes();
      return { day: civilDay(milliseconds), secondsOfDay: minutes * 60 + date.getUTCSeconds() };
    },
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export function memoryCache(): ResultCache & {
  readonly entries: Map<string, string>;
  readonly calls: string[];
} {
  const entries = new Map<string, string>();
  const calls: string[] = [];
  return {
    entries,
    calls,
    getAll: (keys) => {
      calls.push('getAll');
      return Object.fromEntries(
        keys.flatMap((key) => {
          const value = entries.get(key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    },
    putAll: (values) => {
      calls.push('putAll');
      for (const [key, value] of Object.entries(values)) entries.set(key, value);
    },
  };
}

export function memoryLock(): Lock & { isHeld: boolean } {
  const lock = {
    isHeld: false,
    acquire: () => {
      if (lock.isHeld) return false;
      lock.isHeld = true;
      return true;
    },
    release: () => {
      lock.isHeld = false;
    },
  };
  return lock;
}

/** As an execution of its own, whose end lets go of the lock that it took. */
export function executed<Result>(
  { lock }: { readonly lock: { isHeld: boolean } },
  work: () => Result,
): Result {
  const { isHeld } = lock;
  try {
    return work();
  } finally {
    lock.isHeld = isHeld;
  }
}

export function memoryProperties(values: Record<string, string> = {}): OpenPropertyStore {
  const store = new Map(Object.entries(values));
  return {
    get: (key) => store.get(key) ?? null,
    set: (key, value) => {
      if (value === null) store.delete(key);
      else store.set(key, value);
    },
  };
}

const plainCell = (cell: TestCell): string | number | boolean | null => {
  const value = typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell;
  return typeof value === 'object' ? null : value;
};

/** The small workbook of these tests, without a spreadsheet. */
export function smallMemoryWorkbook(today: string | null = null): MemoryWorkbook {
  const book = memoryWorkbook({ fileId: 'small-workbook-0123456789' });
  for (const { title, rows } of smallWorkbook(today).tabs) {
    book.addTab(
      title,
      rows.map((row) => Array.from(row, (cell) => plainCell(cell?.value ?? null))),
    );
  }
  return book;
}

/** Keeps what was sent; `left` may go today, to addresses that are not refused. */
export function memoryMailer(): Mailer & {
  readonly mails: Mail[];
  left: number;
  refused: string[];
} {
  const mailer = {
    mails: [] as Mail[],
    left: 100,
    refused: [] as string[],
    remaining: () => mailer.left,
    send: (mail: Mail) => {
      if (mailer.left <= 0) return 'full' as const;
      if (mailer.refused.includes(mail.to)) return 'refused' as const;
      mailer.left -= 1;
      mailer.mails.push(mail);
      return 'sent' as const;
    },
  };
  return mailer;
}

export function memoryPoster(): Poster & {
  readonly posts: { address: string; body: string }[];
  answer: ReturnType<Poster['post']>;
} {
  const poster = {
    posts: [] as { address: string; body: string }[],
    answer: 'sent' as ReturnType<Poster['post']>,
    post: (address: string, body: string) => {
      if (poster.answer === 'sent') poster.posts.push({ address, body });
      return poster.answer;
    },
  };
  return poster;
}

const PERSON: Person = { email: () => 'owner@koers.example', locale: () => 'nl' };

/** Everything a recalculation and the connector need, in memory. */
export function memoryPorts(book: MemoryWorkbook, start: number) {
  const scheduled = { turns: null as Turns | null, timeZone: '', isComingBack: false };
  return {
    reader: book.reader,
    writer: book.writer,
    lock: memoryLock(),
    cache: memoryCache(),
    clock: memoryClock(start),
    compression: nodeCompression,
    person: PERSON,
    properties: memoryProperties(),
    version: '1.2.3',
    attempt: (work: () => void): string => {
      try {
        work();
        return '';
      } catch (error) {
        return String(error);
      }
    },
    computing: () => computing,
    schedule: {
      set: (turns: Turns | null, timeZone: string) => {
        Object.assign(scheduled, { turns, timeZone, isComingBack: false });
      },
      isSet: () => scheduled.turns !== null,
      again: () => {
        scheduled.isComingBack = true;
      },
      clearAgain: () => {
        scheduled.isComingBack = false;
      },
    },
    scheduled,
  };
}
