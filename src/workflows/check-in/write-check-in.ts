import { readWorkspace } from '../../core/intake/read-workspace.ts';
import { type FoundTab, findTab } from '../../core/intake/rows/find-header.ts';
import { tabNamed } from '../../core/intake/sheet/tab-named.ts';
import { CHECK_IN_WORDS } from '../../core/language/sheet-languages.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Language, Workspace } from '../../core/model/workspace.ts';
import { type TabRow, typedRow } from '../input-tabs/row-cells.ts';
import type { Person } from '../ports.ts';
import { planTab } from '../set-up/plan-set-up.ts';
import type { SetUpPorts } from '../set-up/set-up-workbook.ts';
import { foundTwice } from '../workbook/as-found.ts';
import { inputTabs } from '../workbook/koers-tabs.ts';
import { putRowsRight } from '../workbook/misplaced-rows.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { type ReadWorkbook, readWorkbook } from '../workbook/read-workbook.ts';
import { type AddedRows, rowsBelow } from '../workbook/rows-below.ts';
import { contentText, rowsUnder } from '../workbook/rows-by-content.ts';
import { signature } from '../workbook/signature.ts';
import { identityOf } from '../workbook/workbook-identity.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import type { CheckInAnswer, SentCheckIn } from './sent-check-in.ts';

type CheckInPorts = SetUpPorts & { readonly person: Person };

/** Its name, as the list in the cell has it; its id where another has that name too. */
const nameIn = ({ kpis }: Workspace, { id, name }: Kpi): string =>
  kpis.filter((own) => own.name === name).length > 1 ? id : name;

/** Who People says it is, else the address. */
function nameOf({ people }: Workspace, email: string): string {
  const same = people.find((own) => own.email.toLowerCase() === email.toLowerCase());
  return same?.name || email;
}

/** The workbook as it is, and the day that its board is looked at from. */
function lookIn({ clock }: CheckInPorts, { facts, sheets }: ReadWorkbook) {
  const realToday = clock.civilDay(clock.now(), facts.timeZone);
  const input = { workbook: identityOf(facts, facts.fileId), sheets };
  const { workspace } = readWorkspace(input, realToday);
  return { workspace, today: workspace.settings.today ?? realToday };
}

/** The check-in as a row of Actions; null when its KPI is not there. */
function rowOf(
  { kpiId, who, cause, ...said }: SentCheckIn,
  { workspace, today }: ReturnType<typeof lookIn>,
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
    owner: who || nameOf(workspace, email),
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
function standsThere(found: FoundTab, cells: TabRow): boolean {
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
  const looked = lookIn(ports, read);
  const row = rowOf(sent, looked, ports.person.email());
  const { language } = looked.workspace.settings;
  if (row === null) return refused(words.unknownKpi, language);
  const facts = inputTabs(read.facts).find(({ title }) => tabNamed(title)?.id === 'actions');
  if (facts === undefined) {
    const { title, changes } = planTab(ports, fileId, 'actions', [row]);
    return { said: words.written(title), isWritten: true, changes, added: [], language };
  }
  const { title } = facts;
  const sheet = read.sheets.find((own) => own.spreadsheet === undefined && own.name === title);
  const found = sheet === undefined ? null : findTab(sheet, 'actions');
  if (found === null) return refused(words.unreadable(title), language);
  const cells = typedRow('actions', row, language);
  if (standsThere(found, cells)) {
    return { said: words.written(title), isWritten: true, changes: [], added: [], language };
  }
  const added = {
    tab: { facts, found },
    rows: [{ cells, looks: { confidence: 'percent' } }],
  } as const;
  return {
    said: words.written(title),
    isWritten: true,
    changes: [...rowsBelow(added, language), signature(read.facts)],
    added: [added],
    language,
  };
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
