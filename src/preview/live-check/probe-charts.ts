import { read, utils } from '@e965/xlsx';
import type { Session } from '../data-studio/connector-session.ts';
import type { Value } from '../data-studio/contract.ts';
import { identityOf } from '../data-studio/formula-functions.ts';
import { query } from '../data-studio/query.ts';

/** A chart that was exported from Data Studio as CSV: texts by the label of their field. */
export interface ExportedChart {
  readonly labels: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function readChart(csv: string): ExportedChart {
  const book = read(csv, { type: 'string', raw: true });
  const [first = ''] = book.SheetNames;
  const rows: unknown[][] = utils.sheet_to_json(book.Sheets[first] ?? {}, {
    header: 1,
    defval: '',
  });
  const [labels = [], ...rest] = rows.map((row) => row.map((cell) => String(cell).trim()));
  return { labels, rows: rest.filter((row) => row.some((cell) => cell !== '')) };
}

const isEmpty = (text: string): boolean => /^(?:|null|-|–|—|no data|geen gegevens)$/i.test(text);

/** A number as a chart shows it, in English or Dutch; null when the text holds none. */
function shownNumber(text: string): { value: number; decimals: number } | null {
  const plain = text.replace(/[^\d.,%–-]/g, '').replace('–', '-');
  if (!/\d/.test(plain)) return null;
  const digits = plain.replace('%', '');
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  const after = last < 0 ? '' : digits.slice(last + 1);
  const isDecimal = last >= 0 && after.length !== 3;
  const whole = (isDecimal ? digits.slice(0, last) : digits).replace(/[.,]/g, '');
  const value = Number(`${whole}.${isDecimal ? after : '0'}`);
  const isShare = plain.includes('%');
  const decimals = (isDecimal ? after.length : 0) + (isShare ? 2 : 0);
  return { value: isShare ? value / 100 : value, decimals };
}

function isShownAs(expected: Value, text: string): boolean {
  const value = identityOf(expected);
  if (value === null || value === '') return isEmpty(text);
  if (typeof value === 'number') {
    const shown = shownNumber(text);
    return shown !== null && Math.abs(shown.value - value) <= 0.5 * 10 ** -shown.decimals;
  }
  if (typeof value === 'boolean') return /^(?:true|waar|1)$/i.test(text) === value;
  return !isEmpty(text);
}

export interface ProbeFinding {
  readonly id: string;
  readonly label: string;
  readonly kind: 'same' | 'different' | 'missing';
  readonly there: string;
  readonly here: string;
}

const plain = (value: Value): string => {
  const shown = identityOf(value);
  return shown === null || shown === '' ? 'empty' : (String(shown).split('\n').at(-1) ?? '');
};

/**
 * Each field of the probe as Data Studio showed it, beside the imitation: a chart with a row for
 * each Row, or one of the metrics alone.
 */
export async function probeFindings(
  session: Session,
  chart: ExportedChart,
): Promise<ProbeFinding[]> {
  const { fields } = session.schema;
  const isByRow = chart.labels.includes('Row');
  const asked = fields.filter(
    ({ isHidden, concept }) => !isHidden && (isByRow || concept === 'METRIC'),
  );
  const named = (wanted: 'DIMENSION' | 'METRIC') =>
    asked.filter(({ concept }) => concept === wanted).map(({ name }) => name);
  const answer = await query(session, {
    dimensions: named('DIMENSION'),
    metrics: named('METRIC'),
    ...(isByRow ? { sort: [{ field: 'probe_row' }] } : {}),
  });
  const order = chart.labels.indexOf('Row');
  const rows = [...chart.rows].sort((a, b) => (a[order] ?? '').localeCompare(b[order] ?? ''));
  return answer.columns.map(({ name, label }, position) => {
    const at = chart.labels.indexOf(label);
    const expected = answer.rows.map((row) => row[position] ?? null);
    const texts = rows.map((row) => row[at] ?? '');
    const isSame = expected.every((value, row) => isShownAs(value, texts[row] ?? ''));
    const kind = at < 0 ? 'missing' : isSame ? 'same' : 'different';
    const here = expected.map(plain).join(' · ');
    return { id: name, label, kind, there: texts.map((text) => text || 'empty').join(' · '), here };
  });
}

const GUARDS = 'GUARD_VARIANTS in src/core/tables/guards.ts';

/** Which guard a live report bears out: CASE for as long as nothing speaks against it. */
export function guardAdvice(findings: readonly ProbeFinding[]): string {
  const holds = (ids: readonly string[]) =>
    ids.every((id) => findings.some((found) => found.id === id && found.kind === 'same'));
  if (holds(['case_one_row', 'case_one_key', 'case_or'])) {
    return `CASE works in a connector's formula: ${GUARDS} stays as it is.`;
  }
  if (holds(['nary_min_one_row', 'nary_min_one_key', 'division_by_zero'])) {
    return `CASE does not work and NARY_MIN does: put 'arithmetic' first in ${GUARDS}.`;
  }
  return `Neither CASE nor NARY_MIN works: put 'none' first in ${GUARDS}.`;
}
