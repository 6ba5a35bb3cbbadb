import { declareFields, type Field } from './field.ts';

export const PACE_FIELDS: readonly Field[] = [
  ...declareFields('pace', 'dimension', 'YEAR_MONTH_DAY', [
    'eta_date|Arrival|Aankomst|Day the target is reached, or will be at this pace|Dag waarop de streefwaarde bereikt is, of wordt in dit tempo',
  ]),
  ...declareFields('pace', 'guarded', 'NUMBER', [
    'speed|Speed|Snelheid|Average per interval of the cadence|Gemiddeld per interval van het ritme',
    'required_speed|Speed needed|Benodigde snelheid|To arrive on time|Om op tijd aan te komen',
    'speed_factor|Speed factor|Snelheidsfactor|Speed needed ÷ speed|Benodigde snelheid ÷ snelheid',
    'days_behind|Days behind|Dagen achter|Now, against the plan; negative is ahead|Nu, tegenover het plan; negatief is voor',
    'days_late|Days late|Dagen te laat|At arrival; negative is early|Bij aankomst; negatief is te vroeg',
    'days_left|Days left|Dagen over|To the due date|Tot de einddatum',
    'pace_index|Pace index|Tempo-index|1 is exactly on plan|1 is precies volgens plan',
    'goal_pace_index|Goal pace index|Tempo-index doelstelling|Weighted over its KPIs, 0 to 1|Gewogen over de KPI’s, 0 tot 1',
  ]),
  ...declareFields('pace', 'guarded', 'PERCENT', [
    'elapsed|Elapsed|Verstreken|Share of the period, by the weight of the days|Deel van de periode, naar het gewicht van de dagen',
    'needed_change_alone|Change needed alone|Nodig, alleen deze|From now on, if only this driver changes|Vanaf nu, als alleen deze aandrijver verandert',
    'needed_change_together|Change needed together|Nodig, samen|From now on, if all drivers change alike|Vanaf nu, als alle aandrijvers gelijk veranderen',
  ]),
  ...declareFields('forecast', 'guarded', 'NUMBER', [
    'forecast|Forecast|Prognose|Value on the due date|Waarde op de einddatum',
    'forecast_low|Forecast, low|Prognose, laag|Low end of the 80 % band|Onderkant van de 80%-band',
    'forecast_high|Forecast, high|Prognose, hoog|High end of the 80 % band|Bovenkant van de 80%-band',
    'forecast_to_date|Forecast to date|Prognose tot dan|From the start to the end of the interval|Van de start tot het eind van het interval',
  ]),
  ...declareFields('forecast', 'guarded', 'PERCENT', [
    'probability|Probability|Kans|Chance to reach the target|Kans om de streefwaarde te halen',
    'probability_to_date|Probability to date|Kans tot dan|Chance to be on plan then|Kans om dan op plan te liggen',
  ]),
  ...declareFields('forecast', 'dimension', 'TEXT', [
    'forecast_method_label|Forecast method|Prognosemethode|How the forecast is made|Hoe de prognose gemaakt is',
  ]),
  ...declareFields('fuel', 'guarded', 'NUMBER', [
    'fuel_index|Fuel index|Brandstofindex|Left ÷ needed; below 1 is short|Over ÷ nodig; onder 1 is te weinig',
    'fuel_days_left|Days of fuel|Dagen brandstof|At the rate of use so far|In het verbruik tot nu',
    'next_milestone_fuel_index|Fuel to next stopover|Brandstof tot tussenstop|Left ÷ needed to get there|Over ÷ nodig tot daar',
    'next_stop_fuel_index|Fuel index to next stop|Brandstofindex tot tussenstop|Left ÷ needed to get there|Over ÷ nodig tot daar',
    'budget|Budget|Budget|Given|Beschikbaar gesteld',
    'used|Used|Verbruikt|So far|Tot nu',
    'left|Left|Over|Budget less use|Budget min verbruik',
    'need|Needed|Nodig|For the rest of the way|Voor de rest van de weg',
    'completion_estimate|Estimate at completion|Verwacht totaal|Use when the target is reached|Verbruik als de streefwaarde bereikt is',
  ]),
  ...declareFields('fuel', 'guarded', 'CURRENCY', [
    'cost|Cost|Kosten|Used on this channel|Verbruikt op dit kanaal',
    'cost_per_unit|Cost per unit|Kosten per eenheid|Cost ÷ actual|Kosten ÷ realisatie',
  ]),
  ...declareFields('fuel', 'dimension', 'TEXT', [
    'fuel_status_label|Fuel status|Brandstofstatus|Enough, short or out|Genoeg, te weinig of op',
  ]),
  ...declareFields('fuel', 'dimension', 'YEAR_MONTH_DAY', [
    'resource_date|Use known to|Verbruik bekend tot|Newest row|Nieuwste rij',
  ]),
];
