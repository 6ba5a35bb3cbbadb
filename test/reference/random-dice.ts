/** Draws for one workbook, all from its seed, so that a seed is a workbook. */
export interface Dice {
  whole: (low: number, high: number) => number;
  number: (low: number, high: number) => number;
  chance: (share: number) => boolean;
  one: <T>(options: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    number: (low, high) => Math.round((low + next() * (high - low)) * 100) / 100,
    chance: (share) => next() < share,
    one: (options) => options[whole(0, options.length - 1)],
  };
}
