import type { Language } from '../../core/model/workspace.ts';

export type Translated = Readonly<Record<Language, string>>;

/** What the menu and its messages say. */
export const MENU_WORDS = {
  menu: { en: 'Koers', nl: 'Koers' },
  recalculate: { en: 'Recalculate now', nl: 'Nu herberekenen' },
  nextPeriod: { en: 'Start next period…', nl: 'Volgende periode starten…' },
  setUp: { en: 'Set up this workbook', nl: 'Deze werkmap inrichten' },
  add: { en: 'Add…', nl: 'Toevoegen…' },
  schedule: { en: 'Schedule', nl: 'Planning' },
  hourly: { en: 'Every hour', nl: 'Elk uur' },
  daily: { en: 'Every morning', nl: 'Elke ochtend' },
  off: { en: 'Off', nl: 'Uit' },
  openReport: { en: 'Open the Data Studio report', nl: 'Open het Data Studio-rapport' },
  confirmWorkbook: { en: 'This is the real workbook', nl: 'Dit is de echte werkmap' },
  checkInstallation: { en: 'Check this installation', nl: 'Deze installatie controleren' },
} satisfies Record<string, Translated>;

interface Messages {
  readonly recalculated: (kpis: number, errors: number) => string;
  readonly setUp: string;
  readonly added: (tab: string) => string;
  readonly scheduled: Readonly<Record<'hourly' | 'daily' | 'off', string>>;
  readonly otherSchedule: (by: string) => string;
  readonly confirmQuestion: string;
  readonly confirmed: string;
  readonly alreadyReal: string;
  readonly reportTitle: string;
  readonly reportText: string;
  readonly reportLink: string;
  readonly sourceText: string;
  readonly sourceLink: string;
}

export const MENU_MESSAGES: Readonly<Record<Language, Messages>> = {
  en: {
    recalculated: (kpis, errors) =>
      `${kpis} ${kpis === 1 ? 'KPI' : 'KPIs'} recalculated. ${
        errors === 0
          ? 'No errors found.'
          : `${errors} ${errors === 1 ? 'error' : 'errors'} to look at in Koers checks.`
      }`,
    setUp:
      'Six tabs are ready. Start with a KPI: name, kind, start, due and target, and its figures in Actuals.',
    added: (tab) => `The tab "${tab}" is ready.`,
    scheduled: {
      hourly: 'Koers recalculates every hour, on your authorisation.',
      daily: 'Koers recalculates every morning, on your authorisation.',
      off: 'Koers recalculates only when somebody asks.',
    },
    otherSchedule: (by) =>
      `${by} has a schedule too. Google shows it to that person only; ask them to switch it off.`,
    confirmQuestion:
      'This workbook is a copy of another Koers workbook. Is this one the real one from now on? Schedule and messages then work here.',
    confirmed: 'From now on this is the real workbook.',
    alreadyReal: 'This is already the real workbook.',
    reportTitle: 'Data Studio (formerly Looker Studio)',
    reportText: 'The report of this workbook:',
    reportLink: 'Open the report',
    sourceText:
      'There is no report yet. Make a data source of this workbook, and put the address of your report into Report link in the Settings tab.',
    sourceLink: 'Make a data source',
  },
  nl: {
    recalculated: (kpis, errors) =>
      `${kpis} ${kpis === 1 ? 'KPI' : "KPI's"} herberekend. ${
        errors === 0
          ? 'Geen fouten gevonden.'
          : `${errors} ${errors === 1 ? 'fout' : 'fouten'} om naar te kijken in Koers controles.`
      }`,
    setUp:
      'Zes tabbladen staan klaar. Begin met een KPI: naam, soort, start, einde en streefwaarde, en de cijfers in Realisatie.',
    added: (tab) => `Het tabblad "${tab}" staat klaar.`,
    scheduled: {
      hourly: 'Koers herberekent elk uur, met jouw rechten.',
      daily: 'Koers herberekent elke ochtend, met jouw rechten.',
      off: 'Koers herberekent alleen als iemand erom vraagt.',
    },
    otherSchedule: (by) =>
      `${by} heeft ook een planning. Google toont die alleen aan die persoon; vraag of die hem uitzet.`,
    confirmQuestion:
      'Deze werkmap is een kopie van een andere Koers-werkmap. Is dit voortaan de echte? Planning en berichten werken dan hier.',
    confirmed: 'Dit is voortaan de echte werkmap.',
    alreadyReal: 'Dit is al de echte werkmap.',
    reportTitle: 'Data Studio (voorheen Looker Studio)',
    reportText: 'Het rapport van deze werkmap:',
    reportLink: 'Open het rapport',
    sourceText:
      'Er is nog geen rapport. Maak een gegevensbron van deze werkmap, en zet het adres van je rapport bij Rapportlink op het tabblad Instellingen.',
    sourceLink: 'Maak een gegevensbron',
  },
};
