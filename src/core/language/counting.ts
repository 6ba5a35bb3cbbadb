/** Digits with a mark between thousands: 12,345. */
export const groupThousands = (digits: string, mark: string): string =>
  digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** How a language writes whole numbers from 0 on, alone and before what they count. */
export const countingWith = (mark: string) => {
  const written = (count: number): string => groupThousands(String(count), mark);
  const counted = (count: number, one: string, more: string): string =>
    `${written(count)} ${count === 1 ? one : more}`;
  return { written, counted };
};
