import { column, idColumn, inGroup, needed, tab } from './layout-types.ts';
import { NOTE } from './recurring-columns.ts';

export const MEASURES_TAB = tab(
  'measures',
  'day_one',
  'Measures|Meetwaarden',
  'metrics,meetwaardes',
  [
    needed(
      column(
        'name',
        'text',
        'Measure|Meetwaarde|A short name.|Een korte naam.',
        'metric,naam,name',
      ),
    ),
    column(
      'unit',
      { cell: 'unit', choices: 'unit' },
      'Unit|Eenheid|Number, percent, points, time or a currency.|Aantal, procent, punten, tijd of een valuta.',
    ),
    column(
      'adds_up',
      { choices: 'aggregation' },
      "Adds up|Telt op als|How values combine; blank: by the KPI's Kind.|Hoe waarden samengaan; leeg: volgens de Soort van de KPI.",
      'aggregation,telt op,aggregatie,optellen',
    ),
    column(
      'formula',
      'formula',
      'Formula|Formule|orders / visitors; names with spaces in [ ].|orders / bezoekers; namen met spaties tussen [ ].',
    ),
    column(
      'cadence',
      { choices: 'cadence' },
      'Cadence|Ritme|How often a value comes; blank: read from the values.|Hoe vaak er een waarde komt; leeg: afgelezen van de waarden.',
      'frequency,frequentie,interval',
    ),
    column(
      'better_when',
      { choices: 'better_when' },
      'Better when|Beter als|Higher or lower.|Hoger of lager.',
      'direction,richting,beter bij',
    ),
    column(
      'decimals',
      'number',
      'Decimals|Decimalen|Digits shown.|Getoonde cijfers.',
      'digits,cijfers achter de komma',
    ),
    column(
      'missing',
      { choices: 'missing' },
      'Missing|Ontbrekend|What no row means: missing or zero.|Wat geen rij betekent: ontbreekt of nul.',
      'missing values,ontbrekende waarden',
    ),
    column(
      'data_lag',
      'number',
      'Data lag|Vertraging|Days until a value is final.|Dagen tot een waarde vaststaat.',
      'lag,datavertraging,naijlen',
    ),
    column(
      'grace',
      'number',
      'Grace|Respijt|Days a value may be late.|Dagen dat een waarde later mag komen.',
      'grace days,speling,respijtdagen',
    ),
    column(
      'adds_up_over_channels',
      'yes_no',
      'Adds up over channels|Telt op over kanalen|No: a person can be in two channels.|Nee: iemand kan in twee kanalen zitten.',
      'channels add up,kanalen tellen op',
    ),
    ...inGroup('more', [
      column(
        'source_spreadsheet',
        'text',
        'Source spreadsheet|Bronspreadsheet|URL or id; blank: this workbook.|URL of id; leeg: deze werkmap.',
        'source,bron,bronbestand,bronwerkboek',
      ),
      column(
        'source_tab',
        'text',
        'Source tab|Brontabblad|The tab that holds its values.|Het tabblad met de waarden.',
        'source sheet,bronblad',
      ),
      column(
        'date_column',
        'text',
        'Date column|Datumkolom|Header in the source tab.|Kop in het brontabblad.',
      ),
      column(
        'value_column',
        'text',
        'Value column|Waardekolom|Header in the source tab.|Kop in het brontabblad.',
      ),
      column(
        'channel_column',
        'text',
        'Channel column|Kanaalkolom|Header in the source tab.|Kop in het brontabblad.',
      ),
      column(
        'filter',
        'text',
        'Filter|Filter|Rows that count: Status = paid; Country <> BE.|Rijen die tellen: Status = betaald; Land <> BE.',
      ),
      column(
        'how',
        'text',
        'How|Hoe|How it is measured.|Hoe je het meet.',
        'definition,definitie,meetmethode',
      ),
    ]),
    NOTE,
    idColumn('Measure ID|Meetwaarde-ID'),
  ],
);
