import type { IssueTexts } from './issue-texts.ts';

/**
 * What reading the workbook can find. Each line: what is wrong, what to do; English, then Dutch.
 * {names} are filled from the issue's details.
 */
export const INTAKE_ISSUE_TEXTS = {
  E_TAB_MISSING: {
    severity: 'error',
    en: ['The tab "{tabEn}" is missing.', 'Add it from the Koers menu.'],
    nl: ['Het tabblad "{tabNl}" ontbreekt.', 'Voeg het toe via het menu Koers.'],
  },
  W_TAB_TWICE: {
    severity: 'warning',
    en: ['This tab is the same as "{other}"; only that one is read.', 'Remove or rename one.'],
    nl: [
      'Dit tabblad is hetzelfde als "{other}"; alleen dat wordt gelezen.',
      'Verwijder of hernoem er een.',
    ],
  },
  E_HEADER: {
    severity: 'error',
    en: [
      'No header row with {columnsEn} in the first 30 rows.',
      'Give these columns their names back.',
    ],
    nl: [
      'Geen kopregel met {columnsNl} in de eerste 30 rijen.',
      'Geef deze kolommen hun naam terug.',
    ],
  },
  W_COLUMN_TWICE: {
    severity: 'warning',
    en: ['The column "{column}" stands here twice; the first is read.', 'Remove or rename one.'],
    nl: [
      'De kolom "{column}" staat er twee keer; de eerste wordt gelezen.',
      'Verwijder of hernoem er een.',
    ],
  },
  SOURCE_LOADING: {
    severity: 'warning',
    en: [
      'The source says "{received}"; the last good result stays.',
      'Wait, or check the import and its permission.',
    ],
    nl: [
      'De bron zegt "{received}"; het laatste goede resultaat blijft staan.',
      'Wacht even, of controleer de import en de toestemming.',
    ],
  },
  I_MORE: {
    severity: 'info',
    en: ['And {count} more like this ({code}).', 'Fix the first ones and look again.'],
    nl: ['En nog {count} zulke ({code}).', 'Los de eerste op en kijk opnieuw.'],
  },
  E_BLANK: {
    severity: 'error',
    en: ['{column} is empty.', 'Fill in {column}.'],
    nl: ['{column} is leeg.', 'Vul {column} in.'],
  },
  E_NUMBER: {
    severity: 'error',
    en: ['"{received}" in {column} is not a number.', 'Type a number.'],
    nl: ['"{received}" bij {column} is geen getal.', 'Typ een getal.'],
  },
  E_NUMBER_AMBIGUOUS: {
    severity: 'error',
    en: [
      '"{received}" in {column} is text and can mean two numbers.',
      'Type it again as a number, without thousands separators.',
    ],
    nl: [
      '"{received}" bij {column} is tekst en kan twee getallen zijn.',
      'Typ het opnieuw als getal, zonder scheiding van duizendtallen.',
    ],
  },
  E_BECAME_DATE: {
    severity: 'error',
    en: [
      'The cell in {column} became a date ({received}).',
      'Set its format to plain text or number and type it again.',
    ],
    nl: [
      'De cel bij {column} is een datum geworden ({received}).',
      'Zet de opmaak op platte tekst of getal en typ het opnieuw.',
    ],
  },
  E_BOUNDS: {
    severity: 'error',
    en: [
      '{received} in {column} is not between {low} and {high}.',
      'Type a number from {low} to {high}.',
    ],
    nl: [
      '{received} bij {column} ligt niet tussen {low} en {high}.',
      'Typ een getal van {low} tot en met {high}.',
    ],
  },
  E_DATE: {
    severity: 'error',
    en: ['"{received}" in {column} is not a date.', 'Type a date, such as 2026-03-31.'],
    nl: ['"{received}" bij {column} is geen datum.', 'Typ een datum, zoals 31-03-2026.'],
  },
  E_DATE_AMBIGUOUS: {
    severity: 'error',
    en: [
      '"{received}" in {column} is text and can mean two dates.',
      'Type it as year-month-day: 2026-03-31.',
    ],
    nl: [
      '"{received}" bij {column} is tekst en kan twee datums zijn.',
      'Typ jaar-maand-dag: 2026-03-31.',
    ],
  },
  E_CHOICE: {
    severity: 'error',
    en: ['"{received}" is not a choice for {column}.', 'Choose one of: {expectedEn}.'],
    nl: ['"{received}" kan niet gekozen worden bij {column}.', 'Kies uit: {expectedNl}.'],
  },
  E_YES_NO: {
    severity: 'error',
    en: ['"{received}" in {column} is neither yes nor no.', 'Type yes or no.'],
    nl: ['"{received}" bij {column} is geen ja of nee.', 'Typ ja of nee.'],
  },
  E_CELL_ERROR: {
    severity: 'error',
    en: ['The cell in {column} shows {received}.', 'Repair its formula or type the value.'],
    nl: ['De cel bij {column} geeft {received}.', 'Herstel de formule of typ de waarde.'],
  },
  E_UNIT: {
    severity: 'error',
    en: [
      '"{received}" is not a unit.',
      'Choose number, percent, points, a unit of time, or a currency such as EUR.',
    ],
    nl: [
      '"{received}" is geen eenheid.',
      'Kies aantal, procent, punten, een tijdseenheid of een valuta zoals EUR.',
    ],
  },
  E_EMAIL: {
    severity: 'error',
    en: ['"{received}" is not an e-mail address.', 'Type an address, such as anna@example.org.'],
    nl: ['"{received}" is geen e-mailadres.', 'Typ een adres, zoals anna@voorbeeld.nl.'],
  },
  E_REFERENCE: {
    severity: 'error',
    en: [
      '"{received}" in {column} is not known{suggestion}.',
      'Use a name or id from the tab {tabEn}.',
    ],
    nl: [
      '"{received}" bij {column} is onbekend{suggestion}.',
      'Gebruik een naam of id uit het tabblad {tabNl}.',
    ],
  },
  E_REFERENCE_AMBIGUOUS: {
    severity: 'error',
    en: ['"{received}" in {column} is the name of several rows.', 'Use the id instead.'],
    nl: ['"{received}" bij {column} is de naam van meer rijen.', 'Gebruik het id.'],
  },
  E_REFERENCE_BROKEN: {
    severity: 'error',
    en: ['"{received}" in {column} has an error of its own.', 'Repair that row first.'],
    nl: ['"{received}" bij {column} heeft zelf een fout.', 'Herstel eerst die rij.'],
  },
  E_ID: {
    severity: 'error',
    en: [
      '"{received}" cannot be an id.',
      'Clear the cell, and Koers makes one; or use small letters, digits and _ only.',
    ],
    nl: [
      '"{received}" kan geen id zijn.',
      'Maak de cel leeg, dan maakt Koers er een; of gebruik kleine letters, cijfers en _.',
    ],
  },
  E_ID_TWICE: {
    severity: 'error',
    en: ['The id "{received}" is also in {other}.', 'Clear the id of the row that was copied.'],
    nl: ['Het id "{received}" staat ook in {other}.', 'Maak het id van de gekopieerde rij leeg.'],
  },
  W_NAME_TWICE: {
    severity: 'warning',
    en: ['The name "{received}" is also in {other}.', 'Give each its own name.'],
    nl: ['De naam "{received}" staat ook in {other}.', 'Geef elk een eigen naam.'],
  },
  W_SETTING: {
    severity: 'warning',
    en: ['There is no setting "{received}"{suggestion}.', 'Correct its name or remove the row.'],
    nl: [
      'Er is geen instelling "{received}"{suggestion}.',
      'Verbeter de naam of verwijder de rij.',
    ],
  },
  W_SETTING_TWICE: {
    severity: 'warning',
    en: ['The setting "{received}" stands here twice; the last counts.', 'Remove one.'],
    nl: ['De instelling "{received}" staat er twee keer; de laatste telt.', 'Verwijder er een.'],
  },
  E_THRESHOLDS: {
    severity: 'error',
    en: [
      '"On course from" ({onCourse}) is below "At risk from" ({atRisk}); the defaults are used.',
      'Make the first the higher one.',
    ],
    nl: [
      '"Op koers vanaf" ({onCourse}) ligt onder "Bijsturen vanaf" ({atRisk}); de standaard geldt.',
      'Maak de eerste de hoogste.',
    ],
  },
  E_PERIOD_ORDER: {
    severity: 'error',
    en: ['It ends ({end}) before it starts ({start}).', 'Correct one of the dates.'],
    nl: ['Het eindt ({end}) voor het begint ({start}).', 'Verbeter een van de datums.'],
  },
  E_PERIODS_OVERLAP: {
    severity: 'error',
    en: ['"{received}" overlaps "{other}" and is left out.', 'Let periods follow each other.'],
    nl: ['"{received}" overlapt "{other}" en telt niet mee.', 'Laat perioden op elkaar volgen.'],
  },
  E_NO_TARGET: {
    severity: 'error',
    en: ['"{kpi}" has neither a target nor growth.', 'Fill in Target or Growth.'],
    nl: ['"{kpi}" heeft geen streefwaarde en geen groei.', 'Vul Streefwaarde of Groei in.'],
  },
  E_RANGE: {
    severity: 'error',
    en: ['"{kpi}" needs Low below High.', 'Fill in both Low and High (group More).'],
    nl: [
      '"{kpi}" vraagt een Ondergrens onder een Bovengrens.',
      'Vul Ondergrens en Bovengrens in (groep Meer).',
    ],
  },
  E_TOLERANCE: {
    severity: 'error',
    en: ['The tolerance {received} is not above 0.', 'Type a positive tolerance or clear it.'],
    nl: [
      'De tolerantie {received} is niet groter dan 0.',
      'Typ een positieve tolerantie of maak de cel leeg.',
    ],
  },
  E_WEIGHT: {
    severity: 'error',
    en: ['The weight "{received}" is not 0 or more.', 'Type 0, a positive number, or nothing.'],
    nl: ['Het gewicht "{received}" is niet 0 of meer.', 'Typ 0, een positief getal, of niets.'],
  },
  W_KIND_AGGREGATION: {
    severity: 'warning',
    en: [
      'KPIs use "{measure}" in different ways; it is read as {aggregationEn}.',
      'Fill in "Adds up" of the measure.',
    ],
    nl: [
      'KPI\'s gebruiken "{measure}" verschillend; het wordt gelezen als {aggregationNl}.',
      'Vul "Telt op als" van de meetwaarde in.',
    ],
  },
  E_OUTCOME_TRACK: {
    severity: 'error',
    en: ['The outcome KPI "{received}" is only tracked.', 'Choose a KPI with a target.'],
    nl: ['De uitkomst-KPI "{received}" wordt alleen gevolgd.', 'Kies een KPI met een doel.'],
  },
  E_GOAL_CYCLE: {
    severity: 'error',
    en: ['Goals stand under each other in a circle: {chain}.', 'Clear one parent goal.'],
    nl: ['Doelstellingen hangen in een kring: {chain}.', 'Maak één hoofddoel leeg.'],
  },
  E_FOLLOWS_CYCLE: {
    severity: 'error',
    en: ['KPIs follow each other in a circle: {chain}.', 'Clear one "Follows".'],
    nl: ["KPI's volgen elkaar in een kring: {chain}.", 'Maak één "Volgt op" leeg.'],
  },
  E_FORMULA_EQUALS: {
    severity: 'error',
    en: ['The formula begins with "=".', 'Remove "=": orders / visitors.'],
    nl: ['De formule begint met "=".', 'Haal "=" weg: orders / bezoekers.'],
  },
  E_FORMULA_CHARACTER: {
    severity: 'error',
    en: [
      'The formula has "{received}" at position {position}, which is not known here.',
      'Use measures, numbers, + - * / and ( ).',
    ],
    nl: [
      'De formule heeft "{received}" op plaats {position}; dat is hier onbekend.',
      'Gebruik meetwaarden, getallen, + - * / en ( ).',
    ],
  },
  E_FORMULA_UNEXPECTED: {
    severity: 'error',
    en: [
      'The formula does not expect "{received}" at position {position}.',
      'Check the signs; put names with spaces in [ ].',
    ],
    nl: [
      'De formule verwacht geen "{received}" op plaats {position}.',
      'Controleer de tekens; zet namen met spaties tussen [ ].',
    ],
  },
  E_FORMULA_END: {
    severity: 'error',
    en: ['The formula stops too early, at position {position}.', 'Finish it, or close ) and ].'],
    nl: ['De formule stopt te vroeg, op plaats {position}.', 'Maak hem af, of sluit ) en ].'],
  },
  E_FORMULA_FUNCTION: {
    severity: 'error',
    en: ['There is no function "{received}".', 'Use min, max, abs or round.'],
    nl: ['Er is geen functie "{received}".', 'Gebruik min, max, abs of round.'],
  },
  E_FORMULA_OPERANDS: {
    severity: 'error',
    en: [
      '"{received}" at position {position} has too few or too many values.',
      'Separate values with ";".',
    ],
    nl: [
      '"{received}" op plaats {position} heeft te weinig of te veel waarden.',
      'Scheid waarden met ";".',
    ],
  },
  E_FORMULA_SIZE: {
    severity: 'error',
    en: ['The formula is too long or too deep.', 'Split it over two measures.'],
    nl: ['De formule is te lang of te diep.', 'Verdeel hem over twee meetwaarden.'],
  },
  E_FORMULA_NAME: {
    severity: 'error',
    en: [
      'The formula names "{received}", which is no measure{suggestion}. Chain: {chain}.',
      'Use a name from Measures; put names with spaces in [ ].',
    ],
    nl: [
      'De formule noemt "{received}", en dat is geen meetwaarde{suggestion}. Keten: {chain}.',
      'Gebruik een naam uit Meetwaarden; zet namen met spaties tussen [ ].',
    ],
  },
  E_FORMULA_CYCLE: {
    severity: 'error',
    en: ['Formulas need each other: {chain}.', 'Break the circle.'],
    nl: ['Formules hebben elkaar nodig: {chain}.', 'Doorbreek de kring.'],
  },
  W_FORMULA_HUNDRED: {
    severity: 'warning',
    en: [
      'The formula of a percent multiplies by 100; 2% would become 200%.',
      'Remove "* 100": a percent is a share already.',
    ],
    nl: [
      'De formule van een procent vermenigvuldigt met 100; 2% wordt zo 200%.',
      'Haal "* 100" weg: een procent is al een deel.',
    ],
  },
  W_FORMULA_AND_VALUES: {
    severity: 'warning',
    en: ['"{measure}" has a formula and typed values; the formula counts.', 'Remove one of both.'],
    nl: [
      '"{measure}" heeft een formule en getypte waarden; de formule telt.',
      'Verwijder een van beide.',
    ],
  },
  E_FILTER: {
    severity: 'error',
    en: ['The filter "{received}" is not understood.', 'Write: Column = value; Other <> value.'],
    nl: ['Het filter "{received}" is niet te lezen.', 'Schrijf: Kolom = waarde; Andere <> waarde.'],
  },
  E_SOURCE_TAB: {
    severity: 'error',
    en: ['The source tab "{received}" is not there.', 'Correct its name or its sharing.'],
    nl: ['Het brontabblad "{received}" is er niet.', 'Verbeter de naam of deel het bestand.'],
  },
  E_SOURCE_COLUMN: {
    severity: 'error',
    en: ['The source tab "{tab}" has no column "{received}".', 'Correct the column name.'],
    nl: ['Het brontabblad "{tab}" heeft geen kolom "{received}".', 'Verbeter de kolomnaam.'],
  },
  W_MEASURE_UNKNOWN: {
    severity: 'warning',
    en: [
      '"{received}" is no measure{suggestion}; {count} rows are left out.',
      'Correct the name or add it to Measures.',
    ],
    nl: [
      '"{received}" is geen meetwaarde{suggestion}; {count} rijen tellen niet mee.',
      'Verbeter de naam of zet hem in Meetwaarden.',
    ],
  },
  W_CHANNEL_UNKNOWN: {
    severity: 'warning',
    en: [
      'No figure has the channel "{channel}" of "{kpi}"{suggestion}.',
      'Use a channel as the figures spell it.',
    ],
    nl: [
      'Geen cijfer heeft het kanaal "{channel}" van "{kpi}"{suggestion}.',
      'Gebruik een kanaal zoals de cijfers het schrijven.',
    ],
  },
  W_TARGET_REASON: {
    severity: 'warning',
    en: ['A target changed without a reason.', 'Fill in Reason.'],
    nl: ['Een streefwaarde is gewijzigd zonder reden.', 'Vul Reden in.'],
  },
} as const satisfies IssueTexts;
