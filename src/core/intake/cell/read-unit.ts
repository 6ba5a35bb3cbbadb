import { anyOf, inEveryLanguage } from '../../language/cell-words.ts';
import type { Unit } from '../../model/measure.ts';
import { normaliseText } from '../sheet/normalise-text.ts';
import { type CellReading, read } from './cell-reading.ts';
import { isOfCurrency } from './number-text.ts';
import { choiceCode } from './read-choice.ts';
import { readText } from './read-text.ts';

const SIGNS = { EUR: ['€'], USD: ['$', 'us$'], GBP: ['£'], JPY: ['¥'] };

/** Which currency a word or sign means; a code of three letters needs no entry. */
const CURRENCIES: readonly (readonly [code: string, names: readonly string[]])[] = [
  ...Object.entries(SIGNS),
  ...inEveryLanguage(({ currencies }) => Object.entries(currencies)),
];

/** The codes of ISO 4217: another word of three letters, as FTE or kWh, is what is counted. */
const ISO_CODES: ReadonlySet<string> = new Set(
  'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'.split(
    ' ',
  ),
);
/** Words that people write small and that are a code by chance. */
const WORDS_TOO: ReadonlySet<string> = new Set(['all', 'cup', 'gel', 'kgs', 'pen', 'top', 'try']);

const MONEY: ReadonlySet<string> = new Set(inEveryLanguage(({ money }) => money));
const NUMBER_OF = new RegExp(`^${anyOf(({ numberOf }) => numberOf)}\\s+(?=\\S)`, 'i');
/** Longer than this, it is a sentence and no word beside a number. */
const LONGEST_WORD = 20;

/**
 * A unit by name in either language, a currency by code, sign or name, or else the word that is
 * counted. The word for money alone is the workbook's currency.
 *
 * | cell | gives |
 * |---|---|
 * | uur | hours |
 * | sek | Swedish crowns |
 * | Leads, aantal leads | a number of leads |
 * | what we sold last month, 1000 | a number |
 */
export function readUnit(cell: unknown, ownCurrency: string): CellReading<Unit> {
  const text = readText(cell);
  if (text.kind !== 'value') return text;
  const word = text.value.replace(NUMBER_OF, '');
  const kind = choiceCode(word, 'unit');
  if (kind !== null) return read({ kind });
  if (MONEY.has(normaliseText(word))) return read(money(ownCurrency));
  const currency = currencyCode(word);
  if (currency !== null && isMeant(word, currency)) return read(money(currency));
  return read(isCountable(word) ? { kind: 'number', word: inLowerCase(word) } : { kind: 'number' });
}

const money = (currency: string): Unit => ({ kind: 'currency', currency });

/** Whether a word can stand behind a number. */
const isCountable = (word: string): boolean =>
  word.length <= LONGEST_WORD && !/^[\d.,+-]/.test(word);

const isMeant = (text: string, currency: string): boolean =>
  text.length !== 3 || (isCurrencyCode(currency) && !WORDS_TOO.has(text));

/** The code of a sign that stands beside an amount; "$" and its like are the workbook's own where they can be. */
export function currencyMeant(sign: string, own: string): string | null {
  if (isOfCurrency(sign, own)) return own;
  return sign === '$' ? 'USD' : isCurrencyCode(sign) ? sign : null;
}

const isCurrencyCode = (text: string): boolean => ISO_CODES.has(text);

/** "Leads" as it stands in a sentence; FTE, kWh and L stay as they are. */
const inLowerCase = (word: string): string =>
  /^\p{Lu}\p{Ll}+(?:\s|$)/u.test(word) ? word.charAt(0).toLowerCase() + word.slice(1) : word;

/** The ISO code of "eur", "€" or "euro"; null for anything that is not three letters. */
export function currencyCode(text: string): string | null {
  const key = normaliseText(text);
  const named = CURRENCIES.find(([, names]) => names.includes(key));
  if (named !== undefined) return named[0];
  return /^[a-z]{3}$/.test(key) ? key.toUpperCase() : null;
}
