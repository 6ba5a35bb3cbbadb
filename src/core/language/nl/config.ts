import type { ConfigWords } from '../workflow-words.ts';

export const config: ConfigWords = {
  intro: (version) => `Kies een Koers-werkmap en een van de resultaattabellen. Maak per tabel één gegevensbron. Wie de cijfers mag zien, bepaalt het delen van de werkmap. Dit is Koers ${version}.`,
  workbook: {
    name: 'Werkmap',
    help: 'Adres of id van de Google-spreadsheet. Leeg: de werkmap waarvoor Koers is geïnstalleerd.',
    placeholder: 'https://docs.google.com/spreadsheets/d/…',
  },
  whatIf: {
    name: 'Wat als',
    help: 'Leeg: zoals voorzien. Veranderingen van wat nog komt, op naam van een meetwaarde of KPI, met een puntkomma ertussen. Het verleden blijft zoals het was; de opmerking van de tabel zegt wat er is aangenomen. Vink het vakje ernaast aan om er in een rapport een invoervak voor te kunnen maken.',
    placeholder: 'conversie=+10%; budget=+5000',
  },
  viewDate: {
    name: 'Gezien vanaf',
    help: 'Leeg: vandaag. Een dag zoals 14-02-2026, of gisteren: wat die dag bekend, beoordeeld en voorzien was. Het gaat voor het datumbereik van het rapport.',
    placeholder: '14-02-2026',
  },
  choices: {
    table: {
      name: 'Tabel',
      help: 'Wat de rijen van deze gegevensbron zijn.',
      labels: { probe: 'Proef: wat Data Studio van elk soort veld maakt' },
    },
    date_mode: {
      name: 'Periode',
      help: 'Het rapport volgen maakt van de datumkiezer een tijdmachine: tijdlijnen tonen het gekozen bereik, andere tabellen kijken vanaf de dag erna.',
      labels: { whole: 'Alles, gezien vanaf vandaag', follow: 'Volg het datumbereik van het rapport' },
    },
    fields: {
      name: 'Velden',
      help: 'Kies er een. De ids zijn dezelfde: een rapport werkt door als je later anders kiest en de velden ververst.',
      labels: { essential: 'De belangrijkste (aanbevolen)', all: 'Alle' },
    },
    grain: {
      name: 'Intervallen',
      help: 'Hoe lang één rij van de tijdlijn is. Een meetwaarde die minder vaak gemeten wordt, blijft zoals hij is.',
      labels: {
        measured: 'Zoals gemeten',
        day: 'Dag',
        week: 'Week',
        month: 'Maand',
        quarter: 'Kwartaal',
        year: 'Jaar',
      },
    },
    language: {
      name: 'Taal van teksten',
      help: 'Van zinnen, labels en veldnamen.',
      labels: { workbook: 'Zoals in de werkmap', en: 'Engels', nl: 'Nederlands' },
    },
    freshness: {
      name: 'Actualiteit',
      help: 'Bij elke verversing berekenen is trager en toont wijzigingen meteen.',
      labels: { stored: 'Zoals laatst herberekend (snel)', live: 'Bereken bij elke verversing' },
    },
    guard: {
      name: 'Bescherming van getallen',
      help: "Getallen van verschillende KPI's worden nooit opgeteld. Ontbreken er velden in de lijst, kies hier dan een andere manier en ververs de velden.",
      labels: {
        case: 'Met CASE (aanbevolen)',
        arithmetic: 'Met rekenwerk',
        none: 'Geen: kale getallen',
      },
    },
  },
};
