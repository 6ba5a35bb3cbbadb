import { declareFields, type Field } from './field.ts';

export const COMPARISON_FIELDS: readonly Field[] = [
  ...declareFields('comparison', 'dimension', 'TEXT', [
    'reference_period|Reference period|Referentieperiode|Blank when typed|Leeg als hij getypt is',
    'signal|Signal code|Signaalcode|Change that is more than noise|Verandering die meer is dan ruis',
    'signal_label|Signal|Signaal|Change that is more than noise|Verandering die meer is dan ruis',
  ]),
  ...declareFields('comparison', 'dimension', 'YEAR_MONTH_DAY', [
    'previous_view_date|Compared with|Vergeleken met|Day kept before|Eerder bewaarde dag',
  ]),
  ...declareFields('comparison', 'guarded', 'NUMBER', [
    'reference|Reference|Referentie|Last time, or a year earlier|Vorige keer, of een jaar eerder',
    'status_change|Status change|Statusverandering|Since the previous date|Sinds de vorige datum',
    'pace_change|Pace change|Tempoverandering|Since the previous date|Sinds de vorige datum',
    'forecast_change|Forecast change|Prognoseverandering|Since the previous date|Sinds de vorige datum',
    'last_year|Last year|Vorig jaar|Paired interval|Gepaard interval',
    'last_year_to_date|Last year to date|Vorig jaar tot dan|Up to the paired interval|Tot en met het gepaarde interval',
    'previous|Previous|Vorig interval|Interval before|Interval ervoor',
    'centre_line|Centre line|Middellijn|Of normal variation|Van de normale spreiding',
    'lower_limit|Lower limit|Ondergrens|Of normal variation|Van de normale spreiding',
    'upper_limit|Upper limit|Bovengrens|Of normal variation|Van de normale spreiding',
    'signal_value|Signal value|Signaalwaarde|Held against the limits|Getoetst aan de grenzen',
  ]),
  ...declareFields('comparison', 'guarded', 'PERCENT', [
    'growth_vs_reference|Growth|Groei|Against the reference|Tegenover de referentie',
    'progress_change|Progress change|Verandering voortgang|Since the previous date|Sinds de vorige datum',
    'change_vs_previous|Change on previous|Verandering op vorig interval|Share of the interval before|Deel van het interval ervoor',
    'change_vs_last_year|Change on last year|Verandering op vorig jaar|Share of last year, like with like|Deel van vorig jaar, gelijk met gelijk',
  ]),
  ...declareFields('quality', 'dimension', 'YEAR_MONTH_DAY', [
    'as_of_date|Judged to|Beoordeeld tot|End of the last interval that counts|Eind van het laatste interval dat telt',
    'data_through|Data through|Gegevens tot|Newest day with a value|Nieuwste dag met een waarde',
    'latest_date|Date of latest value|Datum laatste waarde|Newest day with a value|Nieuwste dag met een waarde',
    'view_date|Seen from|Gezien vanaf|The day taken as today|De dag die als vandaag geldt',
    'first_seen|First seen|Eerst gezien|Day of the first recalculation that found it|Dag van de eerste herberekening die het vond',
  ]),
  ...declareFields('quality', 'dimension', 'YEAR_MONTH_DAY_SECOND', [
    'recalculated_at|Recalculated at|Herberekend op|In the time zone of the workbook|In de tijdzone van de werkmap',
  ]),
  ...declareFields('quality', 'dimension', 'TEXT', [
    'recalculated_text|Recalculated|Herberekend|When and on whose authorisation|Wanneer en met wiens machtiging',
    'view_note|Note|Opmerking|What to know before reading|Wat te weten voor het lezen',
    'finding_severity|Severity|Ernst|Code: error, warning, info|Code: error, warning, info',
    'finding_code|Finding code|Code bevinding|The same in every language|Gelijk in elke taal',
    'finding_text|Finding|Bevinding|What is wrong|Wat er mis is',
    'fix_text|What to do|Wat te doen|How to put it right|Hoe het op te lossen',
  ]),
  ...declareFields('quality', 'dimension', 'BOOLEAN', [
    'is_new|New|Nieuw|First seen on this day|Op deze dag voor het eerst gezien',
  ]),
  ...declareFields('quality', 'guarded', 'PERCENT', [
    'coverage|Coverage|Dekking|Share of the intervals with a value|Deel van de intervallen met een waarde',
    'goal_judged_share|Goal judged share|Beoordeeld deel doelstelling|By weight|Naar gewicht',
    'smart_score|SMART score|SMART-score|How well the KPI is defined|Hoe goed de KPI omschreven is',
  ]),
  ...declareFields('quality', 'guarded', 'NUMBER', [
    'data_age_hours|Age of data in hours|Ouderdom gegevens in uren|Since the end of the newest day|Sinds het eind van de nieuwste dag',
  ]),
  ...declareFields('quality', 'min', 'NUMBER', [
    'finding_order|Finding order|Volgorde bevinding|1 needs attention first|1 vraagt het eerst aandacht',
  ]),
];
