import type { TabIssues } from '../../model/issue-details.ts';
import { issueSentences } from '../issue-sentences.ts';

/** What reading tabs and rows can find. */
export const tabIssues = /* @__PURE__ */ issueSentences<TabIssues>()({
  E_TAB_MISSING: { text: 'Het tabblad "{missing}" ontbreekt.', fix: 'Kies Koers › Deze werkmap inrichten, of voeg een tabblad met deze naam toe.' },
  W_TAB_TWICE: { text: 'Dit tabblad is hetzelfde als "{other}"; alleen dat wordt gelezen.', fix: 'Verwijder of hernoem er een.' },
  E_HEADER: { text: 'Geen kopregel met {columns} in de eerste 100 rijen.', fix: 'Typ deze namen in de rij boven de cijfers.' },
  E_ACROSS_MEASURE: {
    text: 'De jaren staan naast elkaar en hun maanden of kwartalen onder elkaar, en nergens staat van welke meetwaarde de cijfers zijn.',
    fix: 'Typ de naam van de meetwaarde in deze cel.',
  },
  E_COLUMN_TWICE: {
    text: 'Twee kolommen heten "{column}", hier en in {other}, en ze verschillen; geen van beide wordt gelezen.',
    fix: 'Hernoem er een; als een rij erboven ze onderscheidt, gebruik dan beide namen: "Leads Realisatie".',
  },
  I_LINES_PASSED: { text: 'Regels zoals "{received}" zijn geen cijfers van een dag en worden overgeslagen.', fix: 'Niets te doen.' },
  E_UNDATED: {
    text: '{column} is leeg naast een cijfer, dat zo nergens meetelt.',
    fix: 'Typ de datum; samengevoegde cellen hebben hem alleen in de eerste rij: splits ze en vul de datum naar beneden door.',
  },
  W_UNDATED_ROWS: {
    text: 'Rijen zonder {column} worden gelezen als wat nog niet gebeurd is, en tellen niet mee.',
    fix: 'Niets te doen als dat klopt; typ anders de datum, want samengevoegde cellen hebben hem alleen in de eerste rij.',
  },
  E_FILTER_COLUMN: { text: 'Het filter noemt "{received}", en dat is geen kolom van het tabblad "{tab}"{suggestion}.', fix: 'Gebruik een kop van dat tabblad: Kolom = waarde; Andere <> waarde.' },
  W_FILTER_EMPTY: { text: 'Geen rij van "{tab}" komt door het filter "{received}".', fix: 'Verbeter het filter: in {column} staat {values}.' },
  SOURCE_LOADING: { text: 'De bron zegt "{received}"; het laatste goede resultaat blijft staan.', fix: 'Wacht even, of controleer de import en de toestemming.' },
  I_MORE: { text: 'En nog {count} van deze meldingen, zoals die in {first}.', fix: 'Los de eerste op en kijk opnieuw.' },
  W_NAME_TWICE: { text: 'De naam "{received}" staat ook in {other}.', fix: 'Geef elk een eigen naam.' },
  W_SETTING: { text: 'Er is geen instelling "{received}"{suggestion}.', fix: 'Verbeter de naam of verwijder de rij.' },
  W_SETTING_TWICE: { text: 'De instelling "{received}" staat er twee keer; de laatste telt.', fix: 'Verwijder er een.' },
  E_THRESHOLDS: { text: '"Op koers vanaf" ({onCourse}) ligt onder "Bijsturen vanaf" ({atRisk}); de standaard geldt.', fix: 'Maak de eerste de hoogste.' },
  E_PERIOD_ORDER: { text: 'Het einde ({end}) ligt vóór het begin ({start}).', fix: 'Verbeter een van de datums.' },
  E_PERIODS_OVERLAP: { text: '"{received}" overlapt "{other}" en telt niet mee.', fix: 'Laat perioden op elkaar volgen.' },
  E_NO_TARGET: { text: '"{kpi}" heeft geen streefwaarde en geen groei.', fix: 'Vul Streefwaarde of Groei in.' },
  E_RANGE: { text: '"{kpi}" vraagt een Ondergrens onder een Bovengrens.', fix: 'Vul Ondergrens en Bovengrens in (groep Meer).' },
  E_TOLERANCE: { text: 'De tolerantie {received} is niet groter dan 0.', fix: 'Typ een positieve tolerantie of maak de cel leeg.' },
  E_WEIGHT: { text: 'Het gewicht "{received}" is niet 0 of meer.', fix: 'Typ 0, een positief getal, of niets.' },
  W_KIND_AGGREGATION: { text: 'KPI\'s gebruiken "{measure}" verschillend; het wordt gelezen als {aggregation}.', fix: 'Vul "Telt op als" van de meetwaarde in.' },
  E_OUTCOME_TRACK: { text: 'De uitkomst-KPI "{received}" wordt alleen gevolgd.', fix: 'Kies een KPI met een streefwaarde.' },
  E_GOAL_CYCLE: { text: 'Doelstellingen verwijzen in een kring naar elkaar: {chain}.', fix: 'Maak één Hoofddoelstelling leeg.' },
  E_FOLLOWS_CYCLE: { text: "KPI's volgen elkaar in een kring: {chain}.", fix: 'Maak één "Volgt op" leeg.' },
  E_FILTER: { text: 'Het filter "{received}" is niet te lezen.', fix: 'Schrijf: Kolom = waarde; Andere <> waarde.' },
  E_SOURCE_TAB: {
    text: 'Het brontabblad "{received}" is er niet.',
    fix: 'Verbeter de naam, of deel de werkmap waarin het staat. Is die een Excel-bestand, sla hem dan eerst op als Google Spreadsheet.',
  },
  E_SOURCE_COLUMN: { text: 'Het brontabblad "{tab}" heeft geen kolom "{received}".', fix: 'Noem een van de kolommen: {values}. Of voeg die kolom toe.' },
  E_SOURCE_ROW: { text: 'Het brontabblad "{tab}" heeft de perioden naast elkaar, en geen rij "{received}".', fix: 'Noem een van de rijen bij Waardekolom: {values}.' },
  W_MEASURE_UNKNOWN: { text: '"{received}" is geen meetwaarde{suggestion}; {count rij telt|rijen tellen} niet mee.', fix: 'Verbeter de naam of zet hem in Meetwaarden.' },
  W_CHANNEL_UNKNOWN: { text: 'Geen cijfer heeft het kanaal "{channel}" van "{kpi}"{suggestion}.', fix: 'Gebruik een kanaal zoals de cijfers het schrijven.' },
  W_TARGET_REASON: { text: 'Een streefwaarde is gewijzigd zonder reden.', fix: 'Vul Reden in.' },
});
