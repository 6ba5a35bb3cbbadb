import type { ControlWords } from '../workflow-words.ts';

export const controls: ControlWords = {
  each: ['per', 'elke', 'elk', 'iedere', 'ieder'],
  grains: {
    measured: ['zoals gemeten', 'gemeten', 'standaard'],
    day: ['dag', 'dagen', 'dagelijks'],
    week: ['week', 'weken', 'wekelijks'],
    month: ['maand', 'maanden', 'maandelijks', 'mnd'],
    quarter: ['kwartaal', 'kwartalen', 'kw', 'k'],
    year: ['jaar', 'jaren', 'jaarlijks', 'j'],
  },
  asInWorkbook: ['werkmap', 'zoals in de werkmap', 'standaard'],
  languages: { en: ['engels'], nl: ['nederlands'] },
  today: ['vandaag', 'nu'],
  yesterday: ['gisteren'],
  unknownGrain: (typed) => `"${typed}" is geen interval, dus dit is zoals gemeten. Kies dag, week, maand, kwartaal of jaar.`,
  unknownLanguage: (typed) => `"${typed}" is geen taal van Koers, dus dit is die van de werkmap. Kies Nederlands of Engels.`,
  unknownDay: (typed) => `"${typed}" is geen dag en telt dus niet mee. Typ hem als 14-02-2026.`,
  dayToCome: (typed) => `"${typed}" moet nog komen, dus dit is gezien vanaf de nieuwste dag die er is.`,
};
