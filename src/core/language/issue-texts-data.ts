import type { IssueTexts } from './issue-texts.ts';

/** What the figures themselves can show: the data mistakes of week one among them. */
export const DATA_ISSUE_TEXTS = {
  I_CADENCE: [
    '"{measure}" is read as {cadenceEn}.',
    'If not so, fill in its Cadence.',
    '"{measure}" wordt gelezen als: per {cadenceNl}.',
    'Klopt dat niet, vul dan het Ritme in.',
  ],
  W_DUPLICATE: [
    '"{measure}" has two values on {date}; the lower row counts.',
    'Remove one, or fill in "Recorded at".',
    '"{measure}" heeft twee waarden op {date}; de onderste rij telt.',
    'Verwijder er een, of vul "Vastgelegd op" in.',
  ],
  W_COUNT_VALUE: [
    '"{measure}" counts rows, but this Value is {received}.',
    'Leave Value blank, or let the measure add up by sum.',
    '"{measure}" telt rijen, maar hier staat {received}.',
    'Laat Waarde leeg, of laat de meetwaarde optellen als som.',
  ],
  W_PERCENT_SCALE: [
    '{received} in {column} of a percent is {percent} %.',
    'Is {received} % meant? Type {received}% or {share}.',
    '{received} bij {column} van een procent is {percent} %.',
    'Is {received} % bedoeld? Typ {received}% of {share}.',
  ],
  W_FIRST_OF_NEXT: [
    '"{measure}" has a figure dated {date}, the first day of a period that still runs.',
    'Is it the figure of the period before? Date it {before}.',
    '"{measure}" heeft een cijfer van {date}, de eerste dag van een periode die nog loopt.',
    'Is het van de periode ervoor? Dateer het dan {before}.',
  ],
  W_UNIQUE_ADDED: [
    '"{measure}" counts people once, so its values cannot be added.',
    'Let it add up by "unique", with one value per {cadenceEn}.',
    '"{measure}" telt mensen één keer; de waarden zijn niet op te tellen.',
    'Kies "uniek" bij Telt op als, met één waarde per {cadenceNl}.',
  ],
  W_DURATION_UNIT: [
    '"{measure}" has durations, but its unit is {unitEn}.',
    'Set Unit to duration.',
    '"{measure}" bevat tijdsduren, maar de eenheid is {unitNl}.',
    'Zet Eenheid op tijdsduur.',
  ],
  W_TOTAL_AND_CHANNELS: [
    '"{measure}" has a total and channels on {date}; the total counts, channels explain it.',
    'Remove the total if the channels are complete.',
    '"{measure}" heeft op {date} een totaal en kanalen; het totaal telt, kanalen lichten toe.',
    'Verwijder het totaal als de kanalen compleet zijn.',
  ],
  W_FUTURE_VALUE: [
    '"{measure}" has values after today, up to {date}.',
    'Check the dates.',
    '"{measure}" heeft waarden na vandaag, tot {date}.',
    'Controleer de datums.',
  ],
  I_AFTER_JUDGED_DAY: [
    '"{kpi}" is judged to {judgedDate}; newer values, up to {date}, count when their period is over.',
    'Nothing to do.',
    '"{kpi}" is beoordeeld tot en met {judgedDate}; nieuwere waarden, tot en met {date}, tellen mee als hun periode voorbij is.',
    'Niets te doen.',
  ],
} as const satisfies IssueTexts;
