import type { MenuMessages, MenuWords } from '../workflow-words.ts';

export const menu: MenuWords = {
  menu: 'Koers',
  recalculate: 'Nu herberekenen',
  nextPeriod: 'Volgende periode starten…',
  setUp: 'Deze werkmap inrichten',
  add: 'Toevoegen…',
  schedule: 'Planning',
  hourly: 'Elk uur',
  daily: 'Elke ochtend',
  off: 'Uit',
  openReport: 'Open het Data Studio-rapport',
  confirmWorkbook: 'Dit is de echte werkmap',
  checkInstallation: 'Deze installatie controleren',
};

export const messages: MenuMessages = {
  recalculated: (kpis, errors) =>
    `${kpis} ${kpis === 1 ? 'KPI' : "KPI's"} herberekend. ${errors === 0 ? 'Geen fouten gevonden.' : `${errors} ${errors === 1 ? 'fout' : 'fouten'} om naar te kijken in Koers controles.`}`,
  setUp: 'Zes tabbladen staan klaar. Begin met een KPI: naam, soort, start, einde en streefwaarde, en de cijfers in Realisatie.',
  added: (tab) => `Het tabblad "${tab}" staat klaar.`,
  scheduled: {
    hourly: 'Koers herberekent elk uur, met jouw rechten.',
    daily: 'Koers herberekent elke ochtend, met jouw rechten.',
    off: 'Koers herberekent alleen als iemand erom vraagt.',
  },
  otherSchedule: (by) => `${by} heeft ook een planning. Google toont die alleen aan die persoon; vraag of die hem uitzet.`,
  confirmQuestion: 'Deze werkmap is een kopie van een andere Koers-werkmap. Is dit voortaan de echte? Planning en berichten werken dan hier.',
  confirmed: 'Dit is voortaan de echte werkmap. Ze heeft eigen sleutels (kpi_key, workbook_id) en loopt in een rapport dus nooit met het origineel door elkaar.',
  alreadyReal: 'Dit is al de echte werkmap.',
  reportTitle: 'Data Studio (voorheen Looker Studio)',
  reportText: 'Het rapport van deze werkmap:',
  reportLink: 'Open het rapport',
  sourceText: 'Er is nog geen rapport. Maak een gegevensbron van deze werkmap, en zet het adres van je rapport bij Rapportlink op het tabblad Instellingen.',
  sourceLink: 'Maak een gegevensbron',
};
