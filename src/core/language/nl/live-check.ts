import type { LiveCheckWords } from '../workflow-words.ts';

export const liveCheck: LiveCheckWords = {
  title: 'Deze installatie',
  allWell: 'Alles wat Koers van Google nodig heeft, werkt hier.',
  notAll: (refused, needs) => `${refused} van de ${needs} dingen die Koers van Google nodig heeft, werken hier niet.`,
  needs: {
    read: 'Deze werkmap lezen via de Sheets-API',
    write: 'In deze werkmap schrijven, alles of niets',
    rights: 'De rechten waar om is gevraagd',
    stores: 'Cache, eigenschappen en vergrendelingen',
    texts: 'Resultaten inpakken en pagina’s maken',
    schedule: 'Een planning instellen',
    cells: 'Waarden, opmaak en datums in cellen',
    connector: 'Wat de connector voor Data Studio bouwt',
  },
  works: 'werkt',
  refused: 'geweigerd',
  google: (text) => `Google zegt: ${text}`,
  whatToDo: {
    api_off: 'Open Extensies › Apps Script. Kies links naast Services de +, dan Google Sheets API en Toevoegen. Staat die er al, verwijder hem dan en voeg hem opnieuw toe.',
    right_missing:
      'Er is een vakje niet aangevinkt toen Koers om rechten vroeg. Kies nog eens iets in het menu Koers en vink alles aan; vraagt Google er niet om, trek de toegang dan eerst in op myaccount.google.com/connections.',
    blocked: 'De beheerder van jullie Google Workspace staat dit niet toe. Laat hem de zin van Google zien.',
    no_edit: 'Je mag deze werkmap niet bewerken. Vraag het de eigenaar, of laat een bewerker deze controle doen.',
    busy: 'Google heeft het te druk, of een limiet is bereikt. Probeer het over een paar minuten of morgen opnieuw.',
    not_asked: 'Dit kon niet worden gevraagd, omdat iets anders is geweigerd dat ervoor nodig is. Zet dat recht en controleer opnieuw.',
    unknown: 'Stuur het blok hieronder naar degene die Koers voor je onderhoudt.',
  },
  zones: (script, workbook) =>
    script === workbook ? `Script en werkmap houden de tijd van ${workbook} aan.` : `De werkmap houdt de tijd van ${workbook} aan, het script die van ${script}. Koers houdt met beide rekening.`,
  leftTab: 'Het tabblad van deze controle kon niet worden verwijderd. Je mag het weggooien: de naam begint met "Koers live check".',
  asked: (answers, refusals, skipped) => `${answers} vragen zijn beantwoord, ${refusals} geweigerd (veel worden gesteld om geweigerd te worden), ${skipped} niet gesteld.`,
  blockLabel: 'Alle antwoorden, zonder iets van jou erin. Kopieer het hele blok voor npm run live-check:',
};
