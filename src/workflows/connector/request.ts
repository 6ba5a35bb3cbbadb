import { type Day, dayFromIsoDate } from '../../core/model/calendar-date.ts';
import { LANGUAGES, languageOf } from '../../core/model/locale.ts';
import type { Language } from '../../core/model/workspace.ts';
import { FIELD_CHOICES, type FieldOptions } from '../../core/tables/fields-of.ts';
import { GUARD_VARIANTS, type GuardVariant } from '../../core/tables/guards.ts';
import { isTableId, TABLE_IDS, type TableId, tableSpec } from '../../core/tables/result-tables.ts';
import { PersonFailure } from '../failures.ts';
import type { FilterClause } from './filter-clauses.ts';
import { type Misread, readGrain, readLanguage, shown } from './report-controls.ts';
import { askedWhatIf } from './table-source.ts';

export const DATE_MODES = ['whole', 'follow'] as const;
type DateMode = (typeof DATE_MODES)[number];

export const GRAINS = ['measured', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = (typeof GRAINS)[number];

/** `stored`: as last recalculated. `live`: computed from the workbook's cells on every refresh. */
export const FRESHNESS_CHOICES = ['stored', 'live'] as const;
export type Freshness = (typeof FRESHNESS_CHOICES)[number];

export const LANGUAGE_CHOICES = ['workbook', ...LANGUAGES] as const;

/** The answers of the data source's form, every blank filled with its default. */
export interface ConnectorOptions {
  /** As typed: an address, an id or ''. */
  workbook: string;
  table: TableId;
  dateMode: DateMode;
  grain: Grain;
  /** Null: that of the workbook. */
  language: Language | null;
  freshness: Freshness;
  guard: GuardVariant;
  /** Undefined where it was not answered: made before there was a choice, and keeps every field. */
  offered: FieldOptions['offered'];
  /** What to suppose of the future, as typed; '' for nothing. */
  whatIf: string;
  /** The day to look from, as typed; '' for today. */
  viewDate: string;
  /** What was typed and is not understood. */
  misread: readonly Misread[];
}

export interface DateRange {
  start: Day;
  end: Day;
}

export interface DataRequest {
  options: ConnectorOptions;
  /** Ids as asked, each once; null when the request has none: then all. */
  fields: readonly string[] | null;
  /** Those of the fields that only the filters need. */
  filterOnly: readonly string[];
  /** Every inner list must have a clause that holds; null for filters that are not understood. */
  filters: readonly (readonly FilterClause[])[] | null;
  dateRange: DateRange | null;
  isSample: boolean;
  lastRefresh: string;
}

type Bag = Readonly<Record<string, unknown>>;

// SAFETY: any object may be asked for names, each of which may hold anything.
const bag = (value: unknown): Bag =>
  typeof value === 'object' && value !== null ? (value as Bag) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The choice that was made; the first one where none was, or one that no longer exists. */
const choice = <T extends string>(choices: readonly T[], value: unknown): T =>
  choices.find((known) => known === text(value)) ?? choices[0];

function tableOf(value: unknown): TableId {
  const offered = TABLE_IDS;
  const asked = text(value);
  if (asked === '') return offered[0];
  if (isTableId(asked) && offered.includes(asked)) return asked;
  throw new PersonFailure('UNKNOWN_TABLE', { table: shown(asked), tables: offered.join(', ') });
}

/** Reads the configuration of a request; anything may be missing from it. */
export function readOptions(request: unknown): ConnectorOptions {
  const params = bag(bag(request).configParams);
  const table = tableOf(params.table);
  const language = readLanguage(text(params.language));
  const grain = readGrain(tableSpec(table).hasGrain === true ? text(params.grain) : '');
  return {
    workbook: text(params.workbook),
    table,
    dateMode: choice(DATE_MODES, params.date_mode),
    grain: grain.value ?? 'measured',
    language: language.value === 'workbook' ? null : language.value,
    freshness: choice(FRESHNESS_CHOICES, params.freshness),
    guard: choice(GUARD_VARIANTS, params.guard),
    offered: FIELD_CHOICES.find((known) => known === text(params.fields)),
    whatIf: askedWhatIf(params.what_if),
    viewDate: text(params.view_date),
    misread: [...grain.misread, ...language.misread],
  };
}

function readFields(value: unknown): string[] | null {
  if (!Array.isArray(value)) return null;
  return [...new Set(value.map((field) => text(bag(field).name)).filter((name) => name !== ''))];
}

function readFilterOnly(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const named = (isFilterOnly: boolean) =>
    value
      .filter((field) => (bag(field).forFilterOnly === true) === isFilterOnly)
      .map((field) => text(bag(field).name));
  const shown = named(false);
  return named(true).filter((name) => !shown.includes(name));
}

function readClause(value: unknown): FilterClause | null {
  const { fieldName, values, type, operator } = bag(value);
  if (type !== 'INCLUDE' && type !== 'EXCLUDE') return null;
  const isExcluded = type === 'EXCLUDE';
  const isList = Array.isArray(values) && values.every((own) => typeof own === 'string');
  return isList
    ? { fieldName: text(fieldName), values, isExcluded, operator: text(operator) }
    : null;
}

function readFilters(value: unknown): DataRequest['filters'] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return null;
  const lists: FilterClause[][] = [];
  for (const list of value) {
    const clauses = Array.isArray(list) ? list.map(readClause) : [null];
    const known = clauses.flatMap((clause) => clause ?? []);
    if (known.length < clauses.length || known.length === 0) return null;
    lists.push(known);
  }
  return lists;
}

function readDateRange(value: unknown): DateRange | null {
  const { startDate, endDate } = bag(value);
  const start = dayFromIsoDate(text(startDate));
  const end = dayFromIsoDate(text(endDate));
  return start === null || end === null ? null : { start, end };
}

export function readDataRequest(request: unknown): DataRequest {
  const { fields, dateRange, scriptParams, dimensionsFilters } = bag(request);
  const options = readOptions(request);
  return {
    options,
    fields: readFields(fields),
    filterOnly: readFilterOnly(fields),
    filters: readFilters(dimensionsFilters),
    dateRange: options.dateMode === 'follow' ? readDateRange(dateRange) : null,
    isSample: bag(scriptParams).sampleExtraction === true,
    lastRefresh: text(bag(scriptParams).lastRefresh),
  };
}

/** The language of the person who fills in the form. */
export const languageOfRequest = (request: unknown): Language =>
  languageOf(text(bag(request).languageCode));

/** Undefined until something has been answered. */
export const hasAnswers = (request: unknown): boolean =>
  bag(request).configParams !== undefined && bag(request).configParams !== null;
