import type { Language } from '../../core/model/workspace.ts';

export type FailureDetails = Readonly<Record<string, string | number>>;

type Sentence = (details: FailureDetails) => string;

/** What is wrong and what to do about it, for whoever reads it. */
const FAILURES = {
  UNEXPECTED: {
    en: ({ errorId }) =>
      `Something went wrong inside Koers. Try again in a minute; if it happens again, give this number to whoever installed Koers: ${errorId}.`,
    nl: ({ errorId }) =>
      `Er ging iets mis binnen Koers. Probeer het over een minuut opnieuw; gebeurt het weer, geef dan dit nummer door aan wie Koers heeft geïnstalleerd: ${errorId}.`,
  },
  NO_WORKBOOK: {
    en: () =>
      'This data source does not say which workbook to read. Edit its connection and paste the address of your Koers workbook.',
    nl: () =>
      'Deze gegevensbron zegt niet welke werkmap gelezen moet worden. Bewerk de verbinding en plak het adres van je Koers-werkmap.',
  },
  NOT_A_WORKBOOK: {
    en: () =>
      'That is not the address of a Google Sheet. Open the workbook and copy the address from the browser; it begins with https://docs.google.com/spreadsheets/d/.',
    nl: () =>
      'Dat is niet het adres van een Google-spreadsheet. Open de werkmap en kopieer het adres uit de browser; het begint met https://docs.google.com/spreadsheets/d/.',
  },
  NO_ACCESS: {
    en: () =>
      'You have no access to the workbook behind this report, or it no longer exists. Ask its owner to share it with you, at least for viewing.',
    nl: () =>
      'Je hebt geen toegang tot de werkmap achter dit rapport, of die bestaat niet meer. Vraag de eigenaar om hem met je te delen, minstens om te bekijken.',
  },
  BUSY: {
    en: () => 'Google has no room for this request right now. Wait a minute and try again.',
    nl: () => 'Google heeft nu geen ruimte voor dit verzoek. Wacht een minuut en probeer opnieuw.',
  },
  NO_EDIT: {
    en: () =>
      'Koers may not write in this workbook. Ask its owner to make you an editor, then recalculate again.',
    nl: () =>
      'Koers mag niet in deze werkmap schrijven. Vraag de eigenaar om je bewerker te maken en herbereken daarna.',
  },
  UNKNOWN_TABLE: {
    en: ({ table, tables }) => `There is no table "${table}". Choose one of: ${tables}.`,
    nl: ({ table, tables }) => `Er is geen tabel "${table}". Kies uit: ${tables}.`,
  },
  NOT_A_KOERS_WORKBOOK: {
    en: ({ tab }) =>
      `This workbook has no tab "${tab}", so there is nothing to compute. Add that tab, or choose Koers › Set up this workbook in an empty one.`,
    nl: ({ tab }) =>
      `Deze werkmap heeft geen tabblad "${tab}"; er valt dus niets te berekenen. Voeg dat tabblad toe, of kies Koers › Deze werkmap inrichten in een lege.`,
  },
  ALREADY_RUNNING: {
    en: () =>
      'Koers is already recalculating this workbook, so this run stepped aside. Its results follow in a moment.',
    nl: () =>
      'Koers is deze werkmap al aan het herberekenen; deze keer is daarom overgeslagen. De resultaten volgen zo.',
  },
  IS_COPY: {
    en: () =>
      'This workbook is a copy of another Koers workbook, so Koers does not recalculate it on a schedule. Open it and choose Koers › This is the real workbook.',
    nl: () =>
      'Deze werkmap is een kopie van een andere Koers-werkmap; daarom herberekent Koers hem niet volgens een planning. Open hem en kies Koers › Dit is de echte werkmap.',
  },
  OUT_OF_TIME: {
    en: () =>
      'This recalculation would have passed the time that Google allows, so Koers stopped before writing. The last results are still there; the next run tries again. Fewer rows in the Actuals tabs make it faster.',
    nl: () =>
      'Deze herberekening zou langer duren dan Google toestaat, dus Koers is gestopt voordat er iets werd geschreven. De vorige resultaten staan er nog; de volgende keer probeert Koers het opnieuw. Minder rijen in de tabbladen Realisatie maken het sneller.',
  },
  NEWER_LAYOUT: {
    en: ({ tab }) =>
      `The tab "${tab}" was written by a newer version of Koers. Update this installation before recalculating.`,
    nl: ({ tab }) =>
      `Het tabblad "${tab}" is geschreven door een nieuwere versie van Koers. Werk deze installatie bij voordat je herberekent.`,
  },
  DAMAGED_DATA: {
    en: ({ tab }) =>
      `The hidden tab "${tab}" has been changed by hand and cannot be read. Restore it from File › Version history, or delete it: Koers then starts again without its history.`,
    nl: ({ tab }) =>
      `Het verborgen tabblad "${tab}" is met de hand gewijzigd en kan niet worden gelezen. Zet het terug via Bestand › Versiegeschiedenis, of verwijder het: Koers begint dan opnieuw zonder geschiedenis.`,
  },
  NOT_EMPTY: {
    en: () =>
      'Koers only sets up an empty workbook, and this one already holds something. Nothing was changed. Start in a new spreadsheet, or add single tabs with Koers › Add.',
    nl: () =>
      'Koers richt alleen een lege werkmap in, en in deze staat al iets. Er is niets gewijzigd. Begin in een nieuwe spreadsheet, of voeg losse tabbladen toe met Koers › Toevoegen.',
  },
  TAB_EXISTS: {
    en: ({ tab }) => `The tab "${tab}" is already there.`,
    nl: ({ tab }) => `Het tabblad "${tab}" is er al.`,
  },
  NO_REPORT_LINK: {
    en: () =>
      'Fill in Report link in the Settings tab first: the address of the Data Studio report of this workbook.',
    nl: () =>
      'Vul eerst Rapportlink in op het tabblad Instellingen: het adres van het Data Studio-rapport van deze werkmap.',
  },
  TOO_LARGE: {
    en: ({ rows }) =>
      `This table has ${rows} rows, more than Data Studio takes at once (1,000,000). Choose a coarser interval or fewer KPIs.`,
    nl: ({ rows }) =>
      `Deze tabel heeft ${rows} rijen, meer dan Data Studio in één keer aankan (1.000.000). Kies een grover interval of minder KPI's.`,
  },
} satisfies Record<string, Record<Language, Sentence>>;

export type FailureCode = keyof typeof FAILURES;

export const failureText = (
  code: FailureCode,
  details: FailureDetails,
  language: Language,
): string => FAILURES[code][language](details);
