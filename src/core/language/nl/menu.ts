import type { MenuMessages, MenuWords } from '../workflow-words.ts';
import { counted } from './counts.ts';

export const menu: MenuWords = {
  menu: 'Koers',
  recalculate: 'Nu herberekenen',
  nextProblem: 'Volgend probleem',
  nextPeriod: 'Volgende periode starten…',
  begin: 'Beginnen…',
  setUp: 'Deze werkmap inrichten',
  removeExamples: 'Voorbeeldrijen verwijderen',
  add: 'Toevoegen…',
  schedule: 'Planning',
  hourly: 'Elk uur',
  daily: 'Elke dag…',
  weekly: 'Elke week…',
  off: 'Uit',
  takeOver: 'Overnemen',
  showSchedule: 'Wie dit draait, en wanneer',
  board: 'Liggen wij op koers?',
  wideBoard: 'Het bord op een brede pagina',
  review: 'Bespreken…',
  openReport: 'Open in Data Studio',
  publish: 'Publiceren voor een groep',
  publishGoals: 'Doelstellingen publiceren…',
  showPublications: 'Wat gepubliceerd wordt, en voor wie',
  stopPublishing: 'Stoppen…',
  messages: 'Berichten',
  mailOn: 'E-mail aan',
  mailOff: 'E-mail uit',
  setChat: 'Google Chat, Slack of Teams…',
  showMessages: 'Wie het hoort, en wat er klaarstaat',
  sendMessages: 'Nu versturen wat er klaarstaat',
  showDigest: 'Het overzicht zoals het eruit zal zien',
  confirmWorkbook: 'Dit is de echte werkmap',
  repairData: 'Koers data herstellen',
  checkInstallation: 'Deze installatie controleren',
};

export const messages: MenuMessages = {
  recalculated: (kpis, errors) =>
    `${counted(kpis, 'KPI', "KPI's")} herberekend. ${errors === 0 ? 'Geen fouten gevonden.' : `${counted(errors, 'fout', 'fouten')} om naar te kijken in Koers controles.`}`,
  converted: (months, baselines, closed) =>
    `Wat Koers onthoudt, heeft nu de vorm van deze versie: ${counted(months, 'maand', 'maanden')} historie, ${counted(baselines, 'nulmeting', 'nulmetingen')} en ${counted(closed, 'afgesloten KPI', "afgesloten KPI's")} zijn meegegaan.`,
  setUp:
    'Zeven tabbladen staan klaar, elk met een voorbeeldrij. Begin met een KPI: naam, soort, start, einde en streefwaarde, en de cijfers in Realisatie. Koers › Voorbeeldrijen verwijderen haalt de voorbeelden weg.',
  completed: ({ tabs, columns, settings, notes, lists, formats, headers }) => {
    const some = (count: number, one: string, more: string) => (count === 0 ? [] : [counted(count, one, more)]);
    const parts = [
      ...(tabs.length === 0 ? [] : [`${tabs.length === 1 ? 'het tabblad' : 'de tabbladen'} ${tabs.join(', ')}`]),
      ...columns.map(({ tab, count }) => `${some(count, 'kolom', 'kolommen')} in ${tab}`),
      ...some(settings, 'instelling', 'instellingen'),
      ...some(notes, 'toelichting', 'toelichtingen'),
      ...some(lists, 'keuzelijst', 'keuzelijsten'),
      ...some(formats, 'opmaak', 'opmaken'),
      ...some(headers, 'kopopmaak', 'kopopmaken'),
    ];
    return `Erbij gezet: ${parts.join('; ')}. Wat je hebt getypt, geschreven of gekozen, is gebleven.`;
  },
  complete: 'Er ontbreekt niets; er is niets veranderd.',
  leftAlone: (tab) => `Het tabblad "${tab}" heeft geen kopregel die Koers kent en is niet aangeraakt. Geef het een andere naam en kies dit nog eens, of geef het de kopteksten van Koers.`,
  examplesRemoved: (rows) =>
    rows === 0
      ? 'Er staat geen voorbeeldrij meer zoals Koers die neerzette. Rijen die je hebt veranderd, blijven.'
      : `${counted(rows, 'voorbeeldrij', 'voorbeeldrijen')} verwijderd. Rijen die je hebt veranderd, blijven.`,
  added: (tab) => `Het tabblad "${tab}" staat klaar.`,
  whichHour: (timeZone) => `Op welk uur, op de klok van ${timeZone}? Een heel getal van 0 tot en met 23: 6 is tussen 06:00 en 07:00.`,
  whichWeekday: (timeZone) => `Op welke weekdag en op welk uur, op de klok van ${timeZone}? Bijvoorbeeld: maandag 6.`,
  noSuchTurn: (typed) => `"${typed}" is geen tijd die Koers begrijpt; er is niets veranderd. Typ een heel uur van 0 tot en met 23, zoals 6; voor een week een weekdag ervoor, zoals maandag 6.`,
  scheduled: (every, timeZone) => `Koers herberekent ${every} (${timeZone}), met jouw rechten.`,
  scheduledOff: 'Koers herberekent alleen als iemand erom vraagt.',
  tookOver: (by) => `Tot nu toe liep dit met de rechten van ${by}; die trigger verwijdert zichzelf als hij weer afgaat.`,
  nothingToTakeOver: 'Er is geen planning om over te nemen. Kies wanneer Koers herberekent: elk uur, elke dag of elke week.',
  runsNow: (every, timeZone, by) => `Koers herberekent ${every} (${timeZone})${by === '' ? '' : `, met de rechten van ${by}`}.`,
  noTrigger: 'Dat ben jij, en toch heeft Google geen trigger van jou. Kies de planning opnieuw.',
  lastRuns: 'De laatste keren:',
  run: (moment, trigger, by, failure) =>
    `${moment} · ${{ menu: 'vanuit het menu', schedule: 'volgens planning', retry: 'opnieuw geprobeerd' }[trigger]}${by === '' ? '' : ` · ${by}`} · ${failure === '' ? 'gelukt' : `mislukt: ${failure}`}`,
  versions: {
    script_refuses: {
      label: 'Dit script is te oud voor zijn gegevens…',
      text: (script, data) =>
        `De gegevens van deze werkmap zijn door ${data} geschreven, in een nieuwere vorm. Dit script is Koers ${script}: het verandert niets, niet vanuit het menu en niet volgens planning, totdat het is bijgewerkt (npm run deploy). Je eigen tabbladen en de laatste resultaten blijven zoals ze zijn.`,
    },
    script_older: {
      label: 'Dit script is ouder dan zijn gegevens…',
      text: (script, data) =>
        `De resultaten in deze werkmap zijn door ${data} berekend; dit script is Koers ${script}. Herberekenen kan en er gaat niets verloren, maar het gebeurt volgens de oudere definities; cijfers kunnen dus veranderen. Werk eerst het script bij (npm run deploy), tenzij je met opzet terugging.`,
    },
    script_newer: {
      label: 'Dit script is nieuwer dan zijn gegevens…',
      text: (script, data) =>
        `De resultaten in deze werkmap zijn door ${data} berekend; dit script is Koers ${script}. De volgende herberekening gebeurt volgens de nieuwe definities, die in CHANGELOG.md staan. Wat Koers onthoudt, blijft.`,
    },
    script_converts: {
      label: 'Dit script is nieuwer dan zijn gegevens…',
      text: (script, data) =>
        `De gegevens van deze werkmap zijn door ${data} geschreven; dit script is Koers ${script}. De volgende herberekening zet ze om naar een nieuwe vorm en rekent volgens de nieuwe definities, die in CHANGELOG.md staan. Wat Koers onthoudt, gaat mee. Een ouder script kan ze daarna niet meer lezen: de weg terug is Bestand › Versiegeschiedenis.`,
    },
  },
  earlierVersion: 'een eerdere Koers',
  laterVersion: 'een latere Koers',
  oneVersion: (script) => `Script en gegevens zijn beide van Koers ${script}.`,
  confirmQuestion: 'Deze werkmap is een kopie van een andere Koers-werkmap. Is dit voortaan de echte? Planning en berichten werken dan hier.',
  confirmed: 'Dit is voortaan de echte werkmap. Ze heeft eigen sleutels (kpi_key, workbook_id) en loopt in een rapport dus nooit met het origineel door elkaar.',
  alreadyReal: 'Dit is al de echte werkmap.',
  reportTitle: 'Data Studio (voorheen Looker Studio)',
  reportText: 'Het rapport van deze werkmap:',
  reportLink: 'Open het rapport',
  copiedReportText:
    'Een nieuw rapport, een kopie van het Rapportsjabloon op het tabblad Instellingen, met de gegevensbronnen van deze werkmap. Zet het adres ervan bij Rapportlink op het tabblad Instellingen:',
  blankReportText:
    'Een nieuw, leeg rapport met alle gegevensbronnen van deze werkmap. Zet het adres ervan bij Rapportlink op het tabblad Instellingen, en dat van een rapport om te kopiëren bij Rapportsjabloon:',
  wholeReportLink: 'Maak het rapport',
  sourcesText: 'Of één gegevensbron tegelijk:',
};
