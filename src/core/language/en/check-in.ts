import type { CheckInWords } from '../workflow-words.ts';

export const checkIn: CheckInWords = {
  name: 'Check-in',
  written: (tab) => `Written down in ${tab}. The board shows it after the next recalculation.`,
  unknownKpi: 'This KPI is no longer in the workbook. Refresh the board and look again.',
  unreadable: (tab) => `Koers does not find the columns of the tab "${tab}". Put its header row right, or give the tab another name, and check in again.`,
  nothingTyped: 'Type what is going on, then press Check in.',
};
