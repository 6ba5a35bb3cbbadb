import type { Measure, Unit } from '../../model/measure.ts';
import type { Change, ReadWhatIf, RefusedChange, SupposedChange } from '../../model/what-if.ts';
import type { Workspace } from '../../model/workspace.ts';
import { cellLocale } from '../cell/cell-locale.ts';
import { shown } from '../cell/cell-reading.ts';
import { isOfCurrency, takeNumberApart } from '../cell/number-text.ts';
import { choiceCode } from '../cell/read-choice.ts';
import { readNumber } from '../cell/read-number.ts';
import { nameIndex } from '../rows/name-index.ts';
import { nearestName } from '../rows/nearest-name.ts';

/** More changes than this are not an idea but a plan, which belongs in the workbook. */
const MOST_CHANGES = 20;

const SIGN = '[+\\-\\u2212\\u2013]';
/** conversion=+10%: names may hold signs, and even "=". */
const WITH_EQUALS = new RegExp(`^(.+)=\\s*(${SIGN}.*)$`);
/** conversion +10% */
const WITHOUT = new RegExp(`^(.+?)[\\s:]+(${SIGN}\\s*[^\\s\\d]{0,3}\\s?[\\d.,].*)$`);
const WORD_BEHIND = /^(.*\d)\s*([a-z]+)$/i;

type Refusal = Pick<RefusedChange, 'why'> & Partial<Pick<RefusedChange, 'nearest'>>;

interface Meant {
  readonly name: string;
  readonly measure: Measure;
  readonly channel: string | null;
}

/**
 * What a report asks to suppose: changes with a semicolon or a new line between them. Each is the
 * name or id of a measure or KPI and what is more or less of it; a KPI's name stands for its measure,
 * in its channel.
 *
 * | text | supposes |
 * |---|---|
 * | conversion=+10% | a tenth more than is foreseen |
 * | budget=+5000; visitors -3% | 5,000 more in the rest of the period, and 3% less |
 * | conversion=+0.5 points | half a point more, of a measure in percent |
 * | conversion=10% | nothing: more, or less? |
 */
export function readWhatIf(text: string, workspace: Workspace): ReadWhatIf {
  const parts = text.split(/[;\r\n]+/).filter((part) => part.trim() !== '');
  if (parts.length === 0) return { changes: [], refused: [] };
  const find = finder(workspace);
  const locale = cellLocale(workspace.workbook.locale);
  const changes: SupposedChange[] = [];
  const refused: RefusedChange[] = [];
  parts.slice(0, MOST_CHANGES).forEach((part) => {
    const found = changeIn(part.trim());
    if ('why' in found) refused.push({ nearest: null, ...found, text: shown(part) });
    else changes.push(found);
  });
  if (parts.length > MOST_CHANGES) {
    refused.push({ text: shown(parts[MOST_CHANGES]), why: 'too_many', nearest: null });
  }
  return { changes, refused };

  function changeIn(part: string): SupposedChange | Refusal {
    const match = WITH_EQUALS.exec(part) ?? WITHOUT.exec(part);
    if (match === null) return { why: 'no_sign' };
    const meant = find(match[1].trim().replace(/^\[(.*)\]$/, '$1'));
    if ('why' in meant) return meant;
    const { name, measure, channel } = meant;
    const change = readChange(match[2], measure.unit);
    return 'why' in change ? change : { name, measureId: measure.id, channel, change };
  }

  function readChange(typed: string, unit: Unit): Change | Refusal {
    const [, size, word] = WORD_BEHIND.exec(typed) ?? [];
    const inPoints = word !== undefined && isPoints(word);
    // A space behind the sign is nobody's typing error.
    const number = (inPoints ? size : typed).replace(new RegExp(`^(${SIGN})\\s+`), '$1');
    const plain = number.replace(/^\u2013/, '-');
    const { isPercent, currency } = takeNumberApart(plain);
    const reading = readNumber(plain, 'general', locale);
    if (reading.kind !== 'value') {
      const isAmbiguous = reading.kind === 'bad' && reading.problem.code === 'E_NUMBER_AMBIGUOUS';
      return { why: isAmbiguous ? 'two_numbers' : 'no_number' };
    }
    const { value } = reading;
    if (isPercent && !inPoints) {
      return value < -1 ? { why: 'more_than_all' } : { kind: 'share', share: value };
    }
    if (currency !== null && !(unit.kind === 'currency' && isOfCurrency(currency, unit.currency))) {
      return { why: 'other_currency' };
    }
    if (unit.kind === 'percent') {
      return inPoints ? { kind: 'amount', amount: value / 100 } : { why: 'percent_or_points' };
    }
    return inPoints && unit.kind !== 'points'
      ? { why: 'no_number' }
      : { kind: 'amount', amount: value };
  }
}

const isPoints = (word: string): boolean => choiceCode(word, 'unit') === 'points';

/** A measure by name or id; else the KPI of that name, as what it measures. */
function finder({ measures, kpis }: Workspace): (name: string) => Meant | Refusal {
  const measureNamed = nameIndex('measures', measures);
  const kpiNamed = nameIndex('kpis', kpis);
  const measureOf = new Map(measures.map((measure) => [measure.id, measure]));
  const nearest = nearestName([...measures, ...kpis].map(({ name }) => name));
  return (text) => {
    const [measure, ...others] = measureNamed.find(text);
    if (others.length > 0) return { why: 'several_of_name' };
    if (measure !== undefined) return { name: measure.name, measure, channel: null };
    const byKpi = new Map<string, Meant>();
    for (const { name, measureId, channel } of kpiNamed.find(text)) {
      const own = measureOf.get(measureId);
      if (own === undefined) continue;
      byKpi.set(JSON.stringify([measureId, channel]), { name, measure: own, channel });
    }
    if (byKpi.size > 1) return { why: 'several_of_name' };
    const [meant] = byKpi.values();
    return meant ?? { why: 'unknown_name', nearest: nearest(text) };
  };
}
