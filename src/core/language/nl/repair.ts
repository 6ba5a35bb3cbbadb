import type { RepairWords } from '../workflow-words.ts';

export const repair: RepairWords = {
  title: 'Koers data herstellen',
  whole: 'Het geheugen van Koers is heel; er valt niets te herstellen.',
  question: 'Heeft Bestand › Versiegeschiedenis een eerdere versie waarin het verborgen tabblad heel is, zet dan liever die terug: dan gaat niets verloren. Doorgaan zonder wat verloren is?',
  repaired: 'Hersteld en herberekend.',
  keptMonths: (months) => (months === '' ? 'Geen maand van de historie is heel.' : `Historie die blijft: ${months}.`),
  lostMonths: (months) => `Historie die verloren is: ${months}.`,
  unknownMonths: 'Welke andere maanden er waren, is ook verloren.',
  lost: (parts) => `Verloren: ${parts}.`,
  nothingElseLost: 'Verder is er niets verloren.',
  parts: {
    identity: 'van welke werkmap dit een kopie was (de sleutels beginnen opnieuw)',
    register: 'wie wanneer herberekende, en de planning (kies die opnieuw)',
    stamp: '',
    baselines: 'waarmee groei wordt vergeleken',
    snapshots: "hoe afgesloten KPI's eindigden",
    findings: 'sinds wanneer elke bevinding er staat',
    messages: 'welke wijzigingen al zijn verteld, en de berichten die klaarstonden (iets kan twee keer worden verteld)',
    months: '',
    intervals: 'afgesloten cijfers zoals ze eerst waren (latere wijzigingen daarvan worden niet gemeld)',
  },
};
