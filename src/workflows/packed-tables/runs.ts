/** value, how often, value, how often … */
export function toRuns(values: ArrayLike<number>): number[] {
  const runs: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0 && values[index] === runs[runs.length - 2]) runs[runs.length - 1] += 1;
    else runs.push(values[index], 1);
  }
  return runs;
}
