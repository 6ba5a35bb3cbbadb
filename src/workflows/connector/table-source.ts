import { type Day, isoDate } from '../../core/model/calendar-date.ts';
import type { YearCut } from '../../core/model/period.ts';
import type { Language } from '../../core/model/workspace.ts';
import { inLongerIntervals } from '../../core/tables/longer-intervals.ts';
import { TABLE_IDS, type TableId, tableSpec } from '../../core/tables/result-tables.ts';
import type { Table } from '../../core/tables/table.ts';
import { PersonFailure } from '../failures.ts';
import { asciiJson } from '../hidden-tab/ascii-json.ts';
import type { ResultMark } from '../hidden-tab/mark.ts';
import { findPacked, keepPacked, type TableKey } from '../packed-tables/cached-tables.ts';
import { packTable, unpackTable } from '../packed-tables/packed-table.ts';
import type {
  Clock,
  Compression,
  Lock,
  Person,
  ResultCache,
  WorkbookFacts,
  WorkbookReader,
} from '../ports.ts';
import type { computeTables } from '../results/compute-tables.ts';
import type { historyTable } from '../results/history-table.ts';
import type { typedDay } from '../workbook/typed-day.ts';
import type { typedSettings } from '../workbook/typed-settings.ts';
import type { Freshness, Grain } from './request.ts';
import { publishedTables, storedTables } from './stored-tables.ts';

export interface SourcePorts {
  readonly reader: WorkbookReader;
  readonly cache: ResultCache;
  /** One load at a time per user: the others find what it left. */
  readonly lock: Pick<Lock, 'acquire'>;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly person: Person;
  /** Of Koers, as people see it. */
  readonly version: string;
  readonly computing: () => Computing;
}

/** What only a miss needs: most calls are answered without any of it being run. */
export interface Computing {
  readonly computeTables: typeof computeTables;
  readonly historyTable: typeof historyTable;
  readonly typedSettings: typeof typedSettings;
  readonly typedDay: typeof typedDay;
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
  /** What to suppose of the future, as typed; '' for nothing, and of a table that foresees nothing. */
  readonly whatIf: string;
  readonly lastRefresh: string;
}

/** More than anybody types in a box of a report. */
const LONGEST_WHAT_IF = 1000;

/** What to suppose of the future, as it was asked; '' for nothing, and for what is no text. */
export const askedWhatIf = (asked: unknown): string =>
  typeof asked === 'string' ? asked.trim().slice(0, LONGEST_WHAT_IF) : '';

const LOCK_MILLISECONDS = 30_000;
const STORED_SECONDS = 21_600;
/** What was computed without a recalculation to date it by. */
const LIVE_SECONDS = 900;

/** True when the last recalculation holds exactly what is wished. */
function isStored({ mark, language, today, freshness, whatIf }: TableWish): boolean {
  return (
    mark !== null &&
    freshness === 'stored' &&
    whatIf === '' &&
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
  const { facts, language, today, mark, whatIf } = wish;
  const shownLanguage = language ?? mark?.language ?? 'workbook';
  const seenFrom = today === null || today === mark?.today ? 'now' : isoDate(today);
  return {
    fileId: facts.fileId,
    table,
    options: `${shownLanguage}|${seenFrom}|${grain}|${asciiJson(whatIf)}`,
    moment: momentOf(wish, clock),
  };
}

function fromCache(wish: TableWish, ports: SourcePorts): Table | null {
  const packed = findPacked(ports.cache, keyOf(wish, wish.table, wish.grain, ports.clock));
  return packed === null ? null : unpackTable(packed, ports.compression);
}

/** Beside the tables of a load, by this name: how their year is cut. */
const CUT = 'cut';

/** In longer intervals than a table that is there: nothing is read or worked out for it. */
function fromShorter(wish: TableWish, ports: SourcePorts): Table | null {
  const { table, grain } = wish;
  if (grain === 'measured') return null;
  const measured = fromCache({ ...wish, grain: 'measured' }, ports);
  const cut = findPacked(ports.cache, keyOf(wish, CUT, 'measured', ports.clock));
  if (measured === null || cut === null) return null;
  // SAFETY: it was written as one in `load`.
  const longer = inLongerIntervals(measured, grain, JSON.parse(cut) as YearCut);
  const entry = [
    keyOf(wish, table, grain, ports.clock),
    packTable(longer, ports.compression),
  ] as const;
  keepPacked(ports.cache, [entry], isStored(wish) ? STORED_SECONDS : LIVE_SECONDS);
  return longer;
}

/**
 * The tables to compute for one that is wished. With it come those with a row for each KPI, goal or
 * finding, for the other charts of the page: they cost little beside the evaluation. One with a row
 * for each interval or day is made only when one of that size is wished, and then they all are, so
 * that a page reads the workbook twice at most.
 */
function computedWith({ table: wished, whatIf }: TableWish): TableId[] {
  const isLong = (id: TableId): boolean => tableSpec(id).isLong === true;
  // What foresees nothing is asked for without a what-if.
  const isAsked = (id: TableId): boolean => whatIf === '' || tableSpec(id).looksAhead === true;
  return TABLE_IDS.filter((id) => isAsked(id) && (isLong(wished) || !isLong(id)));
}

interface Loaded {
  readonly measured: Table;
  readonly cut: YearCut;
  /** Packed, by table, and for how long they are good. */
  readonly packed: Readonly<Record<string, string>>;
  readonly seconds: number;
}

function computed(wish: TableWish, ports: SourcePorts): Loaded {
  const { facts, table, today, language, whatIf } = wish;
  const ids = computedWith(wish);
  const { tableOf, cut } = ports.computing().computeTables(ports, facts.fileId, {
    today: today ?? undefined,
    language: language ?? undefined,
    whatIf,
    isAsStored: wish.freshness === 'stored',
  });
  const packed = ids.map((id) => [id, packTable(tableOf(id), ports.compression)]);
  return {
    measured: tableOf(table),
    cut,
    packed: Object.fromEntries(packed),
    seconds: LIVE_SECONDS,
  };
}

function stored(wish: TableWish, ports: SourcePorts): Loaded | null {
  const { mark } = wish;
  const isPublished = mark?.isPublished === true;
  if (isPublished && !isStored(wish)) {
    const { today, language } = mark;
    throw new PersonFailure('PUBLISHED_AS_IS', { day: isoDate(today), language });
  }
  const read = isPublished ? publishedTables : storedTables;
  const found = isStored(wish) ? read(wish, ports) : null;
  if (found === null) return null;
  const { table, stamp, packed } = found;
  return { measured: table, cut: stamp.cut, packed, seconds: STORED_SECONDS };
}

/** Reads or computes, and leaves the tables that came along for the other charts of the page. */
function load(wish: TableWish, ports: SourcePorts): Table {
  const { measured, cut, packed, seconds } = stored(wish, ports) ?? computed(wish, ports);
  const { table, grain } = wish;
  const wished = grain === 'measured' ? measured : inLongerIntervals(measured, grain, cut);
  const isNew = packed[table] === undefined || grain !== 'measured';
  const key = (id: string, ofTable: Grain) => keyOf(wish, id, ofTable, ports.clock);
  keepPacked(
    ports.cache,
    [
      ...Object.entries(packed).map(([id, text]) => [key(id, 'measured'), text] as const),
      ...(isNew ? [[key(table, grain), packTable(wished, ports.compression)] as const] : []),
      [key(CUT, 'measured'), JSON.stringify(cut)],
    ],
    seconds,
  );
  return wished;
}

/**
 * From the cache, else from the results in the workbook, else computed from its cells. The lock ends
 * with the execution, so that letting go of it asks nothing. `again` is the wish as of this moment,
 * for what has to be read: the workbook may have been recalculated since the wish was made.
 */
export function wishedTable(
  wish: TableWish,
  ports: SourcePorts,
  again: () => TableWish = () => wish,
): Table {
  const cached = fromCache(wish, ports) ?? fromShorter(wish, ports);
  if (cached !== null) return cached;
  const isFirst = ports.lock.acquire(0);
  if (!isFirst) ports.lock.acquire(LOCK_MILLISECONDS);
  // Somebody may have loaded it since: while this call waited, or in the moment before it did not
  // have to. For that moment it looks once more only where it would have to compute.
  const left =
    isFirst && isStored(wish) ? null : (fromCache(wish, ports) ?? fromShorter(wish, ports));
  return left ?? load(again(), ports);
}
