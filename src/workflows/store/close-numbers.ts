/** Equal to a relative error; zero is only equal to itself. */
export const isClose = (predicted: number, value: number, error: number): boolean =>
  Math.abs(predicted - value) <= error * Math.abs(value);
