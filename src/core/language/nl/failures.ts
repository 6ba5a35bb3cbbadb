import type { FailureWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const failures: FailureWords = {
  UNEXPECTED: ({ errorId }) => `Er ging iets mis binnen Koers. Probeer het over een minuut opnieuw; gebeurt het weer, geef dan dit nummer door aan wie Koers heeft geïnstalleerd: ${errorId}.`,
  NO_WORKBOOK: () => 'Deze gegevensbron zegt niet welke werkmap gelezen moet worden. Bewerk de verbinding en plak het adres van je Koers-werkmap.',
  NOT_A_WORKBOOK: () => 'Dat is niet het adres van een Google-spreadsheet. Open de werkmap en kopieer het adres uit de browser; het begint met https://docs.google.com/spreadsheets/d/.',
  NO_ACCESS: () => 'Je hebt geen toegang tot de werkmap achter dit rapport, of die bestaat niet meer. Vraag de eigenaar om hem met je te delen, minstens om te bekijken.',
  BUSY: () => 'Google heeft het te druk. Wacht een minuut en probeer opnieuw.',
  COMPUTED_NOW: ({ moment }) => `Berekend op ${moment} uit de werkmap zoals die toen was; misschien is er na de herberekening iets in gewijzigd.`,
  OLDER_RESULTS: () =>
    'De resultaten in de werkmap zijn van een eerdere versie van Koers; deze cijfers zijn daarom voor dit rapport berekend. Herbereken in de werkmap: daarna is het rapport sneller.',
  OTHERS_SCHEDULE: ({ by }) => `De planning van deze werkmap loopt nu met de rechten van ${by}; deze trigger is verwijderd.`,
  NO_EDIT: () => 'Koers mag niet in deze werkmap schrijven. Vraag de eigenaar om je bewerker te maken en herbereken daarna.',
  PROTECTED: () =>
    'Een deel van deze werkmap is tegen jou beveiligd; Koers kon daarom niets schrijven. Vraag de eigenaar om je de beveiligde tabbladen te laten bewerken, of om te herberekenen: Koers schrijft lege ID-cellen en zijn eigen tabbladen.',
  API_OFF: () =>
    'De Google Sheets API staat niet aan in het script van Koers; het kan dus geen werkmap lezen. Vraag wie Koers heeft geïnstalleerd om het script te openen en Services › + › Google Sheets API › Toevoegen te kiezen.',
  API_BLOCKED: () => 'De beheerder van jullie Google Workspace staat Koers niet toe Google Spreadsheets te gebruiken. Vraag die beheerder om dat wel te doen.',
  CONSENT_MISSING: () => 'Koers mist een recht: een vakje bleef leeg toen Google erom vroeg. Trek de toegang van Koers in op myaccount.google.com/connections, probeer het opnieuw en vink alles aan.',
  OFFICE_FILE: () =>
    'Deze werkmap is nog een Excel-bestand, en dat kan Koers hier niet lezen. Vraag de eigenaar om hem te openen, Bestand › Opslaan als Google Spreadsheet te kiezen en het adres van het nieuwe bestand te gebruiken.',
  DAY_LIMIT: () => 'Google staat per dag maar zoveel toe, en Koers heeft dat verbruikt. Binnen een dag werkt het weer; een planning die minder vaak loopt, verbruikt minder.',
  TOO_MANY_TRIGGERS: () =>
    'Google staat per persoon twintig planningen per script toe, en zoveel heb je er. Open script.google.com › Mijn triggers, verwijder er een paar en kies de planning opnieuw.',
  WORKBOOK_FULL: () =>
    'Deze werkmap zou groter worden dan de tien miljoen cellen die Google toestaat; er is niets geschreven. Verwijder lege rijen en kolommen, of tabbladen die niemand nodig heeft, en herbereken dan.',
  UNKNOWN_TABLE: ({ table, tables }) => `Er is geen tabel "${table}". Kies uit: ${tables}.`,
  NOT_A_KOERS_WORKBOOK: ({ tab }) => `Deze werkmap heeft geen tabblad "${tab}"; er valt dus niets te berekenen. Voeg dat tabblad toe, of kies Koers › Deze werkmap inrichten.`,
  ALREADY_RUNNING: () => 'Koers is al bezig in deze werkmap en doet daarom nu even niets. Probeer het over een minuut opnieuw.',
  CHANGED_MEANWHILE: () => 'Iemand heeft tabbladen, rijen of kolommen veranderd terwijl Koers bezig was; er is niets geschreven. Doe het nog eens.',
  IS_COPY: () => 'Deze werkmap is een kopie van een andere Koers-werkmap; daarom herberekent Koers hem niet volgens een planning. Open hem en kies Koers › Dit is de echte werkmap.',
  OUT_OF_TIME: () =>
    'Deze herberekening zou langer duren dan Google toestaat, dus Koers is gestopt voordat er iets werd geschreven. De vorige resultaten staan er nog; de volgende keer probeert Koers het opnieuw. Minder rijen in de tabbladen Realisatie maken het sneller.',
  ANSWER_OUT_OF_TIME: () =>
    'Dit uitrekenen duurt langer dan Google toestaat. Zoals laatst herberekend, in de taal van de werkmap en gezien vanaf vandaag, hoeft er niets uitgerekend te worden. Met minder rijen in de Realisatie-tabbladen gaat het sneller.',
  NEWER_LAYOUT: ({ tab }) => `Het tabblad "${tab}" is geschreven door een nieuwere versie van Koers; deze verandert daarom niets in de werkmap. Werk eerst deze installatie bij (npm run deploy).`,
  DAMAGED_DATA: ({ tab }) =>
    `Het verborgen tabblad "${tab}", het geheugen van Koers, is met de hand gewijzigd, geleegd of verwijderd; er is niets berekend. Zet het terug via Bestand › Versiegeschiedenis, of kies Koers › Koers data herstellen: dat bewaart wat heel is en zegt wat verloren is.`,
  OTHER_DAMAGE: () =>
    'Wat Koers heel terugvindt van zijn geheugen is niet meer wat het u vertelde; er is niets geschreven. Kies Koers › Koers data herstellen nog eens: dat vertelt opnieuw wat blijft en wat verloren is.',
  TAB_EXISTS: ({ tab }) => `Het tabblad "${tab}" is er al.`,
  NO_REPORT_LINK: () => 'Vul eerst Rapportlink in op het tabblad Instellingen: het adres van het Data Studio-rapport van deze werkmap.',
  TOO_LARGE: ({ rows }) => `Deze tabel heeft ${written(rows)} rijen, meer dan Data Studio in één keer aankan (1.000.000). Kies een grover interval of minder KPI's.`,
  NOT_PUBLISHED_INTO: ({ title }) =>
    `In de werkmap "${title}" staat iets anders dan de resultaten die Koers daar neerzet; er is niets in geschreven. Kies Koers › Publiceren voor een groep › Stoppen en publiceer opnieuw.`,
  PUBLISHED_AS_IS: ({ day, language }) =>
    `Deze werkmap bevat gepubliceerde resultaten en geen cijfers om mee te rekenen: zoals het stond op ${day}, in het ${{ en: 'Engels', nl: 'Nederlands' }[language]}. Laat Bekeken vanaf, Wat als en de taal leeg, en laat de periode op die dag of later eindigen.`,
  NOT_PUBLISHED: () =>
    'Deze tabel wordt niet gepubliceerd: bevindingen zijn voor wie de werkmap invult, en een tabel die te groot is, blijft achterwege. Neem een andere tabel, of vraag wie hem publiceert.',
  BOARD_OFF: () =>
    'Het bord staat hier uit. Wie Koers installeerde, kan het aanzetten: voeg in het project van de connector, onder Projectinstellingen, de scripteigenschap BOARD toe met de waarde ON.',
  BOARD_AS_MAKER: () =>
    'Dit bord is ingesteld om te draaien als zijn maker, en zou je tonen wat die mag zien. Vraag wie Koers installeerde om het opnieuw te implementeren, met Uitvoeren als: Gebruiker die de web-app opent.',
};
