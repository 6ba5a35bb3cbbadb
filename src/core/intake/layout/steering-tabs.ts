import { column, idColumn, needed, tab } from './layout-types.ts';
import { KPI, NOTE } from './recurring-columns.ts';

const CHANNEL = column('channel', 'text', 'Channel|Kanaal|Blank: all.|Leeg: alle.');

export const ACTIONS_TAB = tab('actions', 'when_added', 'Actions|Acties', 'pdca', [
  needed(
    column('name', 'text', 'Action|Actie|What is done.|Wat er gebeurt.', 'what,wat,step,stap'),
  ),
  KPI,
  column(
    'phase',
    { choices: 'phase' },
    'Phase|Fase|Plan, do, check or act.|Plan, doen, controleren of bijstellen.',
    'pdca',
  ),
  column('date', 'date', 'Date|Datum|When.|Wanneer.', 'when,wanneer'),
  column('owner', 'text', 'Owner|Eigenaar|Who.|Wie.', 'who,wie,responsible,verantwoordelijke'),
  CHANNEL,
  column('resource', 'text', 'Resource|Middel|What it takes.|Wat het kost.'),
  column(
    'expected_effect',
    'number',
    "Expected effect|Verwacht effect|In the KPI's unit.|In de eenheid van de KPI.",
    'effect',
  ),
  column(
    'effect_date',
    'date',
    'Effect date|Effectdatum|From when it shows.|Vanaf wanneer het zichtbaar is.',
  ),
  column('cause', 'text', 'Cause|Oorzaak|Why it happened.|Waarom het gebeurde.'),
  column('confidence', 'share', 'Confidence|Vertrouwen|From 0% to 100%.|Van 0% tot 100%.'),
  column(
    'decision',
    { choices: 'decision' },
    'Decision|Besluit|Keep, adjust or stop.|Doorgaan, aanpassen of stoppen.',
  ),
  column(
    'status',
    { choices: 'action_status' },
    'Status|Status|In an act row, with Until: overrides the status.|In een bijstelrij, met Tot: vervangt de status.',
  ),
  column(
    'until',
    'date',
    'Until|Tot|Last day of the override.|Laatste dag van de vervanging.',
    'till,tot en met,t/m',
  ),
  NOTE,
  idColumn('Action ID|Actie-ID'),
]);

export const EVENTS_TAB = tab('events', 'when_added', 'Events|Omstandigheden', 'gebeurtenissen', [
  needed(
    column('name', 'text', 'Event|Omstandigheid|A short name.|Een korte naam.', 'gebeurtenis'),
  ),
  needed(
    column(
      'from',
      'date',
      'From|Van|First day.|Eerste dag.',
      'start,vanaf,begin,startdatum,date,datum',
    ),
  ),
  column(
    'to',
    'date',
    'To|Tot|Last day; blank: one day.|Laatste dag; leeg: één dag.',
    'end,until,tot en met,t/m,einde,einddatum',
  ),
  column(
    'subject',
    { refersTo: ['measures', 'kpis'] },
    'Measure or KPI|Meetwaarde of KPI|Blank: everything.|Leeg: alles.',
    'measure,kpi,meetwaarde',
  ),
  CHANNEL,
  column(
    'expected_effect',
    'share',
    'Expected effect|Verwacht effect|-20%: a fifth less than without it.|-20%: een vijfde minder dan zonder.',
    'effect',
  ),
  NOTE,
]);

export const CALENDAR_TAB = tab(
  'calendar',
  'when_added',
  'Calendar|Kalender',
  'calendars,kalenders',
  [
    needed(column('calendar', 'text', 'Calendar|Kalender|Its name.|De naam.')),
    needed(
      column(
        'key',
        'calendar_key',
        'Date, weekday or month|Datum, weekdag of maand|25-12-2026, Sunday, July.|25-12-2026, zondag, juli.',
        'date,datum,day,dag,weekday,weekdag,month,maand',
      ),
    ),
    needed(column('weight', 'number', 'Weight|Gewicht|0: does not count.|0: telt niet.')),
    column('label', 'text', 'Label|Label|Christmas.|Kerst.', 'name,naam,omschrijving'),
  ],
);

export const PERIODS_TAB = tab('periods', 'when_added', 'Periods|Perioden', 'periodes', [
  needed(
    column(
      'label',
      'text',
      'Label|Label|Such as P01 2026.|Zoals P01 2026.',
      'period,periode,name,naam',
    ),
  ),
  needed(
    column('start', 'date', 'Start|Start|First day.|Eerste dag.', 'from,van,begin,startdatum'),
  ),
  needed(
    column(
      'end',
      'date',
      'End|Eind|Last day.|Laatste dag.',
      'to,tot,einde,einddatum,tot en met,t/m',
    ),
  ),
  needed(
    column('year', 'number', 'Year|Jaar|The fiscal year.|Het boekjaar.', 'fiscal year,boekjaar'),
  ),
]);

export const PEOPLE_TAB = tab('people', 'when_added', 'People|Mensen', 'persons,personen,team', [
  needed(column('name', 'text', 'Name|Naam|As in Owner.|Zoals bij Eigenaar.')),
  needed(
    column('email', 'email', 'E-mail|E-mail|Address.|Adres.', 'email,mail,e-mailadres,address'),
  ),
  column('team', 'text', 'Team|Team|Their team.|Hun team.', 'afdeling'),
  column(
    'digest',
    { choices: 'digest_for' },
    'Digest|Overzicht|All, mine or off.|Alles, van mij of uit.',
  ),
  column(
    'language',
    { choices: 'language' },
    'Language|Taal|English or Dutch.|Engels of Nederlands.',
  ),
]);
