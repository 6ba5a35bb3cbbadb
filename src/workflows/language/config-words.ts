import type { Language } from '../../core/model/workspace.ts';

interface ChoiceWords {
  readonly name: string;
  readonly help: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface ConfigWords {
  readonly intro: string;
  readonly workbook: { readonly name: string; readonly help: string; readonly placeholder: string };
  readonly choices: Readonly<
    Record<'table' | 'date_mode' | 'grain' | 'language' | 'freshness' | 'guard', ChoiceWords>
  >;
}

/** The form that Data Studio shows when a data source is made. */
export const CONFIG_WORDS: Readonly<Record<Language, ConfigWords>> = {
  en: {
    intro:
      'Choose a Koers workbook and one of its result tables. Make one data source per table. Who may see the numbers is decided by the sharing of the workbook.',
    workbook: {
      name: 'Workbook',
      help: 'Address or id of the Google Sheet. Blank: the workbook that Koers was installed for.',
      placeholder: 'https://docs.google.com/spreadsheets/d/…',
    },
    choices: {
      table: {
        name: 'Table',
        help: 'What the rows of this data source are.',
        labels: { probe: 'Probe: what Data Studio makes of each kind of field' },
      },
      date_mode: {
        name: 'Period',
        help: 'Following the report turns its date control into a time machine: timelines show the chosen range, other tables look from the day after it.',
        labels: { whole: 'Everything, seen from today', follow: "Follow the report's date range" },
      },
      grain: {
        name: 'Intervals',
        help: 'How long one row of the timeline is. A measure that is measured less often stays as it is.',
        labels: {
          measured: 'As measured',
          day: 'Day',
          week: 'Week',
          month: 'Month',
          quarter: 'Quarter',
          year: 'Year',
        },
      },
      language: {
        name: 'Language of texts',
        help: 'Of sentences, labels and field names.',
        labels: { workbook: 'As in the workbook', en: 'English', nl: 'Dutch' },
      },
      freshness: {
        name: 'Freshness',
        help: 'Computing on every refresh is slower and shows edits at once.',
        labels: { stored: 'As last recalculated (fast)', live: 'Compute on every refresh' },
      },
      guard: {
        name: 'Protection of numbers',
        help: 'Numbers of different KPIs are never added up. If fields are missing from the list, choose another way here and refresh the fields.',
        labels: {
          case: 'With CASE (recommended)',
          arithmetic: 'With arithmetic',
          none: 'None: plain numbers',
        },
      },
    },
  },
  nl: {
    intro:
      'Kies een Koers-werkmap en een van de resultaattabellen. Maak per tabel één gegevensbron. Wie de cijfers mag zien, bepaalt het delen van de werkmap.',
    workbook: {
      name: 'Werkmap',
      help: 'Adres of id van de Google-spreadsheet. Leeg: de werkmap waarvoor Koers is geïnstalleerd.',
      placeholder: 'https://docs.google.com/spreadsheets/d/…',
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
        labels: {
          whole: 'Alles, gezien vanaf vandaag',
          follow: 'Volg het datumbereik van het rapport',
        },
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
  },
};
