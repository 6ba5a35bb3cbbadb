import type { IssueTexts } from './issue-texts.ts';

/** What evaluation can find about a KPI or a goal. */
export const EVALUATE_ISSUE_TEXTS = {
  E_DIR: {
    severity: 'error',
    en: [
      '"{kpi}" should go the other way: its target {target} contradicts {direction}.',
      'Check Kind, Target, Last time and Better when.',
    ],
    nl: [
      '"{kpi}" wijst de andere kant op: streefwaarde {target} spreekt {direction} tegen.',
      'Controleer Soort, Streefwaarde, Vorige keer en Beter als.',
    ],
  },
  E_TARGET: {
    severity: 'error',
    en: [
      '"{kpi}": Target {target} and Growth, which gives {growthTarget}, disagree.',
      'Clear one of both.',
    ],
    nl: [
      '"{kpi}": Streefwaarde {target} en Groei, die {growthTarget} geeft, spreken elkaar tegen.',
      'Maak een van beide leeg.',
    ],
  },
  E_GROWTH_BASE: {
    severity: 'error',
    en: [
      '"{kpi}" has growth, but nothing or 0 to grow from.',
      'Fill in Last time, or a Target instead of Growth.',
    ],
    nl: [
      '"{kpi}" heeft groei, maar niets of 0 om van te groeien.',
      'Vul Vorige keer in, of een Streefwaarde in plaats van Groei.',
    ],
  },
  W_GROWTH_NEGATIVE: {
    severity: 'warning',
    en: ['"{kpi}" grows from a negative number, {reference}.', 'Check the target {target}.'],
    nl: ['"{kpi}" groeit vanaf een negatief getal, {reference}.', 'Controleer het doel {target}.'],
  },
  W_BASELINE_FIRST_VALUE: {
    severity: 'warning',
    en: [
      '"{kpi}" starts from its first value, {value} on {date}.',
      'Fill in Last time if it started elsewhere.',
    ],
    nl: [
      '"{kpi}" begint bij de eerste waarde, {value} op {date}.',
      'Vul Vorige keer in als het elders begon.',
    ],
  },
  I_AT_LEAST_TOTAL: {
    severity: 'info',
    en: [
      '"{kpi}" is a total: "at least" grows to its target along the plan.',
      'Choose "add up to" to say so.',
    ],
    nl: [
      '"{kpi}" is een totaal: "minstens" groeit volgens plan naar het doel.',
      'Kies "optellen tot" om dat te zeggen.',
    ],
  },
  W_CUT_INTERVAL: {
    severity: 'warning',
    en: [
      '"{kpi}" starts or ends inside a period of its figures; the value dated {date} counts whole.',
      'Let Start and Due follow the periods of the measure.',
    ],
    nl: [
      '"{kpi}" begint of eindigt midden in een periode van de cijfers; de waarde van {date} telt heel.',
      'Laat Startdatum en Einddatum aansluiten op de perioden.',
    ],
  },
  E_CAL: {
    severity: 'error',
    en: ['The calendar of "{kpi}" has no day that counts.', 'Check Weights and the Calendar tab.'],
    nl: [
      'De kalender van "{kpi}" heeft geen dag die telt.',
      'Controleer Weging en het tabblad Kalender.',
    ],
  },
  W_CHANNEL_OLD: {
    severity: 'warning',
    en: [
      'Channel "{channel}" of "{kpi}" is old: its value of {date} is used.',
      'Add the newest value.',
    ],
    nl: [
      'Kanaal "{channel}" van "{kpi}" is oud: de waarde van {date} geldt.',
      'Voeg de nieuwste waarde toe.',
    ],
  },
  E_CHANNELS: {
    severity: 'error',
    en: [
      'The channels of "{kpi}" cannot be added up.',
      'Type the total in rows without a channel, or choose a channel.',
    ],
    nl: [
      'De kanalen van "{kpi}" zijn niet op te tellen.',
      'Typ het totaal in rijen zonder kanaal, of kies een kanaal.',
    ],
  },
  INCOMPLETE: {
    severity: 'warning',
    en: ['"{kpi}" lacks {missing} of {intervals} values so far.', 'Add the missing values.'],
    nl: ['"{kpi}" mist {missing} van {intervals} waarden tot nu toe.', 'Vul de waarden aan.'],
  },
  E_MILESTONE_END: {
    severity: 'error',
    en: [
      'The stop on the due date of "{kpi}" says {value}, the target {target}.',
      'Make them equal or clear the stop.',
    ],
    nl: [
      'De tussenstop op de einddatum van "{kpi}" zegt {value}, het doel {target}.',
      'Maak ze gelijk of verwijder de tussenstop.',
    ],
  },
  E_MILESTONE_TWICE: {
    severity: 'error',
    en: ['"{kpi}" has two stops on {date}.', 'Remove one.'],
    nl: ['"{kpi}" heeft twee tussenstops op {date}.', 'Verwijder er een.'],
  },
  E_MILESTONE_OUTSIDE: {
    severity: 'error',
    en: [
      'The stop on {date} lies outside "{kpi}" ({start} to {due}).',
      'Correct the date or the KPI.',
    ],
    nl: [
      'De tussenstop op {date} valt buiten "{kpi}" ({start} tot {due}).',
      'Verbeter de datum of de KPI.',
    ],
  },
  W_MILESTONE_ORDER: {
    severity: 'warning',
    en: ['The stops of "{kpi}" do not all go towards the target.', 'Check their values.'],
    nl: ['De tussenstops van "{kpi}" gaan niet allemaal naar het doel.', 'Controleer de waarden.'],
  },
  W_SEASON: {
    severity: 'warning',
    en: [
      'Last year "{kpi}" had {lastYearShare} of its total by now, the plan has {share}.',
      'Set Weights to "last year".',
    ],
    nl: [
      'Vorig jaar had "{kpi}" nu {lastYearShare} van het totaal, het plan {share}.',
      'Zet Weging op "vorig jaar".',
    ],
  },
  W_FUTURE: {
    severity: 'warning',
    en: ['"{kpi}" is done on {date}, after today; it does not count yet.', 'Check "Done on".'],
    nl: ['"{kpi}" is gereed op {date}, na vandaag; dat telt nog niet.', 'Controleer "Gereed op".'],
  },
  W_WEIGHT: {
    severity: 'warning',
    en: [
      'Under "{goal}" some weights are blank; they get the mean, {weight}.',
      'Fill in all weights or none.',
    ],
    nl: [
      'Onder "{goal}" zijn gewichten leeg; die krijgen het gemiddelde, {weight}.',
      'Vul alle gewichten in, of geen.',
    ],
  },
  W_ROUTE: {
    severity: 'warning',
    en: [
      '"{kpi}" aims at {target}; the route of "{goal}" needs {plan} by then.',
      'Raise the target or change the route.',
    ],
    nl: [
      '"{kpi}" mikt op {target}; de route van "{goal}" vraagt dan {plan}.',
      'Verhoog het doel of wijzig de route.',
    ],
  },
  W_ADD_UP: {
    severity: 'warning',
    en: [
      'The KPIs under "{goal}" add up to {sum}, {shortfall} short of {needed}.',
      'Raise a target or add a driver.',
    ],
    nl: [
      'De KPI\'s onder "{goal}" komen samen op {sum}, {shortfall} te weinig voor {needed}.',
      'Verhoog een doel of voeg een KPI toe.',
    ],
  },
  GOALPOST: {
    severity: 'warning',
    en: [
      'The target of "{kpi}" was moved late or while off course.',
      'Tell readers why; version 1 stays beside it.',
    ],
    nl: [
      'Het doel van "{kpi}" is laat of buiten koers verzet.',
      'Vertel waarom; versie 1 blijft ernaast staan.',
    ],
  },
  CEILING_PASSED: {
    severity: 'warning',
    en: ['"{kpi}" is above its ceiling of {target}.', 'Stop spending, or raise the ceiling.'],
    nl: ['"{kpi}" is boven het plafond van {target}.', 'Stop met uitgeven, of verhoog het.'],
  },
} as const satisfies IssueTexts;
