import type { CellIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What can be wrong with one cell, a formula included. */
export const cellIssues = /* @__PURE__ */ issueSentences<CellIssues>()({
  E_BLANK: { text: '{column} is leeg.', fix: 'Vul {column} in.' },
  E_NUMBER: { text: '"{received}" bij {column} is geen getal.', fix: 'Typ een getal.' },
  E_NUMBER_AMBIGUOUS: {
    text: '"{received}" bij {column} is tekst en kan twee getallen zijn.',
    fix: 'Typ het opnieuw als getal, zonder scheiding van duizendtallen.',
  },
  E_DECIMAL_MARK: {
    text: '"{received}" bij {column} heeft het decimaalteken van een andere taal.',
    fix: 'Typ {meant}.',
  },
  E_NUMBER_STYLE: {
    text: '"{received}" bij {column} is tekst, en niets laat zien of het teken een decimaalteken is.',
    fix: 'Kies de Getalnotatie van "{measure}" in Meetwaarden: die geldt voor de hele kolom.',
  },
  I_NUMBER_STYLE: {
    text: '"{received}" bij {column} wordt gelezen als {meant}, zoals de andere cijfers op dit tabblad zijn geschreven.',
    fix: 'Klopt dat niet, kies dan de Getalnotatie in Meetwaarden.',
  },
  I_DATE_STYLE: {
    text: '"{received}" bij {column} wordt gelezen als {date}, zoals de andere datums op dit tabblad zijn geschreven.',
    fix: 'Klopt dat niet, typ datums dan als jaar-maand-dag: 2026-03-31.',
  },
  I_BLANK_MARK: { text: '"{received}" bij {column} wordt gelezen als leeg.', fix: 'Typ 0 als het nul is.' },
  E_CURRENCY: {
    text: '"{received}" bij {column} is geen bedrag in {currency}.',
    fix: 'Reken het om naar {currency}, of geef deze valuta een eigen meetwaarde.',
  },
  E_PERCENT_UNIT: {
    text: '"{received}" bij {column} is een percentage, maar "{measure}" heeft geen eenheid.',
    fix: 'Zet de Eenheid van "{measure}" in Meetwaarden op procent.',
  },
  E_CLOCK: {
    text: '"{received}" bij {column} kan uren en minuten zijn, of minuten en seconden.',
    fix: 'Typ alle drie de delen: 1:30:00 of 0:01:30.',
  },
  E_BECAME_DATE: {
    text: 'De cel bij {column} is een datum geworden ({received}).',
    fix: 'Zet de opmaak op platte tekst of getal en typ het opnieuw.',
  },
  E_BOUNDS: {
    text: '{received} bij {column} ligt niet tussen {low} en {high}.',
    fix: 'Typ een getal van {low} tot en met {high}.',
  },
  E_BOUNDS_ORDER: {
    text: 'Laagste {low} ligt niet onder {column} {high}; geen van beide telt.',
    fix: 'Verbeter een van de twee, of maak hem leeg.',
  },
  E_DATE: {
    text: '"{received}" bij {column} is geen datum.',
    fix: 'Typ een datum, zoals 31-03-2026, of een periode: mrt 2026, K1 2026, 2026 W13.',
  },
  E_PERIOD_YEAR: {
    text: '"{received}" bij {column} zegt niet van welk jaar.',
    fix: 'Typ het jaar erbij: {example}.',
  },
  E_DATE_AMBIGUOUS: {
    text: '"{received}" bij {column} is tekst en kan twee datums zijn.',
    fix: 'Typ jaar-maand-dag: 2026-03-31.',
  },
  E_CHOICE: {
    text: '"{received}" kan niet gekozen worden bij {column}.',
    fix: 'Kies uit: {expected}.',
  },
  E_YES_NO: { text: '"{received}" bij {column} is geen ja of nee.', fix: 'Typ ja of nee.' },
  E_CELL_ERROR: {
    text: 'De cel bij {column} geeft {received}.',
    fix: 'Herstel de formule of typ de waarde.',
  },
  E_UNIT: {
    text: '"{received}" is geen eenheid.',
    fix: 'Kies aantal, procent, punten, een tijdseenheid of een valuta zoals EUR.',
  },
  E_WINDOW: {
    text: '"{received}" bij {column} is geen tijdsduur.',
    fix: 'Typ een getal met de eenheid, zoals 12 maanden of 28 dagen.',
  },
  E_EMAIL: {
    text: '"{received}" is geen e-mailadres.',
    fix: 'Typ een adres, zoals anna@voorbeeld.nl.',
  },
  E_REFERENCE: {
    text: '"{received}" bij {column} is onbekend{suggestion}.',
    fix: 'Gebruik een naam of id uit het tabblad {tabs}.',
  },
  E_REFERENCE_AMBIGUOUS: {
    text: '"{received}" bij {column} is de naam van meer rijen.',
    fix: 'Gebruik het id.',
  },
  E_ID: {
    text: '"{received}" kan geen id zijn.',
    fix: 'Maak de cel leeg, dan maakt Koers er een; of gebruik kleine letters, cijfers en _.',
  },
  E_ID_TWICE: {
    text: 'Het id "{received}" staat ook in {other}.',
    fix: 'Maak het id van de gekopieerde rij leeg.',
  },
  E_FORMULA_EQUALS: {
    text: 'De formule begint met "=".',
    fix: 'Haal "=" weg: orders / bezoekers.',
  },
  E_FORMULA_CHARACTER: {
    text: 'De formule heeft "{received}" op plaats {position}; dat is hier onbekend.',
    fix: 'Gebruik meetwaarden, getallen, + - * / en ( ).',
  },
  E_FORMULA_UNEXPECTED: {
    text: 'De formule verwacht geen "{received}" op plaats {position}.',
    fix: 'Controleer de tekens; zet namen met spaties tussen [ ].',
  },
  E_FORMULA_END: {
    text: 'De formule stopt te vroeg, op plaats {position}.',
    fix: 'Maak hem af, of sluit ) en ].',
  },
  E_FORMULA_FUNCTION: {
    text: 'Er is geen functie "{received}".',
    fix: 'Gebruik min, max, abs of round.',
  },
  E_FORMULA_OPERANDS: {
    text: '"{received}" op plaats {position} heeft te weinig of te veel waarden.',
    fix: 'Scheid waarden met ";".',
  },
  E_FORMULA_SIZE: {
    text: 'De formule is te lang of te diep.',
    fix: 'Verdeel hem over twee meetwaarden.',
  },
  E_FORMULA_NAME: {
    text: 'De formule noemt "{received}", en dat is geen meetwaarde{suggestion}. Keten: {chain}.',
    fix: 'Gebruik een naam uit Meetwaarden; zet namen met spaties tussen [ ].',
  },
  E_FORMULA_CYCLE: { text: 'Formules hebben elkaar nodig: {chain}.', fix: 'Doorbreek de kring.' },
  W_FORMULA_HUNDRED: {
    text: 'De formule van een procent vermenigvuldigt met 100; 2% wordt zo 200%.',
    fix: 'Haal "* 100" weg: een procent is al een deel.',
  },
  W_FORMULA_AND_VALUES: {
    text: '"{measure}" heeft een formule en getypte waarden; de formule telt.',
    fix: 'Verwijder een van beide.',
  },
});
