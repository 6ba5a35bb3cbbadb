import type { SmartIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** How KPIs and goals could be described better. */
export const smartIssues = /* @__PURE__ */ issueSentences<SmartIssues>()({
  I_SMART_TWO: { text: 'De naam "{kpi}" noemt twee dingen.', fix: "Zijn dat twee meetwaarden? Maak er twee KPI's van." },
  I_SMART_UNIT: { text: '"{measure}", van "{kpi}", heeft geen eenheid en telt als getal.', fix: 'Vul Eenheid in bij Meetwaarden: een valuta, procent, of een woord zoals leads.' },
  I_SMART_OWNER: { text: '"{kpi}" heeft geen eigen eigenaar.', fix: 'Vul Eigenaar in.' },
  I_SMART_GOAL: { text: '"{kpi}" hoort bij geen doelstelling.', fix: 'Kies een Doelstelling.' },
  I_SMART_NO_VALUES: { text: '"{kpi}" heeft nog geen cijfers: "{measure}" is leeg.', fix: 'Vul het eerste cijfer in bij Realisatie, of een bron bij Meetwaarden.' },
  I_SMART_HOW: { text: 'Nergens staat waar de cijfers van "{measure}", van "{kpi}", vandaan komen.', fix: 'Schrijf bij Hoe, in Meetwaarden, wie wat telt en waar.' },
  I_SMART_AMBITIOUS: {
    text: 'Voor de streefwaarde van "{kpi}" is elke periode {asked} nodig; de beste tot nu toe was {best}.',
    fix: 'Verlaag de streefwaarde, geef meer tijd, of schrijf op wat er anders wordt.',
  },
  I_SMART_EASY: { text: '"{kpi}" was gehaald voordat de helft van de tijd om was.', fix: 'Verhoog de streefwaarde in Gewijzigde streefwaarden, of ga door met de volgende KPI.' },
  I_SMART_CONTRIBUTION: { text: 'Nergens staat hoe "{kpi}" helpt bij "{goal}".', fix: 'Vul Bijdrage in (groep Meer), in één zin.' },
  I_SMART_HORIZON: { text: '{date}, van "{kpi}", valt buiten "{goal}": daar staat {bound}.', fix: 'Verbeter de datum van de KPI of die van de doelstelling.' },
  I_SMART_STOPS: { text: '"{kpi}" duurt langer dan een kwartaal en heeft onderweg geen mijlpaal.', fix: 'Zet er een in Mijlpalen: hoe ver moet het halverwege zijn?' },
  I_SMART_STRATEGY: { text: '"{goal}" hoort bij geen regel van de strategie.', fix: 'Kies een Strategieregel.' },
  I_SMART_KPI_COUNT: { text: '"{goal}" heeft {count KPI|KPI\'s}.', fix: 'Een tot vijf laten zien of ze gehaald wordt: voeg er een toe, of laat weg wat niets beslist.' },
  I_SMART_LEADING: { text: 'Geen KPI van "{goal}" loopt vooruit op het resultaat.', fix: "Zeg ja bij Voorspellend (groep Meer) voor een die het eerst beweegt, of voeg zo'n KPI toe." },
  I_SMART_ONE_STAGE: { text: 'Alle KPI\'s van "{goal}" horen bij één fase, {stage}.', fix: 'Voeg een KPI toe van een fase ervoor of erna.' },
});
