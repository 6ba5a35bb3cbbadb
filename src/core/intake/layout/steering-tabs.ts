import { column, idColumn, type TabLayout, words } from './layout-types.ts';

const CHANNEL = column('channel', 'text', 'Channel | Kanaal', 'Blank: all. | Leeg: alle.');
const NOTE = column('note', 'text', 'Note | Notitie', 'Anything else. | Al het andere.', {
  synonyms: ['remark', 'opmerking', 'notes', 'toelichting'],
});

export const ACTIONS_TAB: TabLayout = {
  id: 'actions',
  name: words('Actions | Acties'),
  synonyms: ['pdca'],
  help: words('Plan, do, check, act. | Plan, doen, controleren, bijstellen.'),
  appears: 'when_added',
  columns: [
    column('name', 'text', 'Action | Actie', 'What is done. | Wat er gebeurt.', {
      needed: true,
      synonyms: ['what', 'wat', 'step', 'stap'],
    }),
    column('kpi', 'reference', 'KPI | KPI', 'Its name or id. | Naam of id.', {
      needed: true,
      refersTo: ['kpis'],
    }),
    column(
      'phase',
      'choice',
      'Phase | Fase',
      'Plan, do, check or act. | Plan, doen, controleren of bijstellen.',
      {
        choices: 'phase',
        synonyms: ['pdca'],
      },
    ),
    column('date', 'date', 'Date | Datum', 'When. | Wanneer.', { synonyms: ['when', 'wanneer'] }),
    column('owner', 'text', 'Owner | Eigenaar', 'Who. | Wie.', {
      synonyms: ['who', 'wie', 'responsible', 'verantwoordelijke'],
    }),
    CHANNEL,
    column('resource', 'text', 'Resource | Middel', 'What it takes. | Wat het kost.'),
    column(
      'expected_effect',
      'number',
      'Expected effect | Verwacht effect',
      "In the KPI's unit. | In de eenheid van de KPI.",
      { synonyms: ['effect'] },
    ),
    column(
      'effect_date',
      'date',
      'Effect date | Effectdatum',
      'From when it shows. | Vanaf wanneer het zichtbaar is.',
    ),
    column('cause', 'text', 'Cause | Oorzaak', 'Why it happened. | Waarom het gebeurde.'),
    column('confidence', 'share', 'Confidence | Vertrouwen', 'From 0% to 100%. | Van 0% tot 100%.'),
    column(
      'decision',
      'choice',
      'Decision | Besluit',
      'Keep, adjust or stop. | Doorgaan, aanpassen of stoppen.',
      {
        choices: 'decision',
      },
    ),
    column(
      'status',
      'choice',
      'Status | Status',
      'In an act row, with Until: overrides the status. | In een bijstelrij, met Tot: vervangt de status.',
      { choices: 'action_status' },
    ),
    column(
      'until',
      'date',
      'Until | Tot',
      'Last day of the override. | Laatste dag van de vervanging.',
      {
        synonyms: ['till', 'tot en met', 't/m'],
      },
    ),
    NOTE,
    idColumn('Action ID | Actie-ID'),
  ],
};

export const EVENTS_TAB: TabLayout = {
  id: 'events',
  name: words('Events | Omstandigheden'),
  synonyms: ['gebeurtenissen'],
  help: words('The jam ahead, or a tail wind. | De file vooruit, of wind mee.'),
  appears: 'when_added',
  columns: [
    column('name', 'text', 'Event | Omstandigheid', 'A short name. | Een korte naam.', {
      needed: true,
      synonyms: ['gebeurtenis'],
    }),
    column('from', 'date', 'From | Van', 'First day. | Eerste dag.', {
      needed: true,
      synonyms: ['start', 'vanaf', 'begin', 'startdatum', 'date', 'datum'],
    }),
    column('to', 'date', 'To | Tot', 'Last day; blank: one day. | Laatste dag; leeg: één dag.', {
      synonyms: ['end', 'until', 'tot en met', 't/m', 'einde', 'einddatum'],
    }),
    column(
      'subject',
      'reference',
      'Measure or KPI | Meetwaarde of KPI',
      'Blank: everything. | Leeg: alles.',
      { refersTo: ['measures', 'kpis'], synonyms: ['measure', 'kpi', 'meetwaarde'] },
    ),
    CHANNEL,
    column(
      'expected_effect',
      'share',
      'Expected effect | Verwacht effect',
      '-20%: a fifth less than without it. | -20%: een vijfde minder dan zonder.',
      { synonyms: ['effect'] },
    ),
    NOTE,
  ],
};

export const CALENDAR_TAB: TabLayout = {
  id: 'calendar',
  name: words('Calendar | Kalender'),
  synonyms: ['calendars', 'kalenders'],
  help: words('Which days count, and how much. | Welke dagen tellen, en hoe zwaar.'),
  appears: 'when_added',
  columns: [
    column('calendar', 'text', 'Calendar | Kalender', 'Its name. | De naam.', { needed: true }),
    column(
      'key',
      'calendar_key',
      'Date, weekday or month | Datum, weekdag of maand',
      '25-12-2026, Sunday, July. | 25-12-2026, zondag, juli.',
      {
        needed: true,
        synonyms: ['date', 'datum', 'day', 'dag', 'weekday', 'weekdag', 'month', 'maand'],
      },
    ),
    column('weight', 'number', 'Weight | Gewicht', '0: does not count. | 0: telt niet.', {
      needed: true,
    }),
    column('label', 'text', 'Label | Label', 'Christmas. | Kerst.', {
      synonyms: ['name', 'naam', 'omschrijving'],
    }),
  ],
};

export const PERIODS_TAB: TabLayout = {
  id: 'periods',
  name: words('Periods | Perioden'),
  synonyms: ['periodes'],
  help: words('Your own months: 4-4-5, 53 weeks. | Eigen maanden: 4-4-5, 53 weken.'),
  appears: 'when_added',
  columns: [
    column('label', 'text', 'Label | Label', 'Such as P01 2026. | Zoals P01 2026.', {
      needed: true,
      synonyms: ['period', 'periode', 'name', 'naam'],
    }),
    column('start', 'date', 'Start | Start', 'First day. | Eerste dag.', {
      needed: true,
      synonyms: ['from', 'van', 'begin', 'startdatum'],
    }),
    column('end', 'date', 'End | Eind', 'Last day. | Laatste dag.', {
      needed: true,
      synonyms: ['to', 'tot', 'einde', 'einddatum', 'tot en met', 't/m'],
    }),
    column('year', 'number', 'Year | Jaar', 'The fiscal year. | Het boekjaar.', {
      needed: true,
      synonyms: ['fiscal year', 'boekjaar'],
    }),
  ],
};

export const PEOPLE_TAB: TabLayout = {
  id: 'people',
  name: words('People | Mensen'),
  synonyms: ['persons', 'personen', 'team'],
  help: words('Who gets which messages. | Wie welke berichten krijgt.'),
  appears: 'when_added',
  columns: [
    column('name', 'text', 'Name | Naam', 'As in Owner. | Zoals bij Eigenaar.', { needed: true }),
    column('email', 'email', 'E-mail | E-mail', 'Address. | Adres.', {
      needed: true,
      synonyms: ['email', 'mail', 'e-mailadres', 'address'],
    }),
    column('team', 'text', 'Team | Team', 'Their team. | Hun team.', { synonyms: ['afdeling'] }),
    column('digest', 'choice', 'Digest | Overzicht', 'All, mine or off. | Alles, van mij of uit.', {
      choices: 'digest_for',
    }),
    column('language', 'choice', 'Language | Taal', 'English or Dutch. | Engels of Nederlands.', {
      choices: 'language',
    }),
  ],
};
