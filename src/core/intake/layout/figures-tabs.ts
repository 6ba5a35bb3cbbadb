import { column, type TabLayout, words } from './layout-types.ts';

const CHANNEL = column(
  'channel',
  'text',
  'Channel | Kanaal',
  'Blank: the total. | Leeg: het totaal.',
);
const NOTE = column('note', 'text', 'Note | Notitie', 'Anything else. | Al het andere.', {
  synonyms: ['remark', 'opmerking', 'notes', 'toelichting'],
});
const KPI = column('kpi', 'reference', 'KPI | KPI', 'Its name or id. | Naam of id.', {
  needed: true,
  refersTo: ['kpis'],
});

export const MILESTONES_TAB: TabLayout = {
  id: 'milestones',
  name: words('Milestones | Mijlpalen'),
  synonyms: ['stopovers', 'tussenstops'],
  help: words('The stopovers on the route. | De tussenstops op de route.'),
  appears: 'day_one',
  columns: [
    column(
      'stop',
      'text',
      'Stop | Tussenstop',
      'One name for what belongs together. | Eén naam voor wat bij elkaar hoort.',
      { synonyms: ['stopover', 'milestone', 'mijlpaal', 'halte'] },
    ),
    KPI,
    column('date', 'date', 'Date | Datum', 'When it is planned. | Wanneer het gepland is.', {
      needed: true,
      synonyms: ['due', 'planned', 'gepland', 'einddatum', 'op'],
    }),
    column(
      'value',
      'number',
      'Value | Waarde',
      'Where the KPI is by then; blank: a date to be done. | Waar de KPI dan staat; leeg: alleen gereed zijn.',
      { synonyms: ['target', 'streefwaarde'] },
    ),
    column('done_on', 'date', 'Done on | Gereed op', 'When it was done. | Wanneer het klaar was.', {
      synonyms: ['done', 'klaar op', 'afgerond op', 'gereed'],
    }),
  ],
};

export const ACTUALS_TAB: TabLayout = {
  id: 'actuals',
  name: words('Actuals | Realisatie'),
  synonyms: [],
  help: words(
    'The figures: a row each, or a column per measure. | De cijfers: een rij per stuk, of een kolom per meetwaarde.',
  ),
  appears: 'day_one',
  many: true,
  columns: [
    column(
      'date',
      'date',
      'Date | Datum',
      'A day, or a period: 2026-02. | Een dag, of een periode: 2026-02.',
      {
        needed: true,
        synonyms: [
          'day',
          'dag',
          'period',
          'periode',
          'month',
          'maand',
          'week',
          'quarter',
          'kwartaal',
          'year',
          'jaar',
        ],
      },
    ),
    column('measure', 'reference', 'Measure | Meetwaarde', 'Its name or id. | Naam of id.', {
      refersTo: ['measures', 'kpis'],
      synonyms: ['metric', 'kpi'],
    }),
    column(
      'value',
      'number',
      'Value | Waarde',
      'Blank is missing, 0 is zero. | Leeg is onbekend, 0 is nul.',
      { synonyms: ['actual', 'realisatie', 'amount', 'bedrag', 'aantal'] },
    ),
    CHANNEL,
    NOTE,
    column(
      'recorded_at',
      'date',
      'Recorded at | Vastgelegd op',
      'A later row replaces an earlier one. | Een latere rij vervangt een eerdere.',
      { synonyms: ['recorded', 'timestamp', 'tijdstempel', 'ingevoerd op', 'vastgelegd'] },
    ),
  ],
};

export const TARGET_CHANGES_TAB: TabLayout = {
  id: 'target_changes',
  name: words('Target changes | Doelwijzigingen'),
  synonyms: [],
  help: words('New versions of a target. | Nieuwe versies van een streefwaarde.'),
  appears: 'when_added',
  columns: [
    KPI,
    column(
      'effective_from',
      'date',
      'Effective from | Geldig vanaf',
      'First day of the new target. | Eerste dag van het nieuwe doel.',
      { needed: true, synonyms: ['from', 'vanaf', 'date', 'datum', 'ingangsdatum'] },
    ),
    column('target', 'number', 'Target | Streefwaarde', 'The new target. | Het nieuwe doel.', {
      needed: true,
      synonyms: ['new target', 'nieuwe streefwaarde'],
    }),
    column(
      'rebase',
      'yes_no',
      'Rebase | Herijken',
      'Start the plan again from here. | Begin het plan opnieuw vanaf hier.',
    ),
    column('author', 'text', 'Author | Auteur', 'Who decided. | Wie besloot.', {
      synonyms: ['by', 'door'],
    }),
    column('reason', 'text', 'Reason | Reden', 'Why. | Waarom.', { synonyms: ['why', 'waarom'] }),
  ],
};

export const RESOURCES_TAB: TabLayout = {
  id: 'resources',
  name: words('Resources | Middelen'),
  synonyms: ['fuel', 'brandstof', 'budget', 'budgetten'],
  help: words('The fuel: budget and use. | De brandstof: budget en verbruik.'),
  appears: 'when_added',
  columns: [
    column(
      'resource',
      'text',
      'Resource | Middel',
      'Ad budget, hours. | Advertentiebudget, uren.',
      {
        needed: true,
      },
    ),
    column(
      'subject',
      'reference',
      'KPI or goal | KPI of doelstelling',
      'What it is spent on. | Waar het aan opgaat.',
      {
        needed: true,
        refersTo: ['kpis', 'goals'],
        synonyms: ['kpi', 'goal', 'doelstelling', 'for', 'voor'],
      },
    ),
    CHANNEL,
    column('unit', 'unit', 'Unit | Eenheid', 'EUR, hours. | EUR, uren.', { choices: 'unit' }),
    column('date', 'date', 'Date | Datum', 'Blank: from the start. | Leeg: vanaf het begin.', {
      synonyms: ['day', 'dag', 'period', 'periode', 'month', 'maand'],
    }),
    column('budget', 'number', 'Budget | Budget', 'What there is. | Wat er is.', {
      synonyms: ['available', 'beschikbaar'],
    }),
    column('used', 'number', 'Used | Gebruikt', 'What went. | Wat op is.', {
      synonyms: ['spent', 'verbruikt', 'besteed', 'uitgegeven'],
    }),
    NOTE,
  ],
};
