import type { Cell, Part } from '../../core/tables/part.ts';

/** Numbers with more places than this have them by calculation, and more than are worth a look. */
const MOST_PLACES = 6;
const POWERS = Array.from({ length: 23 }, (_, places) => 10 ** places);
/** Whole numbers up to here, their distances and the distances of those are exact. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER / 4;

/** How exactly numbers are kept: to the last bit, or at least twelve digits of each. */
export type Precision = 'exact' | 'twelve_digits';
const DIGITS = 12;
/** Half of the last digit, as a part of the number. */
const ERRORS: Readonly<Record<Precision, number>> = { exact: 0, twelve_digits: 5e-13 };

/** A list of numbers, some of them missing, as JSON of these in this order. */
type NumbersText = readonly [
  /** Decimal places: with 2, numbers are written in hundredths. Null where they are as they are. */
  places: number | null,
  /** 1 where each is written as its distance from the one before, 2 where distances are. */
  order: number,
  /** How many are there, how many are missing, how many are there …; none when all are there. */
  presence: readonly number[],
  values: readonly number[],
];

/** A list of anything: cell, how often, cell, how often … */
interface CellsText {
  readonly runs: readonly Cell[];
}

/** The fewest decimal places that say all of them, as exactly as is asked; null when too many. */
function placesOf(values: readonly number[], error: number): number | null {
  let places = 0;
  let power = 1;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    const size = Math.abs(value);
    while (Math.abs(Math.round(value * power) / power - value) > size * error) {
      places += 1;
      if (places > MOST_PLACES) return null;
      power = POWERS[places];
    }
    if (size * power > MOST_EXACT) return null;
  }
  return places;
}

/** Decimal places that leave even the smallest of them twelve digits; null when that is too many. */
function enoughPlaces(values: readonly number[]): number | null {
  let [least, most] = [Number.POSITIVE_INFINITY, 0];
  for (let at = 0; at < values.length; at += 1) {
    const size = Math.abs(values[at]);
    if (size > most) most = size;
    if (size > 0 && size < least) least = size;
  }
  const places = DIGITS - 1 - Math.floor(Math.log10(least));
  return places >= 0 && places < POWERS.length && most * POWERS[places] < MOST_EXACT
    ? places
    : null;
}

const shortened = (value: number): number => Number(value.toPrecision(DIGITS));

/** So many numbers tell how long they are to write. */
const SAMPLE = 12;

const digitsOf = (value: number): number => Math.log(Math.abs(value) + 1);

/** How many times distances are taken to have the least to write. */
function shortestOrder(values: readonly number[], power: number): number {
  const digits = [0, 0, 0];
  let [before, distanceBefore] = [0, 0];
  for (let at = 0; at < values.length && at < SAMPLE; at += 1) {
    const value = values[at] * power;
    const distance = value - before;
    digits[0] += digitsOf(value);
    digits[1] += digitsOf(distance);
    digits[2] += digitsOf(distance - distanceBefore);
    [before, distanceBefore] = [value, distance];
  }
  return digits.indexOf(Math.min(...digits));
}

/** Whole numbers, or their distances; one loop, because millions of numbers go through it. */
function wholeNumbers(values: readonly number[], power: number, order: number): number[] {
  const written: number[] = new Array(values.length);
  let [before, distanceBefore] = [0, 0];
  for (let at = 0; at < values.length; at += 1) {
    const value = power === 1 ? values[at] : Math.round(values[at] * power);
    const distance = value - before;
    written[at] = order === 0 ? value : order === 1 ? distance : distance - distanceBefore;
    before = value;
    distanceBefore = distance;
  }
  return written;
}

function numbersText(
  present: readonly number[],
  presence: readonly number[],
  precision: Precision,
): NumbersText {
  const isExact = precision === 'exact';
  const places = placesOf(present, ERRORS[precision]) ?? (isExact ? null : enoughPlaces(present));
  if (places === null) return [null, 0, presence, isExact ? present : present.map(shortened)];
  const power = POWERS[places];
  const order = shortestOrder(present, power);
  return [places, order, presence, wholeNumbers(present, power, order)];
}

/** A number that is none is missing. */
function keptCell(cell: Cell, precision: Precision): Cell {
  if (typeof cell !== 'number') return cell;
  if (!isThere(cell)) return null;
  return precision === 'exact' || Number.isInteger(cell) ? cell : shortened(cell);
}

function cellsText(cells: readonly Cell[], precision: Precision): CellsText {
  const runs: Cell[] = [];
  let from = 0;
  for (let at = 1; at <= cells.length; at += 1) {
    if (at < cells.length && cells[at] === cells[from]) continue;
    runs.push(keptCell(cells[from], precision), at - from);
    from = at;
  }
  return { runs };
}

const isThere = (cell: Cell): cell is number => typeof cell === 'number' && cell - cell === 0;

/** The numbers of a list in which some are missing, and where they are. */
function presentIn(cells: readonly Cell[]): { present: number[]; presence: number[] } {
  const present: number[] = [];
  const presence: number[] = [];
  let from = 0;
  for (let at = 0; at <= cells.length; at += 1) {
    const isPresent = at < cells.length && isThere(cells[at]);
    if (isPresent) present.push(Number(cells[at]));
    // Stretches that are there and stretches that are missing take turns.
    if (at < cells.length && isPresent === (presence.length % 2 === 0)) continue;
    presence.push(at - from);
    from = at;
  }
  return { present, presence };
}

/** Numbers that change less often than once in so many are written as cells that repeat. */
const FEW_CHANGES = 4;

function kindOf(cells: readonly Cell[]): 'one' | 'numbers' | 'some_numbers' | 'cells' {
  let missing = 0;
  let changes = 0;
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (at > 0 && cell !== cells[at - 1]) changes += 1;
    if (isThere(cell)) continue;
    if (cell !== null) return isOneCell(cells) ? 'one' : 'cells';
    missing += 1;
  }
  if (changes === 0 && cells.length > 0) return 'one';
  if (changes * FEW_CHANGES < cells.length) return 'cells';
  return missing === 0 ? 'numbers' : 'some_numbers';
}

const isOneCell = (cells: readonly Cell[]): boolean => cells.every((cell) => cell === cells[0]);

/** A part of a column as a line of text. One cell that stands for all of its rows is its own JSON. */
export function encodeList(part: Part, precision: Precision): string {
  if (!Array.isArray(part)) return JSON.stringify(part);
  const cells: readonly Cell[] = part;
  switch (kindOf(cells)) {
    case 'one':
      return JSON.stringify(keptCell(cells[0], precision));
    case 'cells':
      return JSON.stringify(cellsText(cells, precision));
    case 'numbers':
      // SAFETY: it was just looked through.
      return JSON.stringify(numbersText(cells as number[], [], precision));
    case 'some_numbers': {
      const { present, presence } = presentIn(cells);
      return JSON.stringify(numbersText(present, presence, precision));
    }
  }
}

/** Distances back to what they are between. */
function sumsOf(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function decodeNumbers([places, order, presence, written]: NumbersText): Cell[] {
  let values = written;
  for (let left = order; left > 0; left -= 1) values = sumsOf(values);
  const power = places === null ? 1 : POWERS[places];
  const numbers = power === 1 ? [...values] : values.map((value) => value / power);
  if (presence.length === 0) return numbers;
  const stretches: Cell[][] = [];
  let next = 0;
  presence.forEach((count, at) => {
    stretches.push(
      at % 2 === 0 ? numbers.slice(next, next + count) : new Array<Cell>(count).fill(null),
    );
    if (at % 2 === 0) next += count;
  });
  return ([] as Cell[]).concat(...stretches);
}

function decodeCells({ runs }: CellsText): Cell[] {
  const cells: Cell[] = [];
  for (let at = 0; at < runs.length; at += 2) {
    for (let left = Number(runs[at + 1]); left > 0; left -= 1) cells.push(runs[at]);
  }
  return cells;
}

/** The part again. */
export function decodeList(line: string): Part {
  // SAFETY: written by encodeList.
  const text = JSON.parse(line) as Cell | NumbersText | CellsText;
  if (Array.isArray(text)) return decodeNumbers(text as NumbersText);
  return typeof text === 'object' && text !== null ? decodeCells(text as CellsText) : text;
}
