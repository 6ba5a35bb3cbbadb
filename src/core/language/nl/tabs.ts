import type { TabWords } from '../words.ts';

const start = { names: ['Startdatum', 'van', 'vanaf', 'begindatum'], help: 'Eerste dag.' } as const;
const due = {
  names: ['Einddatum', 'einde', 'eind', 'tot', 'uiterlijk'],
  help: 'Laatste dag.',
} as const;
const owner = {
  names: ['Eigenaar', 'verantwoordelijke', 'wie'],
  help: 'Wie erover gaat.',
} as const;
const note = { names: ['Notitie', 'opmerking', 'toelichting'], help: 'Al het andere.' } as const;
const kpi = { names: ['KPI'], help: 'Naam of id.' } as const;
const channel = { names: ['Kanaal'], help: 'Leeg: het totaal.' } as const;
const channel2 = { names: ['Kanaal'], help: 'Leeg: alle.' } as const;

export const tabs: TabWords = {
  settings: {
    names: ['Instellingen'],
    columns: {
      setting: { names: ['Instelling'], help: 'De naam.' },
      value: { names: ['Waarde'], help: 'Leeg: de standaard.' },
    },
  },
  strategy: {
    names: ['Strategie'],
    columns: {
      kind: { names: ['Soort'], help: 'Missie, visie, strategie of keuze.' },
      text: { names: ['Tekst', 'zin', 'omschrijving'], help: 'Eén zin.' },
      owner: { names: ['Eigenaar', 'verantwoordelijke', 'wie'], help: 'Wie het bewaakt.' },
      id: {
        names: ['Regel-ID'],
        help: 'Maakt Koers van de naam; zo blijft de historie na hernoemen.',
      },
    },
  },
  goals: {
    names: ['Doelstellingen', 'doelen'],
    columns: {
      name: { names: ['Doelstelling', 'doel'], help: 'Een korte naam.' },
      success_when: {
        names: ['Succesvol als', 'geslaagd als', 'succes als'],
        help: 'Wanneer zijn we succesvol?',
      },
      strategy_line: {
        names: ['Strategieregel', 'strategie'],
        help: 'De regel waaraan het bijdraagt.',
      },
      parent_goal: {
        names: ['Hoofddoel', 'onderdeel van', 'hoofddoelstelling'],
        help: 'Het langere doel waarvan dit een stap is.',
      },
      start,
      due,
      outcome_kpi: {
        names: ['Uitkomst-KPI', 'uitkomst', 'resultaat-kpi'],
        help: 'De KPI die beslist; de andere sturen.',
      },
      weight: { names: ['Gewicht', 'weging'], help: 'Aandeel in het hoofddoel; leeg: gelijk.' },
      status_rule: { names: ['Statusregel'], help: "Hoe de KPI's samen de status geven." },
      owner,
      note,
      id: {
        names: ['Doelstelling-ID'],
        help: 'Maakt Koers van de naam; zo blijft de historie na hernoemen.',
      },
    },
  },
  measures: {
    names: ['Meetwaarden', 'meetwaardes'],
    columns: {
      name: { names: ['Meetwaarde', 'naam'], help: 'Een korte naam.' },
      unit: { names: ['Eenheid'], help: 'Aantal, procent, punten, tijd of een valuta.' },
      adds_up: {
        names: ['Telt op als', 'telt op', 'aggregatie', 'optellen'],
        help: 'Hoe waarden samengaan; leeg: volgens de Soort van de KPI.',
      },
      formula: { names: ['Formule'], help: 'orders / bezoekers; namen met spaties tussen [ ].' },
      cadence: {
        names: ['Ritme', 'frequentie'],
        help: 'Hoe vaak er een waarde komt; leeg: afgelezen van de waarden.',
      },
      better_when: { names: ['Beter als', 'richting', 'beter bij'], help: 'Hoger of lager.' },
      decimals: { names: ['Decimalen', 'cijfers achter de komma'], help: 'Getoonde cijfers.' },
      missing: {
        names: ['Ontbrekend', 'ontbrekende waarden'],
        help: 'Wat geen rij betekent: ontbreekt, nul, of niets gebeurd.',
      },
      window: {
        names: ['Venster', 'voortschrijdend', 'terugblik'],
        help: 'Een waarde kijkt zo ver terug: 12 maanden, 28 dagen.',
      },
      lowest: { names: ['Laagste', 'ondergrens'], help: 'Geen waarde kan lager zijn.' },
      highest: { names: ['Hoogste', 'bovengrens'], help: 'Geen waarde kan hoger zijn.' },
      data_lag: {
        names: ['Vertraging', 'datavertraging', 'naijlen'],
        help: 'Dagen tot een waarde vaststaat.',
      },
      grace: {
        names: ['Respijt', 'speling', 'respijtdagen'],
        help: 'Dagen dat een waarde later mag komen.',
      },
      number_style: {
        names: ['Getalnotatie', 'getalstijl', 'decimaalteken'],
        help: 'Decimaalteken van cijfers als tekst; leeg: zoals het tabblad het laat zien.',
      },
      adds_up_over_channels: {
        names: ['Telt op over kanalen', 'kanalen tellen op'],
        help: 'Nee: iemand kan in twee kanalen zitten.',
      },
      source_spreadsheet: {
        names: ['Bronspreadsheet', 'bron', 'bronbestand', 'bronwerkboek'],
        help: 'URL of id; leeg: deze werkmap.',
      },
      source_tab: { names: ['Brontabblad', 'bronblad'], help: 'Het tabblad met de waarden.' },
      date_column: { names: ['Datumkolom'], help: 'Kop in het brontabblad.' },
      value_column: { names: ['Waardekolom'], help: 'Kop in het brontabblad.' },
      channel_column: { names: ['Kanaalkolom'], help: 'Kop in het brontabblad.' },
      filter: { names: ['Filter'], help: 'Rijen die tellen: Status = betaald; Land <> BE.' },
      how: { names: ['Hoe', 'definitie', 'meetmethode'], help: 'Hoe je het meet.' },
      note,
      id: {
        names: ['Meetwaarde-ID'],
        help: 'Maakt Koers van de naam; zo blijft de historie na hernoemen.',
      },
    },
  },
  kpis: {
    names: ["KPI's"],
    columns: {
      name: { names: ['KPI'], help: 'Een korte naam.' },
      goal: { names: ['Doelstelling', 'doel'], help: 'Waar het voor is.' },
      kind: {
        names: ['Soort', 'soort kpi'],
        help: 'Optellen, groeien, terugbrengen, houden, uitgeven, klaar zijn.',
      },
      measure: { names: ['Meetwaarde'], help: 'Leeg: een meetwaarde met de naam van de KPI.' },
      channel: { names: ['Kanaal'], help: 'Leeg: alle kanalen.' },
      start,
      due,
      last_time: {
        names: ['Vorige keer', 'nulmeting', 'vorig', 'beginwaarde', 'startwaarde'],
        help: 'Waar het eerst op stond.',
      },
      target: {
        names: ['Streefwaarde', 'doelwaarde', 'streefcijfer'],
        help: 'De waarde om te halen.',
      },
      growth: {
        names: ['Groei', 'groei %', 'groeipercentage'],
        help: 'In plaats van een streefwaarde: 10% meer.',
      },
      owner,
      note,
      every: {
        names: ['Elke', 'telt opnieuw elke'],
        help: 'De streefwaarde telt elke week, elke maand, elk kwartaal of elk jaar opnieuw.',
      },
      stops_are: {
        names: ['Tussenstops zijn', 'mijlpalen zijn'],
        help: 'Tot dan toe: alles tot die dag; per periode: sinds de vorige.',
      },
      low: { names: ['Ondergrens', 'laag'], help: 'Van een bandbreedte.' },
      high: { names: ['Bovengrens', 'hoog'], help: 'Van een bandbreedte.' },
      tolerance: {
        names: ['Tolerantie'],
        help: 'Hoe ver ernaast nog bijsturen is, in de eenheid.',
      },
      weight: {
        names: ['Gewicht', 'weging kpi'],
        help: 'Aandeel in het doel; 0: alleen informatie.',
      },
      critical: { names: ['Kritiek'], help: 'Van koers, dan het doel ook.' },
      leading: { names: ['Voorspellend', 'voorlopend'], help: 'Beweegt vóór de uitkomst.' },
      stage: { names: ['Fase', 'funnelfase'], help: 'Van de klantreis.' },
      contribution: { names: ['Bijdrage'], help: 'Hoe het aan het doel bijdraagt.' },
      state: {
        names: ['Toestand', 'stand van zaken', 'actief'],
        help: 'Actief, gepauzeerd, geannuleerd.',
      },
      plan_shape: { names: ['Planvorm', 'vorm'], help: 'Recht, trap, per interval.' },
      weights: { names: ['Weging', 'kalender'], help: 'Elke dag, een kalender, vorig jaar.' },
      reached: {
        names: ['Bereikt', 'bereikt als'],
        help: 'Aanraken: één keer telt; vasthouden: aan het eind.',
      },
      closed_rule: { names: ['Sluitregel'], help: 'Hele periode, elk interval, of een deel: 90%.' },
      forecast_method: {
        names: ['Prognosemethode', 'prognose'],
        help: 'Leeg: naar de aard van de KPI.',
      },
      on_course_from: { names: ['Op koers vanaf'], help: 'Leeg: de instelling.' },
      at_risk_from: { names: ['Bijsturen vanaf'], help: 'Leeg: de instelling.' },
      warn_days: { names: ['Waarschuwdagen'], help: 'Dagen voor een klaar-op-datum; leeg: 14.' },
      scale: { names: ['Schaal'], help: 'Wat 100% ernaast is als het doel 0 is.' },
      follows: { names: ['Volgt op'], help: 'De KPI van de periode ervoor.' },
      id: {
        names: ['KPI-ID'],
        help: 'Maakt Koers van de naam; zo blijft de historie na hernoemen.',
      },
    },
  },
  targets: {
    names: ['Streefwaarden', 'streefwaarden per periode'],
    columns: {
      kpi,
      period: {
        names: ['Periode', 'maand', 'week', 'kwartaal', 'jaar', 'datum'],
        help: '2026-02, Q1 2026, 2026; of een kolom voor elk.',
      },
      target: {
        names: ['Streefwaarde', 'waarde', 'begroting', 'bedrag'],
        help: 'Wat in die periode wordt gevraagd.',
      },
    },
  },
  milestones: {
    names: ['Mijlpalen', 'tussenstops'],
    columns: {
      stop: {
        names: ['Tussenstop', 'mijlpaal', 'halte'],
        help: 'Eén naam voor wat bij elkaar hoort.',
      },
      kpi,
      date: { names: ['Datum', 'gepland', 'einddatum', 'op'], help: 'Wanneer het gepland is.' },
      value: {
        names: ['Waarde', 'streefwaarde'],
        help: 'Waar de KPI dan staat; leeg: alleen gereed zijn.',
      },
      done_on: {
        names: ['Gereed op', 'klaar op', 'afgerond op', 'gereed'],
        help: 'Wanneer het klaar was.',
      },
    },
  },
  actuals: {
    names: ['Realisatie'],
    columns: {
      date: {
        names: ['Datum', 'dag', 'periode', 'maand', 'kwartaal', 'jaar'],
        help: 'Een dag, of een periode: 2026-02.',
      },
      measure: { names: ['Meetwaarde'], help: 'Naam of id.' },
      value: {
        names: ['Waarde', 'realisatie', 'bedrag', 'aantal'],
        help: 'Leeg is onbekend, 0 is nul.',
      },
      channel,
      note,
      recorded_at: {
        names: ['Vastgelegd op', 'tijdstempel', 'ingevoerd op', 'vastgelegd'],
        help: 'Een latere rij vervangt een eerdere.',
      },
    },
  },
  target_changes: {
    names: ['Doelwijzigingen'],
    columns: {
      kpi,
      effective_from: {
        names: ['Geldig vanaf', 'vanaf', 'datum', 'ingangsdatum'],
        help: 'Eerste dag van het nieuwe doel.',
      },
      target: { names: ['Streefwaarde', 'nieuwe streefwaarde'], help: 'Het nieuwe doel.' },
      rebase: { names: ['Herijken'], help: 'Begin het plan opnieuw vanaf hier.' },
      author: { names: ['Auteur', 'door'], help: 'Wie besloot.' },
      reason: { names: ['Reden', 'waarom'], help: 'Waarom.' },
    },
  },
  resources: {
    names: ['Middelen', 'brandstof', 'budgetten'],
    columns: {
      resource: { names: ['Middel'], help: 'Advertentiebudget, uren.' },
      subject: {
        names: ['KPI of doelstelling', 'doelstelling', 'voor'],
        help: 'Waar het aan opgaat.',
      },
      channel,
      unit: { names: ['Eenheid'], help: 'EUR, uren.' },
      date: { names: ['Datum', 'dag', 'periode', 'maand'], help: 'Leeg: vanaf het begin.' },
      budget: { names: ['Budget', 'beschikbaar'], help: 'Wat er is.' },
      used: { names: ['Gebruikt', 'verbruikt', 'besteed', 'uitgegeven'], help: 'Wat op is.' },
      note,
    },
  },
  actions: {
    names: ['Acties'],
    columns: {
      name: { names: ['Actie', 'wat', 'stap'], help: 'Wat er gebeurt.' },
      kpi,
      phase: { names: ['Fase'], help: 'Plan, doen, controleren of bijstellen.' },
      date: { names: ['Datum', 'wanneer'], help: 'Wanneer.' },
      owner: { names: ['Eigenaar', 'wie', 'verantwoordelijke'], help: 'Wie.' },
      channel: channel2,
      resource: { names: ['Middel'], help: 'Wat het kost.' },
      expected_effect: { names: ['Verwacht effect'], help: 'In de eenheid van de KPI.' },
      effect_date: { names: ['Effectdatum'], help: 'Vanaf wanneer het zichtbaar is.' },
      cause: { names: ['Oorzaak'], help: 'Waarom het gebeurde.' },
      confidence: { names: ['Vertrouwen'], help: 'Van 0% tot 100%.' },
      decision: { names: ['Besluit'], help: 'Doorgaan, aanpassen of stoppen.' },
      status: { names: ['Status'], help: 'In een bijstelrij, met Tot: vervangt de status.' },
      until: { names: ['Tot', 'tot en met', 't/m'], help: 'Laatste dag van de vervanging.' },
      note,
      id: {
        names: ['Actie-ID'],
        help: 'Maakt Koers van de naam; zo blijft de historie na hernoemen.',
      },
    },
  },
  events: {
    names: ['Omstandigheden', 'gebeurtenissen'],
    columns: {
      name: { names: ['Omstandigheid', 'gebeurtenis'], help: 'Een korte naam.' },
      from: { names: ['Van', 'vanaf', 'startdatum', 'datum'], help: 'Eerste dag.' },
      to: {
        names: ['Tot', 'tot en met', 't/m', 'einde', 'einddatum'],
        help: 'Laatste dag; leeg: één dag.',
      },
      subject: { names: ['Meetwaarde of KPI', 'meetwaarde'], help: 'Leeg: alles.' },
      channel: channel2,
      expected_effect: { names: ['Verwacht effect'], help: '-20%: een vijfde minder dan zonder.' },
      note,
    },
  },
  calendar: {
    names: ['Kalender', 'kalenders'],
    columns: {
      calendar: { names: ['Kalender'], help: 'De naam.' },
      key: {
        names: ['Datum, weekdag of maand', 'datum', 'dag', 'weekdag', 'maand'],
        help: '25-12-2026, zondag, juli.',
      },
      weight: { names: ['Gewicht'], help: '0: telt niet.' },
      label: { names: ['Label', 'naam', 'omschrijving'], help: 'Kerst.' },
    },
  },
  periods: {
    names: ['Perioden', 'periodes'],
    columns: {
      label: { names: ['Label', 'periode', 'naam'], help: 'Zoals P01 2026.' },
      start: { names: ['Start', 'van', 'startdatum'], help: 'Eerste dag.' },
      end: {
        names: ['Eind', 'tot', 'einde', 'einddatum', 'tot en met', 't/m'],
        help: 'Laatste dag.',
      },
      year: { names: ['Jaar', 'boekjaar'], help: 'Het boekjaar.' },
    },
  },
  people: {
    names: ['Mensen', 'personen'],
    columns: {
      name: { names: ['Naam'], help: 'Zoals bij Eigenaar.' },
      email: { names: ['E-mail', 'e-mailadres'], help: 'Adres.' },
      team: { names: ['Team', 'afdeling'], help: 'Hun team.' },
      digest: { names: ['Overzicht'], help: 'Alles, van mij of uit.' },
      language: { names: ['Taal'], help: 'Engels of Nederlands.' },
    },
  },
};
