import { declareFields, type Field } from './field.ts';

export const FIGURE_FIELDS: readonly Field[] = [
  ...declareFields('figures', 'guarded', 'NUMBER', [
    "actual|Actual|Realisatie|Over the row's own period|Over de periode van de rij",
    'target|Target|Streefwaarde|To reach on the due date|Te halen op de einddatum',
    "plan|Plan|Plan|Expected over the row's own period|Verwacht over de periode van de rij",
    'gap|Gap to plan|Verschil met plan|Positive is ahead|Positief is voor op plan',
    'baseline|Baseline|Nulmeting|Where it starts|Waar het begint',
    'latest_value|Latest value|Laatste waarde|As typed, maybe after the judged day|Zoals getypt, mogelijk na de beoordeelde dag',
    'weight|Weight|Gewicht|In its goal|In de doelstelling',
    'target_v1|First target|Eerste streefwaarde|Before any change|Voor elke wijziging',
    'actual_to_date|Actual to date|Realisatie tot nu|From the start to the end of the interval|Van de start tot het eind van het interval',
    'plan_to_date|Plan to date|Plan tot nu|From the start to the end of the interval|Van de start tot het eind van het interval',
    'range_low|Range from|Bandbreedte vanaf|For a KPI to keep between|Voor een KPI met een bandbreedte',
    'range_high|Range to|Bandbreedte tot|For a KPI to keep between|Voor een KPI met een bandbreedte',
    'expected_effect|Expected effect|Verwacht effect|In the unit of the KPI|In de eenheid van de KPI',
    'measured_effect|Measured effect|Gemeten effect|After against before|Na tegenover voor',
    'effect_difference|Effect difference|Verschil in effect|Measured less expected|Gemeten min verwacht',
    'contribution|Contribution|Bijdrage|To the gap of the goal|Aan het verschil van de doelstelling',
  ]),
  ...declareFields('figures', 'guarded', 'PERCENT', [
    'progress|Progress|Voortgang|Share of the way from baseline to target|Deel van de weg van nulmeting naar streefwaarde',
    'attainment|Attainment|Doelbereik|One minus the deviation from the target|Eén min de afwijking van de streefwaarde',
    'progress_v1|Progress to first target|Voortgang eerste streefwaarde|Before any change of target|Voor elke wijziging',
    'goal_progress|Goal progress|Voortgang doelstelling|Of its outcome KPI, or weighted|Van de resultaat-KPI, of gewogen',
    'share_of_kpi|Share of the KPI|Aandeel in de KPI|What this channel brings|Wat dit kanaal bijdraagt',
    "share_of_gap|Share of the gap|Aandeel in het verschil|This channel's part of the gap to plan|Deel van dit kanaal in het verschil met plan",
    'contribution_share|Share of contribution|Aandeel in bijdrage|Of the gap of the goal|Van het verschil van de doelstelling',
    'confidence|Confidence|Vertrouwen|As typed|Zoals getypt',
  ]),
  ...declareFields('figures', 'dimension', 'TEXT', [
    'interval_label|Interval|Interval|Day, week, month …|Dag, week, maand …',
    'event_label|Event|Gebeurtenis|What was going on|Wat er speelde',
  ]),
  ...declareFields('figures', 'dimension', 'YEAR_MONTH_DAY', [
    'interval_start|Interval start|Begin interval|First day|Eerste dag',
    'interval_end|Interval end|Eind interval|Last day|Laatste dag',
    'snapshot_date|Day kept|Bewaarde dag|Day on which it was published|Dag waarop het gepubliceerd is',
  ]),
  ...declareFields('figures', 'dimension', 'BOOLEAN', [
    'is_complete|Complete|Volledig|Closed, with a value|Afgesloten, met een waarde',
    'is_partial|Partial|Gedeeltelijk|Runs today, or cut by the period|Loopt nog, of afgekapt door de periode',
    'is_future|Future|Toekomst|Still to come|Moet nog komen',
    'is_current|Newest|Nieuwste|The newest day kept of the KPI|De nieuwste bewaarde dag van de KPI',
  ]),
  ...declareFields('figures', 'min', 'NUMBER', [
    'interval_order|Interval order|Volgorde interval|1 is the first of the KPI|1 is het eerste van de KPI',
    'driver_order|Driver order|Volgorde aandrijver|1 is the first of the goal|1 is de eerste van de doelstelling',
    'opportunity_rank|Opportunity rank|Rang van de kans|1 closes most for the least change|1 sluit het meest met de minste verandering',
  ]),
];
