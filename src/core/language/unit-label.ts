import type { Unit } from '../model/measure.ts';
import type { Language } from '../model/workspace.ts';
import { currencySign } from './format-number.ts';
import { sentencesIn } from './languages.ts';

const LABELS: Readonly<
  Record<Exclude<Unit['kind'], 'number' | 'currency'>, (language: Language) => string>
> = {
  percent: () => '%',
  points: (language) => sentencesIn(language).pointsUnit,
  seconds: () => 's',
  minutes: () => 'min',
  hours: (language) => sentencesIn(language).hoursUnit,
  days: (language) => sentencesIn(language).daysUnit,
  duration: () => 'min',
};

/** As it stands beside a number that is shown without one. */
export function unitLabel(unit: Unit, language: Language): string {
  if (unit.kind === 'number') return unit.word ?? '';
  return unit.kind === 'currency' ? currencySign(unit.currency) : LABELS[unit.kind](language);
}
