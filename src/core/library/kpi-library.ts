import { COUNTS } from './counts.ts';
import { FINANCE } from './finance.ts';
import {
  LIBRARY_FIELDS,
  type LibraryField,
  type LibraryKpi,
  type LibraryMeasure,
} from './library-kpi.ts';
import { MARKETING } from './marketing.ts';
import { NON_PROFIT } from './non-profit.ts';
import { PEOPLE } from './people.ts';
import { PRODUCT } from './product.ts';
import { SAAS } from './saas.ts';
import { SALES } from './sales.ts';
import { SERVICE } from './service.ts';
import { WEB_SHOP } from './web-shop.ts';

const BY_FIELD = {
  marketing: MARKETING,
  sales: SALES,
  web_shop: WEB_SHOP,
  service: SERVICE,
  finance: FINANCE,
  people: PEOPLE,
  product: PRODUCT,
  saas: SAAS,
  non_profit: NON_PROFIT,
} satisfies { readonly [Field in LibraryField]: Readonly<Record<string, LibraryKpi>> };

type KeyOfEach<Records> = Records extends unknown ? keyof Records : never;

export type LibraryKpiId = KeyOfEach<(typeof BY_FIELD)[LibraryField]>;
/** Of a KPI, which is on a measure of the same name, or of what is counted for formulas alone. */
export type LibraryMeasureId = LibraryKpiId | keyof typeof COUNTS;

const KPIS: Readonly<Record<string, LibraryKpi>> = Object.assign({}, ...Object.values(BY_FIELD));
const MEASURES: Readonly<Record<string, LibraryMeasure | LibraryKpi>> = { ...COUNTS, ...KPIS };

/** Ids of the KPIs of a field, in the order in which they stand. */
export const kpisOfField = (field: LibraryField): LibraryKpiId[] =>
  // SAFETY: the keys of the record that LibraryKpiId is made from.
  Object.keys(BY_FIELD[field]) as LibraryKpiId[];

export const LIBRARY_KPI_IDS: readonly LibraryKpiId[] = LIBRARY_FIELDS.flatMap(kpisOfField);

export const libraryKpi = (id: LibraryKpiId): LibraryKpi => KPIS[id];

export const libraryMeasure = (id: LibraryMeasureId): LibraryMeasure | LibraryKpi => MEASURES[id];

const ID = /[a-z][a-z_]*/g;

/** The formula with each measure it names by its name in brackets. */
export const namedFormula = (formula: string, nameOf: (id: LibraryMeasureId) => string): string =>
  // SAFETY: a test reads every formula; a word in it is the id of a measure.
  formula.replace(ID, (id) => `[${nameOf(id as LibraryMeasureId)}]`);

/** The measure and, before it, those that its formula needs, each once. */
export function measuresNeeded(id: LibraryMeasureId): LibraryMeasureId[] {
  const measure = libraryMeasure(id);
  if (!('formula' in measure)) return [id];
  const named = measure.formula.match(ID) ?? [];
  // SAFETY: as above.
  return [...new Set(named.flatMap((own) => measuresNeeded(own as LibraryMeasureId))), id];
}
