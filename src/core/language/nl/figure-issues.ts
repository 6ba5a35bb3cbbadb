import type { FigureIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What the figures show, and what evaluation finds about a KPI or a goal. */
export const figureIssues = /* @__PURE__ */ issueSentences<FigureIssues>()({
  I_CADENCE: { text: 'Koers leest "{measure}" als cijfers {cadence}.', fix: 'Klopt dat niet, vul dan de Frequentie in.' },
  I_ONE_VALUE: {
    text: '"{measure}" heeft cijfers van één dag, dus de frequentie is niet te zien; Koers leest ze nu als cijfers {cadence}.',
    fix: 'Voeg het volgende cijfer toe, of vul de Frequentie in.',
  },
  E_STEP: {
    text: '"{measure}" heeft ongeveer elke {step} dagen een bedrag of aantal, en Koers beoordeelt per dag, week, maand, kwartaal of jaar.',
    fix: 'Verdeel elk over de weken of maanden waarover het gaat: een rij voor elk. Kwam het op die ene dag binnen? Kies dan "onregelmatig" bij Frequentie.',
  },
  E_MIXED_PERIODS: {
    text: '"{measure}" heeft cijfers per {usual}; dit is er een van een {own} en telt niet mee.',
    fix: 'Haal het weg, of geef het een eigen meetwaarde: perioden van twee lengtes zouden dubbel tellen.',
  },
  W_COUNT_REPEATED: { text: '"{measure}" telt rijen, en "{received}" staat in meer dan één.', fix: 'Moet elk één keer tellen? Kies "aantal verschillende" bij Telt op als.' },
  E_REPEATED_ROWS: {
    text: '{count rij|rijen} van "{measure}" staan er twee keer, rij voor rij, deze zoals in {other}; samen {sum}.',
    fix: 'Is een import twee keer geplakt? Verwijder de tweede kopie. Tellen ze allebei? Typ een notitie bij de tweede, zoals "tweede kassa".',
  },
  E_REPEATED_TAB: {
    text: '{count rij|rijen} van "{measure}" staan er twee keer, deze zoals in {other}; samen {sum}.',
    fix: 'Is een van de tabbladen een kopie? Verwijder de cijfers daar, of geef het tabblad een andere naam. Tellen ze allebei? Typ in beide bij Kanaal waarvan de cijfers zijn.',
  },
  E_TWICE_IN_PERIOD: {
    text: '"{measure}" heeft twee waarden op {date}, {one} en {other}; opgeteld zijn ze {sum}.',
    fix: 'Is de tweede de juiste? Verwijder de eerste, of vul "Vastgelegd op" in. Tellen ze allebei? Typ bij elk een notitie.',
  },
  W_TWICE_IN_PERIOD: {
    text: '"{measure}" heeft twee waarden op {date}, {one} en {other}; opgeteld zijn ze {sum}.',
    fix: 'Is de tweede de juiste? Verwijder de eerste, of vul "Vastgelegd op" in. Tellen ze allebei? Typ bij elk een notitie.',
  },
  W_REPEATED_ROWS: { text: '{count rij|rijen} van "{measure}" staan er twee keer, deze zoals in {other}; samen {sum}.', fix: 'Is een import twee keer geplakt? Verwijder de tweede kopie.' },
  W_THOUSANDS_LOST: {
    text: '"{measure}" heeft {count waarde|waarden} met precies drie decimalen, zoals {received}.',
    fix: 'Is {meant} bedoeld? Dan is het duizendtalteken voor een decimaalteken gehouden: importeer opnieuw met de landinstelling van het bestand.',
  },
  E_RUNNING_TOTAL: {
    text: 'Elke waarde van "{measure}" is ongeveer zoveel hoger dan de vorige als de eerste was; opgeteld zijn ze {sum}, de laatste is {last}.',
    fix: 'Is elk het totaal tot dan? Kies "laatste" bij Telt op als en typ 0 bij Vorige keer, of typ wat er op elke datum bijkwam. Is elk een bedrag of aantal op zich? Vul dan de Frequentie in.',
  },
  E_RUNNING_YEARS: {
    text: 'De waarden van "{measure}" stijgen alleen, telkens met ongeveer zoveel als de eerste was, en beginnen elk jaar opnieuw; opgeteld zijn ze {sum}, de laatste van elk jaar {last}.',
    fix: 'Is elk het totaal van zijn jaar tot dan? Kies "laatste" bij Telt op als en typ 0 bij Vorige keer, of typ wat er op elke datum bijkwam. Is elk een bedrag of aantal op zich? Vul dan de Frequentie in.',
  },
  W_RUNNING_TOTAL: {
    text: 'Elke waarde van "{measure}" is hoger dan de vorige; opgeteld zijn ze {sum}, de laatste is {last}.',
    fix: 'Is elk het totaal tot dan? Typ wat er op elke datum bijkwam, of kies "laatste" bij Telt op als.',
  },
  W_RUNNING_YEARS: {
    text: 'De waarden van "{measure}" stijgen alleen en beginnen elk jaar opnieuw; opgeteld zijn ze {sum}, de laatste van elk jaar {last}.',
    fix: 'Is elk het totaal van zijn jaar tot dan? Typ wat er op elke datum bijkwam.',
  },
  W_RUNNING_IN_DAY: {
    text: 'Op elke dag heeft "{measure}" meer waarden, elk hoger dan de vorige; opgeteld zijn ze {sum}, de laatste van elke dag {last}.',
    fix: 'Is elk het totaal van die dag tot dan? Bewaar de laatste, of typ het tijdstip van elk bij "Vastgelegd op": dan telt de laatste.',
  },
  E_SCALED: {
    text: 'De cijfers van "{measure}" staan in eenheden van {scale} ("{received}"), en "{kpi}" vraagt er {target} van.',
    fix: 'Typ de streefwaarde in dezelfde eenheden, {meant}, of vermenigvuldig de cijfers.',
  },
  W_DUPLICATE: { text: '"{measure}" heeft twee waarden op {date}; de onderste rij telt.', fix: 'Verwijder er een, of vul "Vastgelegd op" in.' },
  W_COUNT_VALUE: {
    text: '"{measure}" telt rijen, maar hier staat {received}.',
    fix: 'Een bedrag? Kies "som" bij Telt op als. Een nummer van iets dat één keer telt? Kies "aantal verschillende". Laat Waarde anders leeg.',
  },
  W_PERCENT_SCALE: { text: '{received} bij {column} van een percentage is {percent}%.', fix: 'Is {received}% bedoeld? Typ {received}% of {share}.' },
  W_PERCENT_ADDED: {
    text: 'De percentages van "{measure}" worden opgeteld: {one} en {other} zijn {sum}.',
    fix: 'Een verhouding? Kies "gemiddelde" bij Telt op als, en minstens, hoogstens of groeien naar als Soort. Delen van één geheel? Niets te doen.',
  },
  W_FIRST_OF_NEXT: {
    text: '"{measure}" heeft een cijfer van {date}, de eerste dag van een periode die nog loopt.',
    fix: 'Is elk cijfer van de periode ervoor? Dateer elk in zijn eigen periode, dit op {before}.',
  },
  W_UNIQUE_ADDED: { text: '"{measure}" telt mensen één keer; de waarden zijn niet op te tellen.', fix: 'Kies "uniek" bij Telt op als, met één waarde per {cadence}.' },
  W_PERCENT_SHOWN: { text: '"{measure}" heeft cellen die een percentage tonen, maar geen eenheid: {received} geldt als {typed}.', fix: 'Zet de Eenheid van "{measure}" in Meetwaarden op procent.' },
  W_TOTAL_LINE: {
    text: 'Een rij met "{received}" telt andere rijen van "{measure}" op, en heeft een datum: haar {amount} telt niet mee.',
    fix: 'Niets te doen. Zonder de rij, of haar datum, staat dit hier niet meer.',
  },
  W_DATE_ORDERS: {
    text: '"{received}" bij {column} heeft de maand voorop, "{other}" in {otherCell} de dag: twee manieren in één kolom.',
    fix: 'Controleer hoe het is geïmporteerd; typ datums als jaar-maand-dag: 2026-03-31.',
  },
  W_DURATION_UNIT: { text: '"{measure}" bevat tijdsduren, maar de eenheid is {unit}.', fix: 'Zet Eenheid op tijdsduur.' },
  W_TOTAL_AND_CHANNELS: {
    text: '"{measure}" heeft rijen met en zonder kanaal, zoals in de periode tot en met {date}: die zonder kanaal zijn het totaal, de kanalen lichten het toe.',
    fix: 'Verwijder het totaal als de kanalen compleet zijn.',
  },
  W_FUTURE_VALUE: { text: '"{measure}" heeft waarden na vandaag, tot {date}.', fix: 'Controleer de datums.' },
  I_AFTER_JUDGED_DAY: { text: '"{kpi}" is beoordeeld tot en met {judgedDate}; nieuwere waarden, tot en met {date}, tellen mee als hun periode voorbij is.', fix: 'Niets te doen.' },
  E_DIR: { text: '"{kpi}" wijst twee kanten op: {why}.', fix: '{fix}' },
  E_TARGET: { text: '"{kpi}": Streefwaarde {target} en Groei, die {growthTarget} geeft, spreken elkaar tegen.', fix: 'Maak een van beide leeg.' },
  E_GROWTH_BASE: { text: '"{kpi}" heeft groei, maar er is niets om vanaf te groeien, of alleen 0.', fix: 'Vul Vorige keer in, of een Streefwaarde in plaats van Groei.' },
  W_GROWTH_NEGATIVE: { text: '"{kpi}" groeit vanaf een negatief getal, {reference}.', fix: 'Controleer de streefwaarde {target}.' },
  W_BASELINE_FIRST_VALUE: { text: '"{kpi}" begint bij de eerste waarde, {value} op {date}.', fix: 'Vul Vorige keer in als het elders begon.' },
  I_AT_LEAST_TOTAL: { text: '"{kpi}" is een totaal: "minstens" groeit volgens plan naar de streefwaarde.', fix: 'Kies "optellen tot" om dat te zeggen.' },
  I_PLANNED_LOSS: { text: '"{kpi}" heeft een streefwaarde onder 0: een verlies van hoogstens {loss} is gepland.', fix: 'Moet het daarheen omlaag? Kies "terugbrengen naar".' },
  E_TARGET_SUM: { text: 'De streefwaarden per periode van "{kpi}" zijn samen {sum}, de Streefwaarde is {target}.', fix: 'Maak Streefwaarde leeg, of maak ze gelijk.' },
  E_TARGET_GAP: { text: '"{kpi}" heeft streefwaarden per periode, maar geen voor {gaps}, en geen Streefwaarde.', fix: 'Vul Streefwaarden in voor de hele KPI, of de Streefwaarde zelf.' },
  W_TARGET_GAP: { text: '"{kpi}" heeft geen streefwaarden voor {gaps}; wat over is van de Streefwaarde is daar gelijk verdeeld.', fix: 'Vul Streefwaarden in voor de hele KPI.' },
  E_TARGET_OVERLAP: { text: 'De periode van deze streefwaarde van "{kpi}" overlapt die van {other}.', fix: 'Haal een van beide weg: een kwartaal en een maand daarvan zouden dubbel tellen.' },
  W_CLOSED_RULE: {
    text: '"{kpi}" is van een soort die over de hele periode wordt beoordeeld; de sluitregel telt niet.',
    fix: 'Kies "minstens" of "hoogstens", een KPI voor elke kant, of maak de sluitregel leeg.',
  },
  W_TARGET_UNUSED: { text: '"{kpi}" is van een soort die geen streefwaarden per periode heeft.', fix: 'Haal ze weg uit Streefwaarden, of kies een andere Soort.' },
  W_TARGET_OUTSIDE: {
    text: '"{kpi}" loopt van {start} tot {due}; weggelaten: {count streefwaarde|streefwaarden} voor andere dagen, de eerste voor {periods}.',
    fix: 'Verbeter de periode in Streefwaarden, of de datums van de KPI.',
  },
  W_TARGET_PERIOD: {
    text: '"{kpi}" telt per {every} opnieuw; weggelaten: {count streefwaarde|streefwaarden} voor een periode van een andere lengte, de eerste voor {periods}.',
    fix: 'Vul in Streefwaarden één streefwaarde per {every} in, of wijzig Elke bij de KPI.',
  },
  W_STOPS_PER_PERIOD: {
    text: 'De mijlpalen van "{kpi}" lijken streefwaarden per periode; zolang dat niet duidelijk is, wordt niet geoordeeld.',
    fix: 'Gelden ze per periode? Zet ze in Streefwaarden. Zet anders "Mijlpalen zijn" op "tot dan toe".',
  },
  W_TARGET_EVERY: {
    text: '"{kpi}" vraagt {target} over de hele periode, en komt per {cadence} al op {usual}.',
    fix: 'Geldt de streefwaarde per {cadence} opnieuw? Zeg dat bij Elke (groep Meer). Anders is er niets te doen.',
  },
  W_TARGET_DAILY: {
    text: '"{kpi}" vraagt {target} over de hele periode, en komt per {cadence} al op {usual}.',
    fix: 'Geldt de streefwaarde per dag? Kies "gemiddelde" bij Telt op als. Anders is er niets te doen.',
  },
  E_LEVEL_OR_AMOUNT: {
    text: '"{measure}" is ongeveer {usual} per {cadence}, en "{kpi}" vraagt {target}: ongeveer het totaal van de hele periode.',
    fix: 'Is elk een bedrag of aantal op zich? Kies "som" bij Telt op als, in Meetwaarden. Is elk een stand op dat moment, zoals leden? Kies "laatste".',
  },
  W_TARGETS_SO_FAR: {
    text: 'De streefwaarden van "{kpi}" lopen per periode op en zijn tot nu toe samen {sum}; de cijfers komen op {actual}, dicht bij de laatste ervan, {last}.',
    fix: 'Is elk het totaal tot dan toe? Typ wat de periode zelf moet brengen, of zet ze in Mijlpalen en zet "Mijlpalen zijn" op "tot dan toe". Anders is er niets te doen.',
  },
  E_BELOW_ZERO: {
    text: '"{measure}" heeft geen enkel bedrag boven nul, en "{kpi}" mag op {target} uitkomen.',
    fix: 'Schrijft een export ze met een min? Keer de tekens om, of zet er een formule tussen: -1 * [{measure}].',
  },
  E_PERCENT_SCALES: {
    text: '"{measure}" heeft cijfers zoals {last}, en "{kpi}" vraagt {target}: een van de twee is honderd keer te groot.',
    fix: 'Typ een percentage met het teken erbij of als deel: 2,4% of 0,024.',
  },
  W_BELOW_ZERO: {
    text: '"{measure}" heeft geen enkel bedrag boven nul, en "{kpi}" vraagt {target}.',
    fix: 'Schrijft een export ze met een min? Keer de tekens om, of zet er een formule tussen: -1 * [{measure}].',
  },
  REFERENCE_INCOMPLETE: { text: 'Het jaar van waaraf "{kpi}" moet groeien heeft minder dan 90% van de cijfers.', fix: 'Vul Vorige keer in, of de ontbrekende cijfers van dat jaar.' },
  UNREADABLE: { text: '"{kpi}" heeft in {count periode|perioden} cijfers die niet te lezen zijn.', fix: 'Herstel de cellen die in deze controles staan.' },
  W_CUT_INTERVAL: {
    text: '"{kpi}" begint of eindigt midden in een periode van de cijfers: van de waarde van {date} telt {share} ({days} van {of dag|dagen}).',
    fix: 'Laat Startdatum en Einddatum aansluiten op de perioden, of typ waarden per dag.',
  },
  E_FORMULA_LONG: {
    text: 'Uitgeschreven deelt de formule van "{measure}" door meer dan {most meetwaarde|meetwaarden}.',
    fix: 'Laat haar door sommen delen: (orders a + orders b) / (bezoekers a + bezoekers b).',
  },
  E_FORMULA_MIX: {
    text: 'De formule van "{measure}" neemt samen wat samen niets betekent: {total} en {other}.',
    fix: 'Tel totalen bij totalen op en standen bij standen; vermenigvuldig een totaal met wat geen totaal is.',
  },
  E_UNIQUE_PERIOD: {
    text: '"{kpi}" telt {measure} op over meer dan één periode; wie in twee daarvan komt, zou dubbel tellen.',
    fix: 'Meet één waarde per maand en houd die op peil, of vraag een streefwaarde per maand (Elke).',
  },
  E_PERCENT_SUM: {
    text: '"{kpi}" zou de percentages van "{measure}" optellen.',
    fix: 'Een verhouding? Kies "gemiddelde" bij Telt op als, en minstens, hoogstens of groeien naar als Soort. Delen van één geheel? Kies "som" bij Telt op als.',
  },
  E_CAL: { text: 'De kalender van "{kpi}" heeft geen dag die telt.', fix: 'Controleer Weging en het tabblad Kalender.' },
  W_CHANNEL_OLD: { text: 'De nieuwste waarde van kanaal "{channel}" van "{kpi}" is oud: die van {date} telt nog.', fix: 'Voeg de nieuwste waarde toe.' },
  E_CHANNELS: { text: 'De kanalen van "{kpi}" zijn niet op te tellen.', fix: 'Typ het totaal in rijen zonder kanaal, of kies een kanaal.' },
  I_BLANK_CHANNEL: {
    text: 'De rijen van "{measure}" zonder kanaal zijn een kanaal als elk ander: in {less} van {intervals periode|perioden} zijn ze minder dan de kanalen samen ({total} tegenover {sum} in de periode tot en met {date}).',
    fix: 'Geef deze rijen een kanaal, of typ er het totaal van alle kanalen in.',
  },
  E_TOTAL_CHANNEL: {
    text: 'Kanaal "{channel}" van "{measure}" is geen totaal: in {less} van {intervals periode|perioden} is het minder dan de kanalen samen ({total} tegenover {sum} in de periode tot en met {date}). Zijn rijen tellen nergens mee.',
    fix: 'Verbeter het totaal, laat zijn rijen weg, of geef het kanaal een andere naam.',
  },
  INCOMPLETE: { text: '"{kpi}" mist {missing} van de {intervals waarde|waarden} tot nu toe.', fix: 'Vul de waarden aan.' },
  E_MILESTONE_END: { text: 'De mijlpaal op de einddatum van "{kpi}" is {value}, de streefwaarde {target}.', fix: 'Maak ze gelijk of verwijder de mijlpaal.' },
  E_MILESTONE_TWICE: { text: '"{kpi}" heeft twee mijlpalen op {date}.', fix: 'Verwijder er een.' },
  E_MILESTONE_OUTSIDE: { text: 'De mijlpaal op {date} valt buiten "{kpi}" ({start} tot {due}).', fix: 'Verbeter de datum of de KPI.' },
  W_MILESTONE_ORDER: { text: 'De mijlpalen van "{kpi}" gaan niet allemaal naar de streefwaarde.', fix: 'Controleer de waarden.' },
  W_SEASON: { text: 'Vorig jaar was op dit punt {lastYearShare} van het totaal van "{kpi}" binnen; volgens het plan is dat {share}.', fix: 'Zet Weging op "vorig jaar".' },
  W_FUTURE: { text: '"{kpi}" is klaar op {date}, na vandaag; dat telt nog niet.', fix: 'Controleer "Klaar op".' },
  W_WEIGHT: { text: 'Onder "{goal}" zijn gewichten leeg; die krijgen het gemiddelde, {weight}.', fix: 'Vul alle gewichten in, of geen.' },
  W_ROUTE: { text: '"{kpi}" mikt op {target}; de route van "{goal}" vraagt dan {plan}.', fix: 'Verhoog de streefwaarde of wijzig de route.' },
  W_ADD_UP: { text: 'De KPI\'s onder "{goal}" komen samen op {sum}, {shortfall} te weinig voor {needed}.', fix: 'Verhoog een streefwaarde of voeg een KPI toe.' },
  GOALPOST: { text: 'De streefwaarde van "{kpi}" is laat gewijzigd, of terwijl de KPI uit koers was.', fix: 'Leg uit waarom; de eerste streefwaarde blijft ernaast staan.' },
  CEILING_PASSED: { text: '"{kpi}" is boven het plafond van {target}.', fix: 'Stop wat gestopt kan worden, of spreek een nieuw plafond af.' },
});
