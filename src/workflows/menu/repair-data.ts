import { REPAIR_WORDS } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import { readMark } from '../hidden-tab/mark.ts';
import { isWholeMemory } from '../hidden-tab/memory.ts';
import { type Salvage, salvage } from '../hidden-tab/salvage.ts';
import type { Screen } from '../ports.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

export interface RepairPorts extends RecalculationPorts {
  readonly screen: Screen;
}

/** What stays and what is lost, a line each. */
function story({ months, lost, lostMonths }: Salvage, language: Language): string {
  const words = REPAIR_WORDS[language];
  const kept = months.map(({ month }) => month);
  const parts = lost.map((section) => words.parts[section]).filter((part) => part !== '');
  return [
    words.keptMonths(kept.join(', ')),
    ...(lostMonths === null ? [words.unknownMonths] : []),
    ...(lostMonths === null || lostMonths.length === 0
      ? []
      : [words.lostMonths(lostMonths.join(', '))]),
    ...(parts.length === 0 ? [words.nothingElseLost] : [words.lost(parts.join(', '))]),
  ].join('\n');
}

/**
 * Goes on with what is whole of the hidden tab, once a person has seen what is lost and says so.
 * Gives what there is to say; '' when the person thought better of it.
 */
export function repairData(ports: RepairPorts, fileId: string, language: Language): string {
  const { reader, compression, screen } = ports;
  const words = REPAIR_WORDS[language];
  const { facts, dataColumns } = readWorkbook(reader, fileId);
  if (readMark(facts.mark) === null && dataColumns.length === 0) return words.whole;
  if (isWholeMemory(facts, dataColumns, compression)) return words.whole;
  const found = story(salvage(dataColumns, compression), language);
  if (!screen.ask(words.title, `${found}\n\n${words.question}`)) return '';
  recalculate(ports, fileId, 'menu', { repairs: (now) => story(now, language) === found });
  return `${words.repaired}\n${found}`;
}
