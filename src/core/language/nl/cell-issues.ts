import type { CellIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What can be wrong with one cell, a formula included. */
export const cellIssues = /* @__PURE__ */ issueSentences<CellIssues>()({
  E_BLANK: { text: '{column} is leeg.', fix: 'Vul {column} in.' },
  E_NUMBER: { text: '"{received}" bij {column} is geen getal.', fix: 'Typ een getal.' },
  E_NUMBER_SIZE: { text: '"{received}" bij {column} is groter dan waar Koers mee rekent.', fix: 'Typ een kleiner getal.' },
  E_NUMBER_AMBIGUOUS: { text: '"{received}" bij {column} is tekst en kan twee getallen zijn.', fix: 'Typ het opnieuw als getal, zonder scheiding van duizendtallen.' },
  E_BECAME_DATE: { text: 'De cel bij {column} is een datum geworden ({received}).', fix: 'Zet de opmaak op platte tekst of getal en typ het opnieuw.' },
  E_BOUNDS: { text: '{received} bij {column} ligt niet tussen {low} en {high}.', fix: 'Typ een getal van {low} tot en met {high}.' },
  E_DATE: { text: '"{received}" bij {column} is geen datum.', fix: 'Typ een datum, zoals 31-03-2026.' },
  E_DATE_AMBIGUOUS: { text: '"{received}" bij {column} is tekst en kan twee datums zijn.', fix: 'Typ jaar-maand-dag: 2026-03-31.' },
  E_CHOICE: { text: '"{received}" kan niet gekozen worden bij {column}.', fix: 'Kies uit: {expected}.' },
  E_YES_NO: { text: '"{received}" bij {column} is geen ja of nee.', fix: 'Typ ja of nee.' },
  E_CELL_ERROR: { text: 'De cel bij {column} geeft {received}.', fix: 'Herstel de formule of typ de waarde.' },
  E_UNIT: { text: '"{received}" is geen eenheid.', fix: 'Kies aantal, procent, punten, een tijdseenheid of een valuta zoals EUR.' },
  E_EMAIL: { text: '"{received}" is geen e-mailadres.', fix: 'Typ een adres, zoals anna@voorbeeld.nl.' },
  E_REFERENCE: { text: '"{received}" bij {column} is onbekend{suggestion}.', fix: 'Gebruik een naam of id uit het tabblad {tabs}.' },
  E_REFERENCE_AMBIGUOUS: { text: '"{received}" bij {column} is de naam van meer rijen.', fix: 'Gebruik het id.' },
  E_ID: { text: '"{received}" kan geen id zijn.', fix: 'Maak de cel leeg, dan maakt Koers er een; of gebruik kleine letters, cijfers en _.' },
  E_ID_TWICE: { text: 'Het id "{received}" staat ook in {other}.', fix: 'Maak het id van de gekopieerde rij leeg.' },
  E_FORMULA_EQUALS: { text: 'De formule begint met "=".', fix: 'Haal "=" weg: orders / bezoekers.' },
  E_FORMULA_CHARACTER: { text: 'De formule heeft "{received}" op plaats {position}; dat is hier onbekend.', fix: 'Gebruik meetwaarden, getallen, + - * / en ( ).' },
  E_FORMULA_UNEXPECTED: { text: 'De formule verwacht geen "{received}" op plaats {position}.', fix: 'Controleer de tekens; zet namen met spaties tussen [ ].' },
  E_FORMULA_END: { text: 'De formule stopt te vroeg, op plaats {position}.', fix: 'Maak hem af, of sluit ) en ].' },
  E_FORMULA_FUNCTION: { text: 'Er is geen functie "{received}".', fix: 'Gebruik min, max, abs of round.' },
  E_FORMULA_OPERANDS: { text: '"{received}" op plaats {position} heeft te weinig of te veel waarden.', fix: 'Scheid waarden met ";".' },
  E_FORMULA_SIZE: { text: 'De formule is te lang of te diep.', fix: 'Verdeel hem over twee meetwaarden.' },
  E_FORMULA_NAME: { text: 'De formule noemt "{received}", en dat is geen meetwaarde{suggestion}. Keten: {chain}.', fix: 'Gebruik een naam uit Meetwaarden; zet namen met spaties tussen [ ].' },
  E_FORMULA_CYCLE: { text: 'Formules hebben elkaar nodig: {chain}.', fix: 'Doorbreek de kring.' },
  E_FORMULA_REACH: {
    text: 'Met de formules van de meetwaarden die ze noemt, en van wat die weer noemen, noemt de formule meer dan {most} meetwaarden.',
    fix: 'Laat haar op minder rusten, of op een meetwaarde met eigen waarden.',
  },
  W_FORMULA_HUNDRED: { text: 'De formule van een procent vermenigvuldigt met 100; 2% wordt zo 200%.', fix: 'Haal "* 100" weg: een procent is al een deel.' },
  W_FORMULA_AND_VALUES: { text: '"{measure}" heeft een formule en getypte waarden; de formule telt.', fix: 'Verwijder een van beide.' },
});
