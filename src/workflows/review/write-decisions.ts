import { fullDate } from '../../core/language/format-date.ts';
import { formatChange, formatValue } from '../../core/language/format-number.ts';
import { styleOf } from '../../core/language/kpi-view.ts';
import { REVIEW_WORDS } from '../../core/language/review-words.ts';
import { columnName } from '../../core/language/tab-words.ts';
import { columnEntries } from '../../core/layout/sheet-layout.ts';
import { cellPosition } from '../../core/model/a1-notation.ts';
import type { Language } from '../../core/model/workspace.ts';
import { Refusal } from '../begin/asked-step.ts';
import { choiceWord } from '../input-tabs/row-cells.ts';
import { contentHash } from '../packed-tables/chunks.ts';
import type { Person, WorkbookFacts } from '../ports.ts';
import { type ComingRow, type PutRows, putRows } from '../set-up/put-rows.ts';
import type { SetUpPorts } from '../set-up/set-up-workbook.ts';
import { foundTwice } from '../workbook/as-found.ts';
import { knownIn, personIn } from '../workbook/known-workbook.ts';
import { putRowsRight } from '../workbook/misplaced-rows.ts';
import { oneAtATime } from '../workbook/one-at-a-time.ts';
import { type ReadWorkbook, readWorkbook } from '../workbook/read-workbook.ts';
import type { AddedRows } from '../workbook/rows-below.ts';
import { signature } from '../workbook/signature.ts';
import type { WorkbookChange, WrittenCell } from '../workbook-change.ts';
import { type DecidedRows, decidedRows } from './decided-rows.ts';
import type { DecidedRow, DecisionsAnswer, SentDecisions } from './sent-decisions.ts';

type DecidingPorts = SetUpPorts & { readonly person: Person };

/** Rows of one tab, and where they come. */
interface Put {
  readonly tab: 'actions' | 'target_changes';
  readonly rows: readonly { readonly own: DecidedRows; readonly coming: ComingRow }[];
  readonly place: PutRows;
}

interface Planned {
  readonly rows: readonly DecidedRow[];
  readonly changes: readonly WorkbookChange[];
  readonly added: readonly AddedRows[];
  /** Of the workbook. */
  readonly language: Language;
  /** What would be written into which tab; '' where all of it is there already. */
  readonly seen: string;
  readonly presentCount: number;
}

/** As people read it: in the unit of the KPI, a day with its year, a choice in its word. */
function cellText(
  [id, { cell: kind, choices }]: ReturnType<typeof columnEntries>[number],
  cell: WrittenCell,
  { measure }: DecidedRows,
  language: Language,
): string {
  if (choices !== undefined) return choiceWord(choices, cell, language) ?? String(cell);
  if (typeof cell !== 'number') return String(cell);
  if (kind === 'date') return fullDate(cell, language);
  const style = styleOf(measure, language);
  return id === 'expected_effect' ? formatChange(cell, style) : formatValue(cell, style);
}

const addressOf = ({ url }: WorkbookFacts, sheetId: number, row: number): string =>
  `${url}#gid=${sheetId}&range=A${row}`;

function shownRows(
  { tab, rows, place }: Put,
  facts: WorkbookFacts,
  language: Language,
): DecidedRow[] {
  return rows.map(({ own, coming }, at) => {
    const row = place.firstRow + at + 1;
    return {
      tab: place.title,
      row,
      url: addressOf(facts, place.sheetId, row),
      cells: columnEntries(tab).flatMap((entry) => {
        const [id, { cell: kind }] = entry;
        const cell = coming.row[id] ?? null;
        if (cell === null || kind === 'id') return [];
        const text = cellText(entry, cell, own, language);
        return [{ name: columnName(tab, id, language), text }];
      }),
    };
  });
}

/** What was written before, where it stands. */
function presentRow(
  { action, present }: DecidedRows,
  facts: WorkbookFacts,
  language: Language,
): DecidedRow[] {
  if (present === null) return [];
  const { tab, cell } = present.place;
  const row = (cellPosition(cell ?? '')?.row ?? 0) + 1;
  const sheetId = facts.tabs.find(({ title }) => title === tab)?.sheetId ?? 0;
  const cells = [{ name: columnName('actions', 'name', language), text: String(action.row.name) }];
  return [{ tab, row, url: addressOf(facts, sheetId, row), cells }];
}

function puts(
  ports: DecidingPorts,
  read: ReadWorkbook,
  coming: readonly DecidedRows[],
  { language, spoken }: { readonly language: Language; readonly spoken: Language },
): Put[] {
  const into = (tab: Put['tab'], rows: Put['rows'], newTabs: number): Put[] => {
    if (rows.length === 0) return [];
    const own = rows.map((each) => each.coming);
    const place = putRows(ports, read, tab, own, language, newTabs);
    if ('unreadable' in place) {
      throw new Refusal(REVIEW_WORDS[spoken].unreadable(place.unreadable));
    }
    return [{ tab, rows, place }];
  };
  const actions = into(
    'actions',
    coming.map((own) => ({ own, coming: own.action })),
    0,
  );
  const isNewTab = actions.some(({ place }) => place.isNew);
  const targets = coming.flatMap((own) =>
    own.targetChange === null ? [] : [{ own, coming: own.targetChange }],
  );
  return [...actions, ...into('target_changes', targets, isNewTab ? 1 : 0)];
}

function planned(
  ports: DecidingPorts,
  fileId: string,
  { decisions }: SentDecisions,
  spoken: Language,
): Planned {
  if (decisions.length === 0) throw new Refusal(REVIEW_WORDS[spoken].nothingTyped);
  const read = readWorkbook(ports.reader, fileId);
  const { facts } = read;
  const known = knownIn(ports.clock, read);
  const { language } = known.workspace.settings;
  const author = personIn(known.workspace, ports.person.email());
  const deciding = { known, locale: facts.locale, author, language: spoken };
  const decided = new Map(
    decisions.map((own) => decidedRows(own, deciding)).map((own) => [own.action.id, own]),
  );
  const coming = [...decided.values()].filter(({ present }) => present === null);
  const into = puts(ports, read, coming, { language, spoken });
  const changes = into.flatMap(({ place }) => place.changes);
  const written = into.map(({ place, rows }) => [place.title, rows.map((own) => own.coming.row)]);
  return {
    rows: [
      ...into.flatMap((own) => shownRows(own, facts, language)),
      ...[...decided.values()].flatMap((own) => presentRow(own, facts, language)),
    ],
    changes: changes.length === 0 ? [] : [...changes, signature(facts)],
    added: into.flatMap(({ place }) => place.added),
    language,
    seen: changes.length === 0 ? '' : contentHash(JSON.stringify(written)),
    presentCount: decided.size - coming.length,
  };
}

function answerOf({ rows, seen, presentCount }: Planned, isWritten: boolean, spoken: Language) {
  const words = REVIEW_WORDS[spoken];
  const said = [isWritten ? words.written : '', presentCount > 0 ? words.there(presentCount) : ''];
  const isAll = isWritten || seen === '';
  return {
    // What is not there yet has no address.
    rows: isAll ? rows : rows.map((own) => ({ ...own, url: '' })),
    seen,
    isWritten: isAll,
    said: said.filter((text) => text !== '').join(' '),
  };
}

/**
 * What a meeting decided: first shown, each row as it would stand in its tab, and with an OK to just
 * that written in one change, below what stands there. What was written before, when its answer got
 * lost, is not written again. Refused, with nothing written, where it would no longer be what was
 * said OK to. Nothing is locked while people think.
 */
export function answerDecisions(
  ports: DecidingPorts,
  fileId: string,
  sent: SentDecisions,
  spoken: Language,
): DecisionsAnswer {
  const plan = () => planned(ports, fileId, sent, spoken);
  if (sent.seen === null) return answerOf(plan(), false, spoken);
  return oneAtATime(ports.lock, () => {
    const found = foundTwice(plan, ({ rows, changes }) => [rows, changes]);
    if (found.seen === '') return answerOf(found, false, spoken);
    if (found.seen !== sent.seen) throw new Refusal(REVIEW_WORDS[spoken].changedMeanwhile);
    ports.writer.apply(fileId, found.changes);
    putRowsRight(ports, fileId, found.added, found.language);
    return answerOf(found, true, spoken);
  });
}
