import type { TableId } from '../../core/tables/result-tables.ts';

// Source: developers.google.com/looker-studio/integrate/linking-api and connector/direct-links.

const HOST = 'https://datastudio.google.com';

/** Data Studio was called Looker Studio: addresses of either name are read, its own one is written. */
const REPORT_ADDRESS =
  /^https:\/\/(?:datastudio|lookerstudio)\.google\.com\/(?:embed\/)?(?:u\/\d+\/)?reporting\/([A-Za-z0-9_-]+)/;
const BARE_ID = /^[A-Za-z0-9_-]{20,}$/;

/** Tables that the reports of docs/template.md are made from, by which their sources are called. */
export const REPORT_TABLES = [
  'kpis',
  'goals',
  'timeline',
  'milestones',
  'changes',
  'drivers',
  'checks',
] as const satisfies readonly TableId[];

/** Those of which a report's date control chooses rows. */
const FOLLOWS_DATES: readonly TableId[] = ['changes'];

/** What a source of a report answers to the form. */
export const sourceAnswers = (table: TableId): Readonly<Record<string, string>> => ({
  fields: 'essential',
  table,
  date_mode: FOLLOWS_DATES.includes(table) ? 'follow' : 'whole',
});

export const isReportAddress = (text: string): boolean =>
  /^https:\/\/(datastudio|lookerstudio)\.google\.com\//.test(text);

/** The id of a report, from its address or as it is; null where the text has none. */
export function reportIdIn(text: string): string | null {
  const trimmed = text.trim();
  return REPORT_ADDRESS.exec(trimmed)?.[1] ?? (BARE_ID.test(trimmed) ? trimmed : null);
}

const address = (path: string, query: Readonly<Record<string, string>>): string =>
  `${HOST}${path}?${Object.entries(query)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** The form of a new data source, with these answers filled in. */
export const newSourceLink = (
  connectorId: string,
  answers: Readonly<Record<string, string>>,
): string =>
  address('/datasources/create', { connectorId, connectorConfig: JSON.stringify(answers) });

export interface WholeReport {
  readonly connectorId: string;
  readonly workbook: string;
  /** The report to copy, whose sources are called as the tables are; null for a blank one. */
  readonly templateId: string | null;
  readonly reportName: string;
  /** What each source is called. */
  readonly sourceNames: readonly (readonly [TableId, string])[];
}

/** A report with its sources, one for each table, in one step. What they share is said once. */
export function wholeReportLink(wished: WholeReport): string {
  const { connectorId, workbook, templateId, reportName, sourceNames } = wished;
  return address('/reporting/create', {
    ...(templateId === null ? {} : { 'c.reportId': templateId }),
    'c.mode': 'edit',
    'r.reportName': reportName,
    'ds.*.connector': 'community',
    'ds.*.connectorId': connectorId,
    'ds.*.workbook': workbook,
    'ds.*.fields': 'essential',
    'ds.*.date_mode': 'whole',
    ...Object.fromEntries(
      sourceNames.flatMap(([table, name]) => [
        [`ds.${table}.table`, table],
        [`ds.${table}.datasourceName`, name],
        ...(FOLLOWS_DATES.includes(table) ? [[`ds.${table}.date_mode`, 'follow']] : []),
      ]),
    ),
  });
}
