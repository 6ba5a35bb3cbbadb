import type { FoundTab } from '../../core/intake/rows/find-header.ts';
import { CHECK_IN_WORDS } from '../../core/language/sheet-languages.ts';
import type { Language } from '../../core/model/workspace.ts';
import type { TabRow } from '../input-tabs/row-cells.ts';
import type { Person } from '../ports.ts';
import { putRows } from '../set-up/put-rows.ts';
import type { SetUpPorts } from '../set-up/set-up-workbook.ts';
import { foundTwice } from '../workbook/as-found.ts';
import { type KnownWorkbook, knownIn, nameIn, personIn } from '../workbook/known-workbook.ts';
import { putRowsRight } from '../workbook/misplaced-rows.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';
import type { AddedRows, NewRow } from '../workbook/rows-below.ts';
import { contentText, rowsUnder } from '../workbook/rows-by-content.ts';
import { signature } from '../workbook/signature.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import type { CheckInAnswer, SentCheckIn } from './sent-check-in.ts';

type CheckInPorts = SetUpPorts & { readonly person: Person };

/** The check-in as a row of Actions; null when its KPI is not there. */
function rowOf(
  { kpiId, who, cause, ...said }: SentCheckIn,
  { workspace, today }: KnownWorkbook,
  email: string,
): TabRow | null {
  const kpi = workspace.kpis.find(({ id }) => id === kpiId);
  if (kpi === undefined) return null;
  return {
    ...said,
    name: CHECK_IN_WORDS[workspace.settings.language].name,
    kpi: nameIn(workspace, kpi),
    phase: 'check',
    date: today,
    owner: who || personIn(workspace, email),
    cause: cause || null,
  };
}

type Planned = CheckInAnswer & {
  readonly changes: readonly WorkbookChange[];
  /** In a tab that is there. */
  readonly added: readonly AddedRows[];
  readonly language: Language;
};

const refused = (said: string, language: Language): Planned => ({
  said,
  isWritten: false,
  changes: [],
  added: [],
  language,
});

/** Whoever lost an answer presses once more: nobody says the same of a KPI twice on a day. */
function standsThere(found: FoundTab, cells: NewRow['cells']): boolean {
  const said = Object.keys(cells).filter((id) => cells[id] !== null && cells[id] !== '');
  return rowsUnder(found, said).has(contentText(said.map((id) => cells[id])));
}

function planned(
  ports: CheckInPorts,
  fileId: string,
  sent: SentCheckIn,
  spoken: Language,
): Planned {
  const words = CHECK_IN_WORDS[spoken];
  const read = readWorkbook(ports.reader, fileId);
  const known = knownIn(ports.clock, read);
  const row = rowOf(sent, known, ports.person.email());
  const { language } = known.workspace.settings;
  if (row === null) return refused(words.unknownKpi, language);
  const coming = [{ row, looks: { confidence: 'percent' } as const }];
  const put = putRows(ports, read, 'actions', coming, language);
  if ('unreadable' in put) return refused(words.unreadable(put.unreadable), language);
  const said = { said: words.written(put.title), isWritten: true, language };
  const isThere = put.added.some(({ tab, rows }) => standsThere(tab.found, rows[0].cells));
  return isThere
    ? { ...said, changes: [], added: [] }
    : { ...said, changes: [...put.changes, signature(read.facts)], added: put.added };
}

/**
 * Writes down that somebody looked at a KPI: a new row below the others in Actions, a tab that comes
 * with it when it is missing. Nothing that stands there is changed, and nothing is written unless
 * the workbook was found twice as it is.
 */
export const writeCheckIn = (
  ports: CheckInPorts,
  fileId: string,
  sent: SentCheckIn,
  spoken: Language,
): CheckInAnswer =>
  oneAtATime(ports.lock, () => {
    const { said, isWritten, changes, added, language } = foundTwice(
      () => planned(ports, fileId, sent, spoken),
      (plan) => [plan.said, plan.changes],
    );
    if (changes.length > 0) ports.writer.apply(fileId, changes);
    putRowsRight(ports, fileId, added, language);
    return { said, isWritten };
  });
