import type { DataType } from './contract.ts';

interface SemanticType {
  readonly dataType: DataType;
  readonly pattern?: RegExp;
}

const text = (pattern?: RegExp): SemanticType => ({
  dataType: 'STRING',
  ...(pattern === undefined ? {} : { pattern }),
});

const MONTH = '(?:0[1-9]|1[0-2])';
const DAY = '(?:0[1-9]|[12]\\d|3[01])';
const WEEK = '(?:0[1-9]|[1-4]\\d|5[0-3])';
const HOUR = '(?:[01]\\d|2[0-3])';
const digits = (...parts: string[]) => text(new RegExp(`^${parts.join('')}$`));

const SEMANTIC_TYPES: Readonly<Record<string, SemanticType>> = {
  YEAR: digits('\\d{4}'),
  YEAR_QUARTER: digits('\\d{4}[1-4]'),
  YEAR_MONTH: digits('\\d{4}', MONTH),
  YEAR_WEEK: digits('\\d{4}', WEEK),
  YEAR_MONTH_DAY: digits('\\d{4}', MONTH, DAY),
  YEAR_MONTH_DAY_HOUR: digits('\\d{4}', MONTH, DAY, HOUR),
  YEAR_MONTH_DAY_MINUTE: digits('\\d{4}', MONTH, DAY, HOUR, '[0-5]\\d'),
  YEAR_MONTH_DAY_SECOND: digits('\\d{4}', MONTH, DAY, HOUR, '[0-5]\\d[0-5]\\d'),
  QUARTER: digits('[1-4]'),
  MONTH: digits(MONTH),
  WEEK: digits(WEEK),
  MONTH_DAY: digits(MONTH, DAY),
  DAY_OF_WEEK: digits('[0-6]'),
  DAY: digits(DAY),
  HOUR: digits(HOUR),
  MINUTE: digits('[0-5]\\d'),
  DURATION: digits('-?\\d+(?:\\.\\d+)?'),
  LATITUDE_LONGITUDE: text(/^-?\d+(?:\.\d+)?,\s*-?\d+(?:\.\d+)?$/),
  URL: text(/^[a-z][a-z0-9+.-]*:\S+$/i),
  ...Object.fromEntries(
    [
      ...['TEXT', 'HYPERLINK', 'IMAGE', 'IMAGELINK', 'IMAGE_LINK'],
      ...['COUNTRY', 'CONTINENT', 'SUB_CONTINENT', 'REGION', 'CITY', 'METRO'].flatMap((place) => [
        place,
        `${place}_CODE`,
      ]),
    ].map((name) => [name, text()]),
  ),
  NUMBER: { dataType: 'NUMBER' },
  PERCENT: { dataType: 'NUMBER' },
  BOOLEAN: { dataType: 'BOOLEAN' },
};

const CURRENCY: SemanticType = { dataType: 'NUMBER' };

export const semanticTypeNamed = (name: string): SemanticType | undefined =>
  /^CURRENCY_[A-Z]{3}$/.test(name) ? CURRENCY : SEMANTIC_TYPES[name];

const EXPECTED: Readonly<Record<DataType, string>> = {
  STRING: 'string',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
};

/**
 * What is wrong with a value that a connector sent, or null.
 * Null and '' pass everywhere: missing is allowed in every column.
 */
export function valueProblem(
  value: unknown,
  dataType: DataType,
  semanticType: string,
): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number' && !Number.isFinite(value))
    return `${value} is not a finite number`;
  if (typeof value !== EXPECTED[dataType]) {
    return `${JSON.stringify(value)} is not a ${EXPECTED[dataType]}`;
  }
  const pattern = semanticTypeNamed(semanticType)?.pattern;
  return pattern === undefined || pattern.test(String(value))
    ? null
    : `${JSON.stringify(value)} is not written as ${semanticType}`;
}
