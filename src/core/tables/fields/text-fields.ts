import { declareFields, type Field } from './field.ts';

export const TEXT_FIELDS: readonly Field[] = [
  ...declareFields('texts', 'dimension', 'TEXT', [
    'explanation|Explanation|Toelichting|Why it has this status|Waarom het deze status heeft',
    'advice|Advice|Advies|What to do now|Wat nu te doen',
    'changed_text|What changed|Wat er veranderde|Since the previous date|Sinds de vorige datum',
    'next_milestone_text|Next stopover in words|Volgende tussenstop in woorden|Day, arrival and what it takes|Dag, aankomst en wat er nodig is',
    'milestone_text|Milestone in words|Mijlpaal in woorden|Day, arrival and what it takes|Dag, aankomst en wat er nodig is',
    'worst_kpi_explanation|Worst KPI explained|Zwakste KPI toegelicht|Why it has its status|Waarom die zijn status heeft',
    'channels_text|Channels|Kanalen|Of the KPIs of the goal|Van de KPI’s van de doelstelling',
    'resources_text|Resources|Middelen|Of the KPIs of the goal|Van de KPI’s van de doelstelling',
    'opportunity_text|Opportunity|Kans in woorden|What would close the gap|Wat het verschil zou sluiten',
    'fuel_text|Fuel in words|Brandstof in woorden|Left, needed, lasts until|Over, nodig, genoeg tot',
    'driver_text|Driver in words|Aandrijver in woorden|What it contributed|Wat die bijdroeg',
    'line_text|Line|Regel|Mission, vision, strategy or choice|Missie, visie, strategie of keuze',
    'event_type|Kind of change|Soort wijziging|Code|Code',
    'event_text|Change|Wijziging|What happened|Wat er gebeurde',
    'action_text|Action in words|Actie in woorden|Who, when and what for|Wie, wanneer en waarvoor',
    'cause|Cause|Oorzaak|As typed|Zoals getypt',
    'decision|Decision|Besluit|As typed|Zoals getypt',
  ]),
  ...declareFields('texts', 'dimension', 'YEAR_MONTH_DAY', [
    'event_date|Date of change|Datum wijziging|Day it happened|Dag waarop het gebeurde',
  ]),
  ...declareFields('texts', 'dimension', 'BOOLEAN', [
    'event_good|Good news|Goed nieuws|Blank when neither|Leeg als het geen van beide is',
  ]),
  ...declareFields('texts', 'dimension', 'URL', [
    'kpi_url|KPI address|KPI-adres|Its row in the workbook|Rij in de werkmap',
    'goal_url|Goal address|Doelstelling-adres|Its row in the workbook|Rij in de werkmap',
    'event_url|Change address|Wijziging-adres|Row in the workbook|Rij in de werkmap',
    'action_url|Action address|Actie-adres|Its row in the workbook|Rij in de werkmap',
    'cell_url|Cell address|Cel-adres|Opens the cell|Opent de cel',
  ]),
  ...declareFields('texts', 'dimension', 'HYPERLINK', [
    'kpi_link|KPI with link|KPI met link|Opens its row in the workbook|Opent de rij in de werkmap',
    'goal_link|Goal with link|Doelstelling met link|Opens its row in the workbook|Opent de rij in de werkmap',
  ]),
];
