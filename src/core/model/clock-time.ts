/** A time of day is the whole seconds since midnight. */
const two = (value: number): string => String(value).padStart(2, '0');

/** 06:03 */
export const clockTime = (secondsOfDay: number): string =>
  `${two(Math.floor(secondsOfDay / 3600))}:${two(Math.floor((secondsOfDay % 3600) / 60))}`;

/** 06:00 and 07:00, with what stands between them; the hour is 0 to 23. */
export const hourSpan = (hour: number, between: string): string =>
  `${two(hour)}:00${between}${two((hour + 1) % 24)}:00`;

/** 060307, the tail of Data Studio's YEAR_MONTH_DAY_SECOND. */
export const compactTime = (secondsOfDay: number): string =>
  [secondsOfDay / 3600, (secondsOfDay % 3600) / 60, secondsOfDay % 60]
    .map((part) => two(Math.floor(part)))
    .join('');
