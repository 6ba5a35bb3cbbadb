import { CADENCES, type RegularCadence } from '../../model/period.ts';

/** A cadence as a number, so that "coarser" is ">": 0 day … 4 year. */
export type CadenceGrain = number;

export const grainNumber = (cadence: RegularCadence): CadenceGrain => CADENCES.indexOf(cadence);
