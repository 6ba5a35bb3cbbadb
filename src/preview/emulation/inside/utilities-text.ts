import { checkArguments, notEmulated, platformError } from './host-bridge.ts';

/** A field of a CSV text in quotes, or everything up to the next delimiter or line end. */
function readField(csv: string, start: number, delimiter: string): { text: string; end: number } {
  if (csv[start] !== '"') {
    let end = start;
    while (end < csv.length && csv[end] !== delimiter && !/[\r\n]/.test(csv.charAt(end))) end += 1;
    return { text: csv.slice(start, end), end };
  }
  let text = '';
  let at = start + 1;
  for (;;) {
    const quote = csv.indexOf('"', at);
    // [seen]
    if (quote < 0) throw platformError('Could not parse text.');
    text += csv.slice(at, quote);
    if (csv[quote + 1] !== '"') return { text, end: quote + 1 };
    text += '"';
    at = quote + 2;
  }
}

/** [documented] Rows of text; quoted fields hold delimiters, line ends and doubled quotes. */
export function parseCsv(...args: unknown[]): string[][] {
  checkArguments('Utilities.parseCsv', args, ['string'], ['string', 'string']);
  const csv = String(args[0]);
  const delimiter = args[1] === undefined ? ',' : String(args[1]);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < csv.length) {
    const { text, end } = readField(csv, at, delimiter);
    row.push(text);
    if (csv[end] === delimiter) {
      at = end + 1;
      // A line that ends in a delimiter has one more, empty field.
      if (at >= csv.length || /[\r\n]/.test(csv.charAt(at))) row.push('');
      else continue;
    } else at = end;
    if (at < csv.length && !/[\r\n]/.test(csv.charAt(at))) {
      throw platformError('Could not parse text.');
    }
    rows.push(row);
    row = [];
    if (csv[at] === '\r') at += 1;
    if (csv[at] === '\n') at += 1;
  }
  return rows;
}

const PLACEHOLDER = /%([-+0, ]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g;

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const withCommas = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? withCommas : `${withCommas}.${fraction}`;
}

function numberText(value: unknown, flags: string, decimals: number): string {
  const number = Number(value);
  const digits = Math.abs(number).toFixed(decimals);
  const sign = number < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  return sign + (flags.includes(',') ? grouped(digits) : digits);
}

function converted(letter: string, value: unknown, flags: string, precision: string | undefined) {
  switch (letter) {
    case 's':
      return precision === undefined ? String(value) : String(value).slice(0, Number(precision));
    case 'd':
    case 'i':
      return numberText(Math.trunc(Number(value)), flags, 0);
    case 'f':
      return numberText(value, flags, Number(precision ?? 6));
    case 'x':
      return Math.trunc(Number(value)).toString(16);
    case 'X':
      return Math.trunc(Number(value)).toString(16).toUpperCase();
    default:
      throw notEmulated(`Utilities.formatString with %${letter}`);
  }
}

function padded(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = /^[-+ ]/.test(text) ? text.charAt(0) : '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** [documented] Like sprintf: %s, %d, %i, %f, %x, %%, with flags, width and precision. */
export function formatString(...args: unknown[]): string {
  const [template, ...values] = args;
  checkArguments('Utilities.formatString', [template], ['string']);
  return String(template).replace(
    PLACEHOLDER,
    (_all, flags: string, width: string | undefined, precision: string | undefined, letter) => {
      if (letter === '%') return '%';
      const text = converted(letter, values.shift(), flags, precision);
      return padded(text, flags, Number(width ?? 0));
    },
  );
}
