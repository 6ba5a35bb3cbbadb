import type { Language } from '../../core/model/workspace.ts';

/** Lines above the tables that Koers writes into the workbook. */
interface TabWords {
  /** Moment and person; the person may be ''. */
  readonly recalculated: (moment: string, by: string) => string;
  readonly isCopy: string;
  readonly shortened: (kept: number, all: number) => string;
  readonly lastRunFailed: (moment: string, sentence: string) => string;
  readonly protection: string;
  readonly dataTab: string;
}

export const TAB_WORDS: Readonly<Record<Language, TabWords>> = {
  en: {
    recalculated: (moment, by) =>
      `Recalculated ${moment}${by === '' ? '' : ` on the authorisation of ${by}`}. Koers writes this tab; what you type here is overwritten.`,
    isCopy:
      'This workbook is a copy: schedule and messages are off until you choose Koers › This is the real workbook.',
    shortened: (kept, all) =>
      `Only the ${kept} rows nearest to today are shown, of ${all}; Data Studio has them all.`,
    lastRunFailed: (moment, sentence) => `The run of ${moment} failed: ${sentence}`,
    protection: 'Written by Koers; changes are overwritten.',
    dataTab: 'Memory of Koers: history and results. Please leave it alone.',
  },
  nl: {
    recalculated: (moment, by) =>
      `Herberekend op ${moment}${by === '' ? '' : ` met de rechten van ${by}`}. Koers schrijft dit tabblad; wat je hier typt, wordt overschreven.`,
    isCopy:
      'Deze werkmap is een kopie: planning en berichten staan uit totdat je Koers › Dit is de echte werkmap kiest.',
    shortened: (kept, all) =>
      `Alleen de ${kept} rijen het dichtst bij vandaag staan hier, van ${all}; Data Studio heeft ze alle.`,
    lastRunFailed: (moment, sentence) => `De herberekening van ${moment} is mislukt: ${sentence}`,
    protection: 'Geschreven door Koers; wijzigingen worden overschreven.',
    dataTab: 'Geheugen van Koers: geschiedenis en resultaten. Laat dit met rust.',
  },
};
