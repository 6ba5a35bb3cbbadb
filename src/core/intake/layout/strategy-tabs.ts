import { column, idColumn, needed, tab } from './layout-types.ts';
import { DUE, NOTE, OWNER, START } from './recurring-columns.ts';

export const STRATEGY_TAB = tab('strategy', 'when_added', 'Strategy|Strategie', '', [
  needed(
    column(
      'kind',
      { choices: 'strategy_kind' },
      'Kind|Soort|Mission, vision, strategy or choice.|Missie, visie, strategie of keuze.',
      'type',
    ),
  ),
  needed(
    column(
      'text',
      'text',
      'Text|Tekst|One sentence.|Eén zin.',
      'sentence,zin,omschrijving,description',
    ),
  ),
  column(
    'owner',
    'text',
    'Owner|Eigenaar|Who keeps it.|Wie het bewaakt.',
    'responsible,verantwoordelijke,wie,who',
  ),
  idColumn('Line ID|Regel-ID'),
]);

export const GOALS_TAB = tab('goals', 'day_one', 'Goals|Doelstellingen', 'doelen,objectives', [
  needed(
    column('name', 'text', 'Goal|Doelstelling|A short name.|Een korte naam.', 'objective,doel'),
  ),
  column(
    'success_when',
    'text',
    'Success when|Succesvol als|When are we successful?|Wanneer zijn we succesvol?',
    'successful when,geslaagd als,succes als',
  ),
  column(
    'strategy_line',
    { refersTo: ['strategy'] },
    'Strategy line|Strategieregel|The line it serves.|De regel waaraan het bijdraagt.',
    'strategy,strategie',
  ),
  column(
    'parent_goal',
    { refersTo: ['goals'] },
    'Parent goal|Hoofddoel|The longer goal it is a step to.|Het langere doel waarvan dit een stap is.',
    'parent,part of,onderdeel van,hoofddoelstelling',
  ),
  START,
  DUE,
  column(
    'outcome_kpi',
    { refersTo: ['kpis'] },
    'Outcome KPI|Uitkomst-KPI|The KPI that decides; the others drive it.|De KPI die beslist; de andere sturen.',
    'outcome,uitkomst,resultaat-kpi',
  ),
  column(
    'weight',
    'number',
    'Weight|Gewicht|Share in the parent goal; blank: equal.|Aandeel in het hoofddoel; leeg: gelijk.',
    'weging',
  ),
  column(
    'status_rule',
    { choices: 'status_rule' },
    "Status rule|Statusregel|How its KPIs make its status.|Hoe de KPI's samen de status geven.",
  ),
  OWNER,
  NOTE,
  idColumn('Goal ID|Doelstelling-ID'),
]);
