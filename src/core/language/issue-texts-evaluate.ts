import type { IssueTexts } from './issue-texts.ts';

/** What evaluation can find about a KPI or a goal. */
export const EVALUATE_ISSUE_TEXTS = {
  E_DIR: [
    '"{kpi}" points two ways: Kind, Better when and the target do not agree.',
    'Check Kind, Target, Last time and Better when.',
    '"{kpi}" wijst twee kanten op: Soort, Beter als en de streefwaarde spreken elkaar tegen.',
    'Controleer Soort, Streefwaarde, Vorige keer en Beter als.',
  ],
  E_TARGET: [
    '"{kpi}": Target {target} and Growth, which gives {growthTarget}, disagree.',
    'Clear one of the two.',
    '"{kpi}": Streefwaarde {target} en Groei, die {growthTarget} geeft, spreken elkaar tegen.',
    'Maak een van beide leeg.',
  ],
  E_GROWTH_BASE: [
    '"{kpi}" has growth, but there is nothing to grow from, or only 0.',
    'Fill in Last time, or a Target instead of Growth.',
    '"{kpi}" heeft groei, maar er is niets om vanaf te groeien, of alleen 0.',
    'Vul Vorige keer in, of een Streefwaarde in plaats van Groei.',
  ],
  W_GROWTH_NEGATIVE: [
    '"{kpi}" grows from a negative number, {reference}.',
    'Check the target {target}.',
    '"{kpi}" groeit vanaf een negatief getal, {reference}.',
    'Controleer de streefwaarde {target}.',
  ],
  W_BASELINE_FIRST_VALUE: [
    '"{kpi}" starts from its first value, {value} on {date}.',
    'Fill in Last time if it started elsewhere.',
    '"{kpi}" begint bij de eerste waarde, {value} op {date}.',
    'Vul Vorige keer in als het elders begon.',
  ],
  I_AT_LEAST_TOTAL: [
    '"{kpi}" is a total: "at least" grows to its target along the plan.',
    'Choose "add up to" to say so.',
    '"{kpi}" is een totaal: "minstens" groeit volgens plan naar de streefwaarde.',
    'Kies "optellen tot" om dat te zeggen.',
  ],
  W_CUT_INTERVAL: [
    '"{kpi}" starts or ends inside a period of its figures; the value dated {date} counts whole.',
    'Let Start and Due follow the periods of the measure.',
    '"{kpi}" begint of eindigt midden in een periode van de cijfers; de waarde van {date} telt heel.',
    'Laat Startdatum en Einddatum aansluiten op de perioden.',
  ],
  E_CAL: [
    'The calendar of "{kpi}" has no day that counts.',
    'Check Weights and the Calendar tab.',
    'De kalender van "{kpi}" heeft geen dag die telt.',
    'Controleer Weging en het tabblad Kalender.',
  ],
  W_CHANNEL_OLD: [
    'The newest value of channel "{channel}" of "{kpi}" is old: that of {date} still counts.',
    'Add the newest value.',
    'De nieuwste waarde van kanaal "{channel}" van "{kpi}" is oud: die van {date} telt nog.',
    'Voeg de nieuwste waarde toe.',
  ],
  E_CHANNELS: [
    'The channels of "{kpi}" cannot be added up.',
    'Type the total in rows without a channel, or choose a channel.',
    'De kanalen van "{kpi}" zijn niet op te tellen.',
    'Typ het totaal in rijen zonder kanaal, of kies een kanaal.',
  ],
  INCOMPLETE: [
    '"{kpi}" lacks {missing} of {intervals} values so far.',
    'Add the missing values.',
    '"{kpi}" mist {missing} van {intervals} waarden tot nu toe.',
    'Vul de waarden aan.',
  ],
  E_MILESTONE_END: [
    'The stop on the due date of "{kpi}" says {value}, the target {target}.',
    'Make them equal or clear the stop.',
    'De tussenstop op de einddatum van "{kpi}" zegt {value}, de streefwaarde {target}.',
    'Maak ze gelijk of verwijder de tussenstop.',
  ],
  E_MILESTONE_TWICE: [
    '"{kpi}" has two stops on {date}.',
    'Remove one.',
    '"{kpi}" heeft twee tussenstops op {date}.',
    'Verwijder er een.',
  ],
  E_MILESTONE_OUTSIDE: [
    'The stop on {date} lies outside "{kpi}" ({start} to {due}).',
    'Correct the date or the KPI.',
    'De tussenstop op {date} valt buiten "{kpi}" ({start} tot {due}).',
    'Verbeter de datum of de KPI.',
  ],
  W_MILESTONE_ORDER: [
    'The stops of "{kpi}" do not all go towards the target.',
    'Check their values.',
    'De tussenstops van "{kpi}" gaan niet allemaal naar de streefwaarde.',
    'Controleer de waarden.',
  ],
  W_SEASON: [
    'Last year {lastYearShare} of the total of "{kpi}" was in by now; the plan says {share}.',
    'Set Weights to "last year".',
    'Vorig jaar was op dit punt {lastYearShare} van het totaal van "{kpi}" binnen; volgens het plan is dat {share}.',
    'Zet Weging op "vorig jaar".',
  ],
  W_FUTURE: [
    '"{kpi}" is done on {date}, after today; it does not count yet.',
    'Check "Done on".',
    '"{kpi}" is gereed op {date}, na vandaag; dat telt nog niet.',
    'Controleer "Gereed op".',
  ],
  W_WEIGHT: [
    'Under "{goal}" some weights are blank; they get the mean, {weight}.',
    'Fill in all weights or none.',
    'Onder "{goal}" zijn gewichten leeg; die krijgen het gemiddelde, {weight}.',
    'Vul alle gewichten in, of geen.',
  ],
  W_ROUTE: [
    '"{kpi}" aims at {target}; the route of "{goal}" needs {plan} by then.',
    'Raise the target or change the route.',
    '"{kpi}" mikt op {target}; de route van "{goal}" vraagt dan {plan}.',
    'Verhoog de streefwaarde of wijzig de route.',
  ],
  W_ADD_UP: [
    'The KPIs under "{goal}" add up to {sum}, {shortfall} short of {needed}.',
    'Raise a target or add a KPI.',
    'De KPI\'s onder "{goal}" komen samen op {sum}, {shortfall} te weinig voor {needed}.',
    'Verhoog een streefwaarde of voeg een KPI toe.',
  ],
  GOALPOST: [
    'The target of "{kpi}" was changed late or while off course.',
    'Tell readers why; the first target stays beside it.',
    'De streefwaarde van "{kpi}" is laat gewijzigd, of toen de KPI van koers was.',
    'Leg uit waarom; de eerste streefwaarde blijft ernaast staan.',
  ],
  CEILING_PASSED: [
    '"{kpi}" is above its ceiling of {target}.',
    'Stop spending, or raise the ceiling.',
    '"{kpi}" is boven het plafond van {target}.',
    'Stop met uitgeven, of verhoog het plafond.',
  ],
} as const satisfies IssueTexts;
