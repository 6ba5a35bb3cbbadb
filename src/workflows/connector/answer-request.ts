import { type FieldDefinition, fieldsOf } from '../../core/tables/fields-of.ts';
import { tableSpec } from '../../core/tables/result-tables.ts';
import { rowCountOf, type Table } from '../../core/tables/table.ts';
import { type ResultMark, readMark } from '../hidden-tab/mark.ts';
import type { PropertyStore, WorkbookFacts } from '../ports.ts';
import {
  answerData,
  answeredColumn,
  type DataAnswer,
  requestedFields,
  sampleAnswer,
} from './answer-data.ts';
import { overlaps } from './date-range-rows.ts';
import { type CellKind, type FilterColumn, keptRows } from './filter-clauses.ts';
import { readViewDay, withMisread } from './report-controls.ts';
import {
  type ConnectorOptions,
  type DataRequest,
  readDataRequest,
  readOptions,
} from './request.ts';
import { scheduleNotes, withScheduleNotes } from './schedule-notes.ts';
import { provenWorkbook, seenWorkbook } from './seen-workbook.ts';
import { type SourcePorts, type TableWish, wishedTable } from './table-source.ts';
import { workbookIdOf } from './workbook-id.ts';

export interface ConnectorPorts extends SourcePorts {
  readonly properties: PropertyStore;
}

export function answerSchema(request: unknown, ports: ConnectorPorts): readonly FieldDefinition[] {
  const options = readOptions(request);
  const fileId = workbookIdOf(options.workbook, ports.properties);
  const { facts } = seenWorkbook(ports, fileId, '');
  const { language, currency } =
    readMark(facts.mark) ?? ports.computing().typedSettings(facts, ports.reader);
  return fieldsOf(options.table, {
    language: options.language ?? language,
    guard: options.guard,
    currency,
    offered: options.offered,
  });
}

const isByInterval = ({ table }: ConnectorOptions): boolean => tableSpec(table).hasGrain === true;

/** The day, null for that of the results; and what was typed and is none. */
type DayToLookFrom = ReturnType<typeof readViewDay>;

/**
 * The day from which a table looks: as typed, else the day after the report's range, so that the
 * range is the past; of intervals the range chooses those that are shown. Never one still to come.
 */
function dayToLookFrom(
  { options, dateRange }: DataRequest,
  facts: WorkbookFacts,
  mark: ResultMark | null,
  { clock, computing }: ConnectorPorts,
): DayToLookFrom {
  const { viewDate } = options;
  const isAfterRange = dateRange !== null && !isByInterval(options);
  if (viewDate === '' && !isAfterRange) return { value: null, misread: [] };
  const isLastDay = mark !== null && (mark.isTodaySet || mark.isPublished);
  const newest = isLastDay ? mark.today : clock.civilDay(clock.now(), facts.timeZone);
  const typed = readViewDay(viewDate, newest, (text) => computing().typedDay(text, facts.locale));
  if (typed.value !== null || !isAfterRange) return typed;
  return { value: Math.min(dateRange.end + 1, newest), misread: typed.misread };
}

function wishOf(
  request: DataRequest,
  facts: WorkbookFacts,
  ports: ConnectorPorts,
): TableWish & Pick<DayToLookFrom, 'misread'> {
  const { options, lastRefresh } = request;
  const { table, language, grain, freshness, whatIf } = options;
  const mark = readMark(facts.mark);
  const { value: today, misread } = dayToLookFrom(request, facts, mark, ports);
  return {
    facts,
    mark,
    table,
    language,
    grain: isByInterval(options) ? grain : 'measured',
    today,
    // Published results are the newest there are.
    freshness: mark?.isPublished === true ? 'stored' : freshness,
    whatIf: tableSpec(table).looksAhead === true ? whatIf : '',
    lastRefresh,
    misread: [...options.misread, ...misread],
  };
}

const fieldNamesOf = ({ filters }: Pick<DataRequest, 'filters'>): string[] =>
  (filters ?? []).flatMap((clauses) => clauses.map(({ fieldName }) => fieldName));

/**
 * Data takes ids and types of the fields only, which no language or currency changes. Every id is
 * answered, whichever are offered: a report may show fields that its data source no longer offers.
 */
function fieldsFor({ options: { table, guard }, fields, filters }: DataRequest): FieldDefinition[] {
  const named = fields === null ? undefined : [...fields, ...fieldNamesOf({ filters })];
  return fieldsOf(table, { language: 'en', guard, currency: 'EUR', named });
}

const KINDS: Readonly<Record<string, CellKind | undefined>> = {
  TEXT: 'text',
  URL: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  YEAR_MONTH_DAY: 'date',
  YEAR_MONTH_DAY_SECOND: 'date',
};

/** Rows that the filters keep; null where all of them are left to Data Studio. */
function filteredRows(
  { filters }: DataRequest,
  fields: readonly FieldDefinition[],
  table: Table,
): boolean[] | null {
  if (filters === null || filters.length === 0) return null;
  return keptRows(filters, rowCountOf(table), (fieldName): FilterColumn | null => {
    const field = fields.find(({ id }) => id === fieldName);
    // A metric is filtered after rows have been grouped, and only dimensions are sent.
    if (field === undefined || field.concept === 'METRIC') return null;
    const cells = answeredColumn(table, field);
    const kind = KINDS[field.type];
    return cells === null || kind === undefined ? null : { cells, kind };
  });
}

/** Fields and rows of one request, with all of its filters applied or none. */
export function answerRequest(request: unknown, ports: ConnectorPorts): DataAnswer {
  const asked = readDataRequest(request);
  const known = fieldsFor(asked);
  const fields = requestedFields(known, asked.fields);
  if (asked.isSample) return sampleAnswer(fields);
  const fileId = workbookIdOf(asked.options.workbook, ports.properties);
  // Proves that this person may see the workbook: whatever is served comes after it.
  const { facts, isRemembered } = seenWorkbook(ports, fileId, asked.lastRefresh);
  const wish = wishOf(asked, facts, ports);
  const served = wishedTable(wish, ports, () =>
    isRemembered ? wishOf(asked, provenWorkbook(ports, fileId, asked.lastRefresh), ports) : wish,
  );
  const language = wish.language ?? wish.mark?.language ?? 'en';
  const schedule = () => scheduleNotes(wish.mark, facts, ports.clock, language);
  const named = [...fields.map(({ id }) => id), ...fieldNamesOf(asked)];
  const asksHow = named.includes('view_note') || named.includes('recalculated_text');
  const table = asksHow
    ? withScheduleNotes(withMisread(served, wish.misread, language), schedule())
    : served;
  const { dateRange } = asked;
  const isInRange = dateRange === null ? null : overlaps(table, dateRange);
  const kept = filteredRows(asked, known, table);
  if (kept === null) return answerData(fields, table, isInRange);
  const shown = fields.filter(({ id }) => !asked.filterOnly.includes(id));
  const isWanted = (row: number) => kept[row] && isInRange?.(row) !== false;
  return { ...answerData(shown, table, isWanted), areFiltersApplied: true };
}
