import { column, needed, type TabLayout, tab } from './layout-types.ts';
import { KPI, NOTE } from './recurring-columns.ts';

const CHANNEL = column('channel', 'text', 'Channel|Kanaal|Blank: the total.|Leeg: het totaal.');

export const MILESTONES_TAB = tab(
  'milestones',
  'day_one',
  'Milestones|Mijlpalen',
  'stopovers,tussenstops',
  [
    column(
      'stop',
      'text',
      'Stop|Tussenstop|One name for what belongs together.|Eén naam voor wat bij elkaar hoort.',
      'stopover,milestone,mijlpaal,halte',
    ),
    KPI,
    needed(
      column(
        'date',
        'date',
        'Date|Datum|When it is planned.|Wanneer het gepland is.',
        'due,planned,gepland,einddatum,op',
      ),
    ),
    column(
      'value',
      'number',
      'Value|Waarde|Where the KPI is by then; blank: a date to be done.|Waar de KPI dan staat; leeg: alleen gereed zijn.',
      'target,streefwaarde',
    ),
    column(
      'done_on',
      'date',
      'Done on|Gereed op|When it was done.|Wanneer het klaar was.',
      'done,klaar op,afgerond op,gereed',
    ),
  ],
);

export const ACTUALS_TAB: TabLayout = {
  ...tab('actuals', 'day_one', 'Actuals|Realisatie', '', [
    needed(
      column(
        'date',
        'date',
        'Date|Datum|A day, or a period: 2026-02.|Een dag, of een periode: 2026-02.',
        'day,dag,period,periode,month,maand,week,quarter,kwartaal,year,jaar',
      ),
    ),
    column(
      'measure',
      { refersTo: ['measures', 'kpis'] },
      'Measure|Meetwaarde|Its name or id.|Naam of id.',
      'metric,kpi',
    ),
    column(
      'value',
      'number',
      'Value|Waarde|Blank is missing, 0 is zero.|Leeg is onbekend, 0 is nul.',
      'actual,realisatie,amount,bedrag,aantal',
    ),
    CHANNEL,
    NOTE,
    column(
      'recorded_at',
      'date',
      'Recorded at|Vastgelegd op|A later row replaces an earlier one.|Een latere rij vervangt een eerdere.',
      'recorded,timestamp,tijdstempel,ingevoerd op,vastgelegd',
    ),
  ]),
  many: true,
};

export const TARGET_CHANGES_TAB = tab(
  'target_changes',
  'when_added',
  'Target changes|Doelwijzigingen',
  '',
  [
    KPI,
    needed(
      column(
        'effective_from',
        'date',
        'Effective from|Geldig vanaf|First day of the new target.|Eerste dag van het nieuwe doel.',
        'from,vanaf,date,datum,ingangsdatum',
      ),
    ),
    needed(
      column(
        'target',
        'number',
        'Target|Streefwaarde|The new target.|Het nieuwe doel.',
        'new target,nieuwe streefwaarde',
      ),
    ),
    column(
      'rebase',
      'yes_no',
      'Rebase|Herijken|Start the plan again from here.|Begin het plan opnieuw vanaf hier.',
    ),
    column('author', 'text', 'Author|Auteur|Who decided.|Wie besloot.', 'by,door'),
    column('reason', 'text', 'Reason|Reden|Why.|Waarom.', 'why,waarom'),
  ],
);

export const RESOURCES_TAB = tab(
  'resources',
  'when_added',
  'Resources|Middelen',
  'fuel,brandstof,budget,budgetten',
  [
    needed(
      column('resource', 'text', 'Resource|Middel|Ad budget, hours.|Advertentiebudget, uren.'),
    ),
    needed(
      column(
        'subject',
        { refersTo: ['kpis', 'goals'] },
        'KPI or goal|KPI of doelstelling|What it is spent on.|Waar het aan opgaat.',
        'kpi,goal,doelstelling,for,voor',
      ),
    ),
    CHANNEL,
    column('unit', { cell: 'unit', choices: 'unit' }, 'Unit|Eenheid|EUR, hours.|EUR, uren.'),
    column(
      'date',
      'date',
      'Date|Datum|Blank: from the start.|Leeg: vanaf het begin.',
      'day,dag,period,periode,month,maand',
    ),
    column('budget', 'number', 'Budget|Budget|What there is.|Wat er is.', 'available,beschikbaar'),
    column(
      'used',
      'number',
      'Used|Gebruikt|What went.|Wat op is.',
      'spent,verbruikt,besteed,uitgegeven',
    ),
    NOTE,
  ],
);
