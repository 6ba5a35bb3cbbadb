import type { CheckInWords } from '../workflow-words.ts';

export const checkIn: CheckInWords = {
  name: 'Check-in',
  written: (tab) => `Opgeschreven in ${tab}. Na de volgende herberekening staat het op het bord.`,
  unknownKpi: 'Deze KPI staat niet meer in de werkmap. Ververs het bord en kijk opnieuw.',
  unreadable: (tab) => `Koers vindt de kolommen van het tabblad "${tab}" niet. Herstel de kopregel of geef het tabblad een andere naam, en check opnieuw in.`,
  nothingTyped: 'Typ wat er speelt en kies dan Inchecken.',
};
