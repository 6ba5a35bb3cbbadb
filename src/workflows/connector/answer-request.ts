import type { Day } from '../../core/model/calendar-date.ts';
import { type FieldDefinition, fieldsOf } from '../../core/tables/fields-of.ts';
import { tableSpec } from '../../core/tables/result-tables.ts';
import { type ResultMark, readMark } from '../hidden-tab/mark.ts';
import type { PropertyStore, WorkbookFacts } from '../ports.ts';
import { answerData, type DataAnswer, requestedFields, sampleAnswer } from './answer-data.ts';
import { overlaps } from './date-range-rows.ts';
import {
  type ConnectorOptions,
  type DataRequest,
  type DateRange,
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

/**
 * The day from which a table looks at the report's range: the day after it, so that the range is
 * the past; never a day that has not come yet.
 */
function dayAfter(range: DateRange, mark: ResultMark | null, now: Day): Day {
  const newest = mark?.isTodaySet === true ? mark.today : now;
  return Math.min(range.end + 1, newest);
}

const isByInterval = ({ table }: ConnectorOptions): boolean => tableSpec(table).hasGrain === true;

function wishOf(request: DataRequest, facts: WorkbookFacts, ports: ConnectorPorts): TableWish {
  const { options, dateRange, lastRefresh } = request;
  const { table, language, grain, freshness, whatIf } = options;
  const mark = readMark(facts.mark);
  const now = () => ports.clock.civilDay(ports.clock.now(), facts.timeZone);
  const looksFromToday = dateRange === null || isByInterval(options);
  return {
    facts,
    mark,
    table,
    language,
    grain: isByInterval(options) ? grain : 'measured',
    today: looksFromToday ? null : dayAfter(dateRange, mark, now()),
    freshness,
    whatIf: tableSpec(table).looksAhead === true ? whatIf : '',
    lastRefresh,
  };
}

/**
 * Data takes ids and types of the fields only, which no language or currency changes. Every id is
 * answered, whichever are offered: a report may show fields that its data source no longer offers.
 */
const fieldsFor = ({ options, fields }: DataRequest): FieldDefinition[] =>
  requestedFields(
    fieldsOf(options.table, { language: 'en', guard: options.guard, currency: 'EUR' }),
    fields,
  );

/** Fields and rows of one request, filters left to Data Studio. */
export function answerRequest(request: unknown, ports: ConnectorPorts): DataAnswer {
  const asked = readDataRequest(request);
  const fields = fieldsFor(asked);
  if (asked.isSample) return sampleAnswer(fields);
  const fileId = workbookIdOf(asked.options.workbook, ports.properties);
  // Proves that this person may see the workbook: whatever is served comes after it.
  const { facts, isRemembered } = seenWorkbook(ports, fileId, asked.lastRefresh);
  const wish = wishOf(asked, facts, ports);
  const served = wishedTable(wish, ports, () =>
    isRemembered ? wishOf(asked, provenWorkbook(ports, fileId, asked.lastRefresh), ports) : wish,
  );
  const language = wish.language ?? wish.mark?.language ?? 'en';
  const asksHow = fields.some(({ id }) => id === 'view_note' || id === 'recalculated_text');
  const table = asksHow
    ? withScheduleNotes(served, scheduleNotes(wish.mark, facts, ports.clock, language))
    : served;
  const { dateRange, options } = asked;
  const isWanted = dateRange !== null && isByInterval(options) ? overlaps(table, dateRange) : null;
  return answerData(fields, table, isWanted);
}
