import type { KoersTabWords } from '../workflow-words.ts';
import { written } from './counts.ts';

export const koersTabs: KoersTabWords = {
  recalculated: (moment, by, next) =>
    `Herberekend op ${moment}${by === '' ? '' : ` met de rechten van ${by}`}.${next === '' ? '' : ` ${next}`} Koers schrijft dit tabblad; wat je hier typt, wordt overschreven.`,
  isCopy: 'Deze werkmap is een kopie: planning en berichten staan uit totdat je Koers › Dit is de echte werkmap kiest.',
  route: 'Route',
  trend: 'Verloop',
  chartShows: 'De route van de doelstelling per dag: plan, realisatie en prognose van de KPI die voorop gaat.',
  shortened: (kept, all) => `Alleen de ${written(kept)} rijen het dichtst bij vandaag staan hier, van ${written(all)}; Data Studio heeft ze alle.`,
  withoutLooks: 'Google vertelde deze keer niet hoe cellen zijn opgemaakt: een percentage of een duur kan als een ander getal gelezen zijn.',
  lastRunFailed: (moment, sentence) => `De herberekening van ${moment} is mislukt: ${sentence}`,
  triesAgain: 'Koers probeert het binnen een uur opnieuw.',
  notPublished: (group, sentence) => `De werkmap voor ${group} is niet bijgewerkt: ${sentence}`,
  historyFrom: (day) => `De historie begint hier op ${day}; wat ouder is paste er niet bij en staat in de werkmap waar dit uit komt.`,
  protection: 'Geschreven door Koers; wijzigingen worden overschreven.',
  dataTab: 'Geheugen van Koers: historie en resultaten. Laat dit met rust.',
};
