import { type Day, isoDate } from '../../core/model/calendar-date.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TableId } from '../../core/tables/table-specs.ts';
import type { ResultMark } from '../koers-data/mark.ts';
import type {
  Clock,
  Compression,
  Lock,
  Person,
  ResultCache,
  WorkbookFacts,
  WorkbookReader,
} from '../ports.ts';
import { findPacked, keepPacked, type TableKey, unpackTable } from '../store/cached-tables.ts';
import type { PlainTable } from '../store/plain-table.ts';
import { evaluatedTables, type PackedTables, storedTables } from './load-tables.ts';
import type { Freshness, Grain } from './request.ts';

export interface SourcePorts {
  readonly reader: WorkbookReader;
  readonly cache: ResultCache;
  /** One load at a time per user: the others find what it left. */
  readonly lock: Lock;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly person: Person;
  /** Of Koers, as people see it. */
  readonly version: string;
}

/** Which table, as whom, seen from when. */
export interface TableWish {
  readonly facts: WorkbookFacts;
  readonly mark: ResultMark | null;
  readonly table: TableId;
  /** Null: that of the workbook. */
  readonly language: Language | null;
  readonly grain: Grain;
  /** The day to look from; null: the day of the results. */
  readonly today: Day | null;
  readonly freshness: Freshness;
  readonly lastRefresh: string;
}

const LOCK_MILLISECONDS = 30_000;
const STORED_SECONDS = 21_600;
/** What was computed without a recalculation to date it by. */
const LIVE_SECONDS = 900;

/** True when the last recalculation holds exactly what is wished. */
function isStored({ mark, language, today, freshness }: TableWish): boolean {
  return (
    mark !== null &&
    freshness === 'stored' &&
    (language === null || language === mark.language) &&
    (today === null || today === mark.today)
  );
}

/** Two wishes with the same moment may be answered from the same load. */
function momentOf(wish: TableWish, clock: Clock): string {
  const { mark, freshness, lastRefresh, facts } = wish;
  if (mark !== null && freshness === 'stored') return mark.moment;
  return `live-${lastRefresh}-${isoDate(clock.civilDay(clock.now(), facts.timeZone))}`;
}

function keyOf(wish: TableWish, table: string, grain: Grain, clock: Clock): TableKey {
  const { facts, language, today, mark } = wish;
  const shownLanguage = language ?? mark?.language ?? 'workbook';
  const seenFrom = today === null || today === mark?.today ? 'now' : isoDate(today);
  return {
    fileId: facts.fileId,
    table,
    options: `${shownLanguage}|${seenFrom}|${grain}`,
    moment: momentOf(wish, clock),
  };
}

function fromCache(wish: TableWish, ports: SourcePorts): PlainTable | null {
  const packed = findPacked(ports.cache, keyOf(wish, wish.table, wish.grain, ports.clock));
  return packed === null ? null : unpackTable(packed, ports.compression);
}

/** Reads or computes, and leaves every table that came along for the other charts of the page. */
function load(wish: TableWish, ports: SourcePorts): PlainTable {
  const stored = isStored(wish) ? storedTables(wish, ports) : null;
  const tables: PackedTables = stored ?? evaluatedTables(wish, ports);
  const entries = tables.packed.map(
    ({ table, grain, text }) => [keyOf(wish, table, grain, ports.clock), text] as const,
  );
  keepPacked(ports.cache, entries, stored === null ? LIVE_SECONDS : STORED_SECONDS);
  return tables.wished;
}

/** From the cache, else from the results in the workbook, else computed from its cells. */
export function wishedTable(wish: TableWish, ports: SourcePorts): PlainTable {
  const cached = fromCache(wish, ports);
  if (cached !== null) return cached;
  const isLocked = ports.lock.acquire(LOCK_MILLISECONDS);
  try {
    // Somebody may have loaded it while this call waited.
    return fromCache(wish, ports) ?? load(wish, ports);
  } finally {
    if (isLocked) ports.lock.release();
  }
}
