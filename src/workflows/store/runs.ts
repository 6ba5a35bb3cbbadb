/** value, how often, value, how often … */
export function toRuns(values: ArrayLike<number>): number[] {
  const runs: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0 && values[index] === runs[runs.length - 2]) runs[runs.length - 1] += 1;
    else runs.push(values[index], 1);
  }
  return runs;
}

export function fromRuns(runs: readonly number[], length: number): Int32Array {
  const values = new Int32Array(length);
  let at = 0;
  for (let index = 0; index + 1 < runs.length; index += 2) {
    values.fill(runs[index], at, at + runs[index + 1]);
    at += runs[index + 1];
  }
  return values;
}

/** How many values are there, how many are null, how many are there … */
export function presenceOf(values: ArrayLike<unknown>): number[] {
  const lengths: number[] = [];
  let present = true;
  let length = 0;
  for (let index = 0; index < values.length; index += 1) {
    if ((values[index] !== null) === present) {
      length += 1;
    } else {
      lengths.push(length);
      present = !present;
      length = 1;
    }
  }
  lengths.push(length);
  return lengths;
}

/** Calls back with the first and past-the-last row of every stretch of values. */
export function eachPresent(
  presence: readonly number[],
  visit: (from: number, to: number) => void,
): void {
  let at = 0;
  for (let index = 0; index < presence.length; index += 1) {
    if (index % 2 === 0 && presence[index] > 0) visit(at, at + presence[index]);
    at += presence[index];
  }
}
