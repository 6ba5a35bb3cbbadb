import { column, idColumn, type TabLayout, words } from './layout-types.ts';

const OWNER = ['responsible', 'verantwoordelijke', 'wie', 'who'];
const NOTE = ['remark', 'opmerking', 'notes', 'toelichting'];

export const STRATEGY_TAB: TabLayout = {
  id: 'strategy',
  name: words('Strategy | Strategie'),
  synonyms: [],
  help: words('Where the organisation wants to go. | Waar de organisatie naartoe wil.'),
  appears: 'when_added',
  columns: [
    column(
      'kind',
      'choice',
      'Kind | Soort',
      'Mission, vision, strategy or choice. | Missie, visie, strategie of keuze.',
      { choices: 'strategy_kind', needed: true, synonyms: ['type'] },
    ),
    column('text', 'text', 'Text | Tekst', 'One sentence. | Eén zin.', {
      needed: true,
      synonyms: ['sentence', 'zin', 'omschrijving', 'description'],
    }),
    column('owner', 'text', 'Owner | Eigenaar', 'Who keeps it. | Wie het bewaakt.', {
      synonyms: OWNER,
    }),
    idColumn('Line ID | Regel-ID'),
  ],
};

export const GOALS_TAB: TabLayout = {
  id: 'goals',
  name: words('Goals | Doelstellingen'),
  synonyms: ['doelen', 'objectives'],
  help: words(
    'Where you are in one, two or three years. | Waar je bent over een, twee of drie jaar.',
  ),
  appears: 'day_one',
  columns: [
    column('name', 'text', 'Goal | Doelstelling', 'A short name. | Een korte naam.', {
      needed: true,
      synonyms: ['objective', 'doel'],
    }),
    column(
      'success_when',
      'text',
      'Success when | Succesvol als',
      'When are we successful? | Wanneer zijn we succesvol?',
      { synonyms: ['successful when', 'geslaagd als', 'succes als'] },
    ),
    column(
      'strategy_line',
      'reference',
      'Strategy line | Strategieregel',
      'The line it serves. | De regel waaraan het bijdraagt.',
      { refersTo: ['strategy'], synonyms: ['strategy', 'strategie'] },
    ),
    column(
      'parent_goal',
      'reference',
      'Parent goal | Hoofddoel',
      'The longer goal it is a step to. | Het langere doel waarvan dit een stap is.',
      {
        refersTo: ['goals'],
        synonyms: ['parent', 'part of', 'onderdeel van', 'hoofddoelstelling'],
      },
    ),
    column('start', 'date', 'Start | Startdatum', 'First day. | Eerste dag.', {
      synonyms: ['start date', 'from', 'begin', 'van', 'vanaf', 'begindatum'],
    }),
    column('due', 'date', 'Due | Einddatum', 'Last day. | Laatste dag.', {
      synonyms: ['due date', 'end', 'end date', 'deadline', 'einde', 'eind', 'tot', 'uiterlijk'],
    }),
    column(
      'outcome_kpi',
      'reference',
      'Outcome KPI | Uitkomst-KPI',
      'The KPI that decides; the others drive it. | De KPI die beslist; de andere sturen.',
      { refersTo: ['kpis'], synonyms: ['outcome', 'uitkomst', 'resultaat-kpi'] },
    ),
    column(
      'weight',
      'number',
      'Weight | Gewicht',
      'Share in the parent goal; blank: equal. | Aandeel in het hoofddoel; leeg: gelijk.',
      { synonyms: ['weging'] },
    ),
    column(
      'status_rule',
      'choice',
      'Status rule | Statusregel',
      "How its KPIs make its status. | Hoe de KPI's samen de status geven.",
      { choices: 'status_rule' },
    ),
    column('owner', 'text', 'Owner | Eigenaar', 'Who answers for it. | Wie erover gaat.', {
      synonyms: OWNER,
    }),
    column('note', 'text', 'Note | Notitie', 'Anything else. | Al het andere.', {
      synonyms: NOTE,
    }),
    idColumn('Goal ID | Doelstelling-ID'),
  ],
};
