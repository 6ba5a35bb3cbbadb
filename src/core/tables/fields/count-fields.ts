import { declareFields, type Field } from './field.ts';

export const COUNT_FIELDS: readonly Field[] = [
  ...declareFields('counts', 'sums', 'NUMBER', [
    'judged_count|Judged|Beoordeeld|KPIs with a colour|KPI’s met een kleur',
    'on_course_count|On course|Op koers|Number of KPIs|Aantal KPI’s',
    'at_risk_count|At risk|Bijsturen|Number of KPIs|Aantal KPI’s',
    'off_course_count|Off course|Van koers|Number of KPIs|Aantal KPI’s',
    'achieved_count|Achieved|Behaald|Number of KPIs|Aantal KPI’s',
    'missed_count|Missed|Niet gehaald|Number of KPIs|Aantal KPI’s',
    'waiting_count|Waiting|Wachtend|Too early, not started, or waiting for data or a repair|Te vroeg, niet gestart, of wacht op gegevens of herstel',
    'milestone_count|Milestones|Mijlpalen|Number|Aantal',
    'milestone_reached_count|Milestones reached|Mijlpalen bereikt|Number|Aantal',
    'milestone_late_count|Milestones late|Mijlpalen te laat|Overdue, or reached or expected late|Verlopen, te laat bereikt of verwacht',
    'goal_kpi_count|KPIs of the goal|KPI’s van de doelstelling|Number|Aantal',
    'event_count|Changes|Wijzigingen|Number|Aantal',
    'action_count|Actions|Acties|Number|Aantal',
    'overdue_count|Overdue|Over tijd|Planned actions whose date has passed|Geplande acties waarvan de datum voorbij is',
    'line_goal_count|Goals on the line|Doelstellingen op de regel|Number|Aantal',
    'finding_count|Findings|Bevindingen|Number|Aantal',
  ]),
  ...declareFields('counts', 'auto', 'NUMBER', [
    'kpi_count|KPIs|KPI’s|Number of KPIs|Aantal KPI’s',
    'goal_count|Goals|Doelstellingen|Number of goals|Aantal doelstellingen',
  ]),
  ...declareFields('counts', 'auto', 'PERCENT', [
    'on_course_share|Share on course|Aandeel op koers|On course or achieved, of the judged|Op koers of behaald, van de beoordeelde',
    'net_course|Net course|Netto koers|Share on course or achieved less share off course or missed|Aandeel op koers of behaald min aandeel van koers of niet gehaald',
    'weighted_progress|Weighted progress|Gewogen voortgang|Over the judged KPIs, each 0 to 100 %|Over de beoordeelde KPI’s, elk 0 tot 100%',
    'smart_average|SMART average|SMART-gemiddelde|Mean SMART score|Gemiddelde SMART-score',
  ]),
];
