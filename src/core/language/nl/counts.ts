import { countingWith } from '../counting.ts';

export const thousandsMark = '.';

/** 1 cijfer, 3.104 cijfers. */
export const { written, counted } = countingWith(thousandsMark);
