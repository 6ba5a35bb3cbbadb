import type { Language } from '../../core/model/workspace.ts';

/** What can stand in the way, by what Google says. */
export type ObstacleId =
  | 'api_off'
  | 'right_missing'
  | 'blocked'
  | 'no_edit'
  | 'busy'
  | 'not_asked'
  | 'unknown';

export type NeedId =
  | 'read'
  | 'write'
  | 'rights'
  | 'stores'
  | 'texts'
  | 'schedule'
  | 'cells'
  | 'connector';

interface LiveCheckWords {
  readonly title: string;
  readonly allWell: string;
  readonly notAll: (refused: number, needs: number) => string;
  readonly needs: Readonly<Record<NeedId, string>>;
  readonly works: string;
  readonly refused: string;
  readonly google: (text: string) => string;
  readonly whatToDo: Readonly<Record<ObstacleId, string>>;
  readonly zones: (script: string, workbook: string) => string;
  readonly leftTab: string;
  readonly asked: (answers: number, refusals: number, skipped: number) => string;
  readonly blockLabel: string;
}

export const LIVE_CHECK_WORDS: Readonly<Record<Language, LiveCheckWords>> = {
  en: {
    title: 'This installation',
    allWell: 'Everything that Koers needs of Google works here.',
    notAll: (refused, needs) =>
      `${refused} of ${needs} things that Koers needs of Google do not work here.`,
    needs: {
      read: 'Reading this workbook through the Sheets API',
      write: 'Writing in this workbook, all or nothing',
      rights: 'The rights that were asked for',
      stores: 'Cache, properties and locks',
      texts: 'Packing results and making pages',
      schedule: 'Setting a schedule',
      cells: 'Values, formats and dates in cells',
      connector: 'What the connector builds for Data Studio',
    },
    works: 'works',
    refused: 'refused',
    google: (text) => `Google says: ${text}`,
    whatToDo: {
      api_off:
        'Open Extensions › Apps Script. Left, beside Services, choose +, then Google Sheets API, Add. If it stands there already, remove it and add it again.',
      right_missing:
        'A box was not ticked when Koers asked for its rights. Choose something in the menu Koers again and tick every box; if Google does not ask, take back the access at myaccount.google.com/connections first.',
      blocked:
        'The administrator of your Google Workspace does not allow this. Show them the sentence of Google.',
      no_edit: 'You may not edit this workbook. Ask its owner, or let an editor do this check.',
      busy: 'Google is busy, or a limit is reached. Try again in a few minutes, or tomorrow.',
      not_asked:
        'This could not be asked, because what it needs was refused. Put that right and check again.',
      unknown: 'Send the block below to whoever looks after Koers for you.',
    },
    zones: (script, workbook) =>
      script === workbook
        ? `Script and workbook keep the time of ${workbook}.`
        : `The workbook keeps the time of ${workbook}, the script that of ${script}. Koers reckons with both.`,
    leftTab:
      'The tab of this check could not be removed. You may delete it: its name begins with "Koers live check".',
    asked: (answers, refusals, skipped) =>
      `${answers} questions were answered, ${refusals} refused (many are asked to be refused), ${skipped} not asked.`,
    blockLabel:
      'All answers, without anything of yours in them. Copy the whole block for npm run live-check:',
  },
  nl: {
    title: 'Deze installatie',
    allWell: 'Alles wat Koers van Google nodig heeft, werkt hier.',
    notAll: (refused, needs) =>
      `${refused} van de ${needs} dingen die Koers van Google nodig heeft, werken hier niet.`,
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
      api_off:
        'Open Extensies › Apps Script. Kies links naast Services de +, dan Google Sheets API en Toevoegen. Staat die er al, verwijder hem dan en voeg hem opnieuw toe.',
      right_missing:
        'Er is een vakje niet aangevinkt toen Koers om rechten vroeg. Kies nog eens iets in het menu Koers en vink alles aan; vraagt Google er niet om, trek de toegang dan eerst in op myaccount.google.com/connections.',
      blocked:
        'De beheerder van jullie Google Workspace staat dit niet toe. Laat hem de zin van Google zien.',
      no_edit:
        'Je mag deze werkmap niet bewerken. Vraag het de eigenaar, of laat een bewerker deze controle doen.',
      busy: 'Google heeft het te druk, of een limiet is bereikt. Probeer het over een paar minuten of morgen opnieuw.',
      not_asked:
        'Dit kon niet worden gevraagd, omdat iets anders is geweigerd dat ervoor nodig is. Zet dat recht en controleer opnieuw.',
      unknown: 'Stuur het blok hieronder naar degene die Koers voor je onderhoudt.',
    },
    zones: (script, workbook) =>
      script === workbook
        ? `Script en werkmap houden de tijd van ${workbook} aan.`
        : `De werkmap houdt de tijd van ${workbook} aan, het script die van ${script}. Koers houdt met beide rekening.`,
    leftTab:
      'Het tabblad van deze controle kon niet worden verwijderd. Je mag het weggooien: de naam begint met "Koers live check".',
    asked: (answers, refusals, skipped) =>
      `${answers} vragen zijn beantwoord, ${refusals} geweigerd (veel worden gesteld om geweigerd te worden), ${skipped} niet gesteld.`,
    blockLabel:
      'Alle antwoorden, zonder iets van jou erin. Kopieer het hele blok voor npm run live-check:',
  },
};
