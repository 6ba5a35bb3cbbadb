/** A stream of numbers that is the same on every machine and in every run. */
export type Noise = {
  /** From 0 up to, not including, 1. */
  readonly uniform: () => number;
  /** Around 0, standard deviation 1, never beyond 6. */
  readonly bell: () => number;
};

const TWO_TO_32 = 4294967296;

/** Mulberry32. The bell is a sum of twelve: only additions, so no platform's logarithm differs. */
export function seededNoise(seed: number): Noise {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  };
  const bell = () => {
    let sum = -6;
    for (let draw = 0; draw < 12; draw += 1) sum += uniform();
    return sum;
  };
  return { uniform, bell };
}
