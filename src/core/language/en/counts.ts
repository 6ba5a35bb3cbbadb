import { countingWith } from '../counting.ts';

export const thousandsMark = ',';

/** 1 figure, 3,104 figures. */
export const { written, counted } = countingWith(thousandsMark);
