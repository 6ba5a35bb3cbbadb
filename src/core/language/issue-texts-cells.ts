import type { IssueTexts } from './issue-texts.ts';

/** What can be wrong with one cell; {names} are filled from the issue's details. */
export const CELL_ISSUE_TEXTS = {
  E_BLANK: ['{column} is empty.', 'Fill in {column}.', '{column} is leeg.', 'Vul {column} in.'],
  E_NUMBER: [
    '"{received}" in {column} is not a number.',
    'Type a number.',
    '"{received}" bij {column} is geen getal.',
    'Typ een getal.',
  ],
  E_NUMBER_AMBIGUOUS: [
    '"{received}" in {column} is text and can mean two numbers.',
    'Type it again as a number, without thousands separators.',
    '"{received}" bij {column} is tekst en kan twee getallen zijn.',
    'Typ het opnieuw als getal, zonder scheiding van duizendtallen.',
  ],
  E_BECAME_DATE: [
    'The cell in {column} became a date ({received}).',
    'Set its format to plain text or number and type it again.',
    'De cel bij {column} is een datum geworden ({received}).',
    'Zet de opmaak op platte tekst of getal en typ het opnieuw.',
  ],
  E_BOUNDS: [
    '{received} in {column} is not between {low} and {high}.',
    'Type a number from {low} to {high}.',
    '{received} bij {column} ligt niet tussen {low} en {high}.',
    'Typ een getal van {low} tot en met {high}.',
  ],
  E_DATE: [
    '"{received}" in {column} is not a date.',
    'Type a date, such as 2026-03-31.',
    '"{received}" bij {column} is geen datum.',
    'Typ een datum, zoals 31-03-2026.',
  ],
  E_DATE_AMBIGUOUS: [
    '"{received}" in {column} is text and can mean two dates.',
    'Type it as year-month-day: 2026-03-31.',
    '"{received}" bij {column} is tekst en kan twee datums zijn.',
    'Typ jaar-maand-dag: 2026-03-31.',
  ],
  E_CHOICE: [
    '"{received}" is not a choice for {column}.',
    'Choose one of: {expectedEn}.',
    '"{received}" kan niet gekozen worden bij {column}.',
    'Kies uit: {expectedNl}.',
  ],
  E_YES_NO: [
    '"{received}" in {column} is neither yes nor no.',
    'Type yes or no.',
    '"{received}" bij {column} is geen ja of nee.',
    'Typ ja of nee.',
  ],
  E_CELL_ERROR: [
    'The cell in {column} shows {received}.',
    'Repair its formula or type the value.',
    'De cel bij {column} geeft {received}.',
    'Herstel de formule of typ de waarde.',
  ],
  E_UNIT: [
    '"{received}" is not a unit.',
    'Choose number, percent, points, a unit of time, or a currency such as EUR.',
    '"{received}" is geen eenheid.',
    'Kies aantal, procent, punten, een tijdseenheid of een valuta zoals EUR.',
  ],
  E_EMAIL: [
    '"{received}" is not an e-mail address.',
    'Type an address, such as anna@example.org.',
    '"{received}" is geen e-mailadres.',
    'Typ een adres, zoals anna@voorbeeld.nl.',
  ],
  E_REFERENCE: [
    '"{received}" in {column} is not known{suggestion}.',
    'Use a name or id from the tab {tabEn}.',
    '"{received}" bij {column} is onbekend{suggestion}.',
    'Gebruik een naam of id uit het tabblad {tabNl}.',
  ],
  E_REFERENCE_AMBIGUOUS: [
    '"{received}" in {column} is the name of several rows.',
    'Use the id instead.',
    '"{received}" bij {column} is de naam van meer rijen.',
    'Gebruik het id.',
  ],
  E_REFERENCE_BROKEN: [
    '"{received}" in {column} has an error of its own.',
    'Repair that row first.',
    '"{received}" bij {column} heeft zelf een fout.',
    'Herstel eerst die rij.',
  ],
  E_ID: [
    '"{received}" cannot be an id.',
    'Clear the cell, and Koers makes one; or use small letters, digits and _ only.',
    '"{received}" kan geen id zijn.',
    'Maak de cel leeg, dan maakt Koers er een; of gebruik kleine letters, cijfers en _.',
  ],
  E_ID_TWICE: [
    'The id "{received}" is also in {other}.',
    'Clear the id of the row that was copied.',
    'Het id "{received}" staat ook in {other}.',
    'Maak het id van de gekopieerde rij leeg.',
  ],
} as const satisfies IssueTexts;
