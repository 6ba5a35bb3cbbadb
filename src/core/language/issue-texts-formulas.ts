import type { IssueTexts } from './issue-texts.ts';

/** What can be wrong with the formula of a measure. */
export const FORMULA_ISSUE_TEXTS = {
  E_FORMULA_EQUALS: [
    'The formula begins with "=".',
    'Remove "=": orders / visitors.',
    'De formule begint met "=".',
    'Haal "=" weg: orders / bezoekers.',
  ],
  E_FORMULA_CHARACTER: [
    'The formula has "{received}" at position {position}, which is not known here.',
    'Use measures, numbers, + - * / and ( ).',
    'De formule heeft "{received}" op plaats {position}; dat is hier onbekend.',
    'Gebruik meetwaarden, getallen, + - * / en ( ).',
  ],
  E_FORMULA_UNEXPECTED: [
    'The formula does not expect "{received}" at position {position}.',
    'Check the signs; put names with spaces in [ ].',
    'De formule verwacht geen "{received}" op plaats {position}.',
    'Controleer de tekens; zet namen met spaties tussen [ ].',
  ],
  E_FORMULA_END: [
    'The formula stops too early, at position {position}.',
    'Finish it, or close ) and ].',
    'De formule stopt te vroeg, op plaats {position}.',
    'Maak hem af, of sluit ) en ].',
  ],
  E_FORMULA_FUNCTION: [
    'There is no function "{received}".',
    'Use min, max, abs or round.',
    'Er is geen functie "{received}".',
    'Gebruik min, max, abs of round.',
  ],
  E_FORMULA_OPERANDS: [
    '"{received}" at position {position} has too few or too many values.',
    'Separate values with ";".',
    '"{received}" op plaats {position} heeft te weinig of te veel waarden.',
    'Scheid waarden met ";".',
  ],
  E_FORMULA_SIZE: [
    'The formula is too long or too deep.',
    'Split it over two measures.',
    'De formule is te lang of te diep.',
    'Verdeel hem over twee meetwaarden.',
  ],
  E_FORMULA_NAME: [
    'The formula names "{received}", which is no measure{suggestion}. Chain: {chain}.',
    'Use a name from Measures; put names with spaces in [ ].',
    'De formule noemt "{received}", en dat is geen meetwaarde{suggestion}. Keten: {chain}.',
    'Gebruik een naam uit Meetwaarden; zet namen met spaties tussen [ ].',
  ],
  E_FORMULA_CYCLE: [
    'Formulas need each other: {chain}.',
    'Break the circle.',
    'Formules hebben elkaar nodig: {chain}.',
    'Doorbreek de kring.',
  ],
  W_FORMULA_HUNDRED: [
    'The formula of a percent multiplies by 100; 2% would become 200%.',
    'Remove "* 100": a percent is a share already.',
    'De formule van een procent vermenigvuldigt met 100; 2% wordt zo 200%.',
    'Haal "* 100" weg: een procent is al een deel.',
  ],
  W_FORMULA_AND_VALUES: [
    '"{measure}" has a formula and typed values; the formula counts.',
    'Remove one of both.',
    '"{measure}" heeft een formule en getypte waarden; de formule telt.',
    'Verwijder een van beide.',
  ],
} as const satisfies IssueTexts;
