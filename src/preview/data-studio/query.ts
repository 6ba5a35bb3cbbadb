import type { Group, WarnOnce } from './aggregate.ts';
import { compareValues, groupRows, metricValue, rowReaders } from './aggregate.ts';
import type { Session } from './connector-session.ts';
import type { Cell, Filters, Value } from './contract.ts';
import { QueryError } from './errors.ts';
import { compileFilters, filterFieldNames } from './filter.ts';
import type { ReadField } from './formula-evaluate.ts';
import { identityOf } from './formula-functions.ts';
import type { Column, Query, QueryResult, SortKey } from './query-types.ts';
import { fetchRows } from './request-data.ts';
import type { CheckedSchema, Field } from './schema.ts';

interface SplitFilters {
  /** Sent to the connector. */
  readonly sent: Filters;
  /** On calculated dimensions: Data Studio evaluates them row by row. */
  readonly local: Filters;
  /** On metrics: evaluated after grouping. */
  readonly grouped: Filters;
}

function visibleField(schema: CheckedSchema, name: string): Field {
  const field = schema.byName.get(name);
  const left = schema.warnings.find((warning) => warning.field === name);
  if (field === undefined) {
    throw new QueryError(`The data source has no field "${name}".${left ? ` ${left.text}` : ''}`);
  }
  if (field.isHidden) throw new QueryError(`The field "${name}" is hidden.`);
  return field;
}

function splitFilters(schema: CheckedSchema, filters: Filters): SplitFilters {
  const split = {
    sent: [] as Filters[number][],
    local: [] as Filters[number][],
    grouped: [] as Filters[number][],
  };
  for (const clauses of filters) {
    const fields = clauses.map((clause) => visibleField(schema, clause.fieldName));
    const metrics = fields.filter((field) => field.concept === 'METRIC').length;
    if (metrics === fields.length) split.grouped.push(clauses);
    else if (metrics > 0) throw new QueryError('A filter mixes dimensions and metrics.');
    else if (fields.some((field) => field.formula !== null)) split.local.push(clauses);
    else split.sent.push(clauses);
  }
  return split;
}

const baseFieldsOf = (schema: CheckedSchema, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => schema.byName.get(name)?.formula?.baseFields ?? [name])),
];

const asCell = (value: Value): Cell => identityOf(value);

function checkQuery(schema: CheckedSchema, query: Query): Field[] {
  const dimensions = query.dimensions.map((name) => visibleField(schema, name));
  for (const field of dimensions) {
    if (field.concept === 'METRIC' || field.formula?.grain === 'aggregate') {
      throw new QueryError(`"${field.name}" is a metric and cannot be a dimension.`);
    }
  }
  const metrics = query.metrics.map((name) => visibleField(schema, name));
  for (const { field: name } of query.sort ?? []) {
    const isShown = query.dimensions.includes(name);
    if (visibleField(schema, name).concept === 'DIMENSION' && !isShown) {
      throw new QueryError(`The chart is sorted by "${name}", which it does not show.`);
    }
  }
  return [...dimensions, ...metrics];
}

function defaultSort(fields: readonly Field[], query: Query): readonly SortKey[] {
  const [first] = fields;
  const [metric] = query.metrics;
  if (first === undefined || query.dimensions.length === 0) return [];
  if (/^(YEAR|MONTH|WEEK|DAY|QUARTER|HOUR)/.test(first.semanticType))
    return [{ field: first.name }];
  return metric === undefined ? [{ field: first.name }] : [{ field: metric, descending: true }];
}

interface Grouped {
  readonly groups: readonly Group[];
  readonly rows: readonly ReadField[];
}

async function groupsFor(session: Session, query: Query, warn: WarnOnce): Promise<Grouped> {
  const { schema } = session;
  const { sent, local, grouped } = splitFilters(schema, query.filters ?? []);
  const sorted = (query.sort ?? []).map((key) => key.field);
  const named = [...query.dimensions, ...query.metrics, ...sorted];
  const fetched = await fetchRows(session, {
    fieldNames: baseFieldsOf(schema, [...named, ...filterFieldNames([...local, ...grouped])]),
    filters: sent,
    dateRange: query.dateRange,
  });
  fetched.warnings.forEach(warn);
  const keepsRow = compileFilters(local);
  const rows = rowReaders(schema, fetched).filter((row) => keepsRow((name) => asCell(row(name))));
  const keepsGroup = compileFilters(grouped);
  const groups = groupRows(rows, query.dimensions);
  const everything = query.dimensions.length === 0 && groups.length === 0;
  const kept = (everything ? [{ key: '[]', dimensions: [], rows: [] }] : groups).filter((group) =>
    keepsGroup((name) => asCell(metricValue(schema, name, group.rows, warn))),
  );
  return { groups: kept, rows };
}

/** Fetches, groups, aggregates, sorts and cuts, as one chart of a report does. */
export async function query(session: Session, asked: Query): Promise<QueryResult> {
  const { schema, configuration } = session;
  const fields = checkQuery(schema, asked);
  const warnings = new Set<string>();
  const warn: WarnOnce = (text) => warnings.add(text);
  const { groups, rows } = await groupsFor(session, asked, warn);
  const valuesOf = (group: Group): Value[] => [
    ...group.dimensions,
    ...asked.metrics.map((name) => metricValue(schema, name, group.rows, warn)),
  ];
  const sort = asked.sort ?? defaultSort(fields, asked);
  const sortValue = (group: Group, name: string): Value => {
    const at = asked.dimensions.indexOf(name);
    return at >= 0 ? (group.dimensions[at] ?? null) : metricValue(schema, name, group.rows, warn);
  };
  const ordered = groups
    .map((group) => ({ group, keys: sort.map(({ field }) => sortValue(group, field)) }))
    .sort((one, other) => {
      for (const [at, { descending }] of sort.entries()) {
        const [left, right] = [one.keys[at] ?? null, other.keys[at] ?? null];
        const order = compareValues(left, right, descending === true);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ group }) => group);
  const shown = ordered.slice(0, asked.limit ?? ordered.length);
  const compared = await compareWith(session, asked, shown, warn);
  if (asked.comparison !== undefined && !configuration.dateRangeRequired) {
    warn('This data source does not follow the date range, so there is nothing to compare with.');
  }
  return {
    columns: fields.map(toColumn),
    rows: shown.map(valuesOf),
    totals: [
      ...asked.dimensions.map(() => null),
      ...asked.metrics.map((name) => metricValue(schema, name, rows, warn)),
    ],
    rowCount: ordered.length,
    comparison: compared,
    warnings: [...warnings],
  };
}

async function compareWith(
  session: Session,
  asked: Query,
  shown: readonly Group[],
  warn: WarnOnce,
): Promise<QueryResult['comparison']> {
  if (asked.comparison === undefined || !session.configuration.dateRangeRequired) return null;
  const then = await groupsFor(session, { ...asked, dateRange: asked.comparison }, warn);
  const byKey = new Map(then.groups.map((group) => [group.key, group]));
  return shown.map(({ key, dimensions }) => {
    const group = byKey.get(key);
    if (group === undefined) return null;
    const { schema } = session;
    return [
      ...dimensions,
      ...asked.metrics.map((name) => metricValue(schema, name, group.rows, warn)),
    ];
  });
}

const toColumn = (field: Field): Column => ({
  name: field.name,
  label: field.label,
  description: field.description,
  concept: field.concept,
  dataType: field.dataType,
  semanticType: field.semanticType,
  aggregation: field.aggregation,
});
