import { fullDate } from '../../core/language/format-date.ts';
import type { RunTrigger } from '../../core/model/turns.ts';
import type { Language } from '../../core/model/workspace.ts';
import { PersonFailure } from '../failures.ts';
import {
  monthOf,
  type PackedMonth,
  packMonth,
  unpackMonth,
  withDay,
} from '../hidden-tab/kept-months.ts';
import { markText } from '../hidden-tab/mark.ts';
import { type Memory, monthHashes, readMemory } from '../hidden-tab/memory.ts';
import { isOthers, knownSchedule } from '../hidden-tab/register.ts';
import { type Salvage, salvage } from '../hidden-tab/salvage.ts';
import {
  DATA_LAYOUT,
  type StoredChart,
  type StoredData,
  type StoredIdentity,
  type StoredPublication,
  type StoredSchedule,
  type StoredStamp,
} from '../hidden-tab/stored-data.ts';
import type {
  Attempt,
  Clock,
  Compression,
  Lock,
  Person,
  PropertyStore,
  WorkbookReader,
  WorkbookWriter,
} from '../ports.ts';
import { type ComputedResults, computeResults } from '../results/compute-results.ts';
import { inputsHash } from '../results/inputs-hash.ts';
import { refuseWhenLate } from '../results/time-limit.ts';
import { historyOf } from '../results/update-record.ts';
import { cutOf } from '../results/year-cut.ts';
import { messagesAfter } from '../telling/messages-after.ts';
import { idChanges } from '../workbook/blank-ids.ts';
import { oneAtATime, PATIENT_MILLISECONDS } from '../workbook/one-at-a-time.ts';
import { type ReadWorkbook, readWorkbook } from '../workbook/read-workbook.ts';
import { tabHeadline } from '../workbook/tab-headline.ts';
import { type InputChange, writeWithInputs } from '../workbook/write-inputs.ts';
import type { WorkbookChange } from '../workbook-change.ts';
import { withAdoptedTabs } from './adopted-tabs.ts';
import { type ChartsTab, chartsTab } from './charts-tab.ts';
import { drawCharts, keptCharts } from './draw-charts.ts';
import { chartsOf } from './goal-courses.ts';
import { dataTabChanges, repairedTabChanges, withMonth } from './hidden-tab-changes.ts';
import { noteChanges } from './input-changes.ts';
import { loneIds } from './lone-ids.ts';
import { newStoredData } from './new-stored-data.ts';
import { type Notice, notices, peopleChanges } from './readable-tab-changes.ts';
import { PEOPLE_TABS } from './readable-tabs.ts';
import { renewPublications } from './renew-publications.ts';

export interface RecalculationPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly lock: Lock;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly person: Person;
  readonly attempt: Attempt;
  readonly properties: PropertyStore;
  /** Of Koers, as people see it. */
  readonly version: string;
}

/** What came along when an older layout was put into the present one. */
interface Converted {
  readonly months: number;
  readonly baselines: number;
  readonly closedKpis: number;
}

export interface RecalculationReport {
  /** Null where the layout was the present one already. */
  readonly converted: Converted | null;
  readonly language: Language;
  readonly kpiCount: number;
  readonly errorCount: number;
  readonly isCopy: boolean;
  readonly schedule: StoredSchedule;
  readonly timeZone: string;
  /** What is kept for groups, and what came of it this time. */
  readonly publications: readonly StoredPublication[];
}

export interface RecalculationWay {
  /** What is to be different from now on in what Koers keeps, written with the rest. */
  readonly changed?: (stored: StoredData) => StoredData;
  /**
   * Goes on with what is whole of damaged data, and writes all of it anew: when it is what a person
   * agreed to.
   */
  readonly repairs?: (found: Salvage) => boolean;
}

/** What is whole, at no place: all of it is written anew. */
function salvagedMemory(
  columns: ReadWorkbook['dataColumns'],
  compression: Compression,
  isAgreed: (found: Salvage) => boolean,
): Memory {
  const found = salvage(columns, compression);
  if (!isAgreed(found)) throw new PersonFailure('OTHER_DAMAGE', {});
  const { stored, months } = found;
  return { stored, months: months.map((own) => ({ ...own, row: 0, rowCount: 0 })) };
}

/** The month of this run with its day in it; null while Today is typed: that is not history. */
function changedMonth(
  memory: Memory,
  results: ComputedResults,
  compression: Compression,
): PackedMonth | null {
  const { evaluation, workspace } = results;
  if (workspace.settings.today !== null) return null;
  const month = monthOf(evaluation.today);
  const text = memory.months.find((block) => block.month === month)?.text;
  const rows = text === undefined ? [] : (unpackMonth(text, compression) ?? []);
  const kept = withDay(rows, evaluation.today, historyOf(evaluation));
  return { month, text: packMonth(kept, compression) };
}

/** A trigger shows to its maker only, so it has to find out itself that it is not wanted here. */
function refuseUnwanted({ register }: StoredData, isCopy: boolean, by: string): void {
  if (isCopy) throw new PersonFailure('IS_COPY', {});
  const { schedule } = register;
  if (isOthers(schedule, by)) throw new PersonFailure('OTHERS_SCHEDULE', { by: schedule.by });
}

const convertedOf = ({ stored, months }: Memory): Converted | null =>
  stored.layout === DATA_LAYOUT
    ? null
    : {
        months: months.length,
        baselines: stored.baselines.length,
        closedKpis: stored.snapshots.length,
      };

/** The id of the first file is that of the workbook, also in copies of it. */
const identityOf = (stored: StoredData, fileId: string): StoredIdentity =>
  stored.identity ?? { workbookId: fileId, fileId };

function stampOf(
  { workspace, evaluation, idsToWrite }: ComputedResults,
  read: ReadWorkbook,
  now: number,
): StoredStamp {
  const { settings } = workspace;
  return {
    recalculatedAt: now,
    today: evaluation.today,
    isTodaySet: settings.today !== null,
    language: settings.language,
    currency: settings.currency,
    inputs: inputsHash(read, idsToWrite),
    cut: cutOf(workspace),
  };
}

/**
 * Reads the workbook, evaluates it and writes everything Koers has to say into it: all or nothing,
 * so that whatever goes wrong on the way the last good result stays whole.
 */
export function recalculate(
  ports: RecalculationPorts,
  fileId: string,
  trigger: RunTrigger,
  way: RecalculationWay = {},
): RecalculationReport {
  const patience = trigger === 'menu' ? undefined : PATIENT_MILLISECONDS;
  return oneAtATime(ports.lock, () => recalculateLocked(ports, fileId, trigger, way), patience);
}

function recalculateLocked(
  ports: RecalculationPorts,
  fileId: string,
  trigger: RunTrigger,
  { changed = (stored) => stored, repairs }: RecalculationWay,
): RecalculationReport {
  const { clock, compression } = ports;
  const startedAt = clock.now();
  const read = withAdoptedTabs(readWorkbook(ports.reader, fileId));
  const kept = repairs
    ? salvagedMemory(read.dataColumns, compression, repairs)
    : readMemory(read.facts, read.dataColumns, compression);
  const memory = { ...kept, stored: changed(kept.stored) };
  const identity = identityOf(memory.stored, fileId);
  const isCopy = identity.fileId !== fileId;
  const by = ports.person.email();
  if (trigger !== 'menu') refuseUnwanted(memory.stored, isCopy, by);
  refuseWhenLate(clock, startedAt);
  const results = computeResults(read, memory.stored, {
    workbookId: identity.workbookId,
    now: startedAt,
    startedAt,
    clock,
    compression,
    months: memory.months,
    run: { by, version: ports.version },
    isKept: true,
  });
  refuseWhenLate(clock, startedAt);
  const stamp = stampOf(results, read, startedAt);
  const { facts } = read;
  const charts = chartsOf(keptCharts(ports.reader, facts, memory.stored.register), results);
  const data = newStoredData(
    withCharts(memory.stored, charts),
    results,
    identity,
    stamp,
    { by, trigger, version: ports.version },
    messagesAfter(ports, memory.stored, results, { at: startedAt, isCopy }),
    compression,
  );
  const schedule = knownSchedule(data.register, facts);
  const headline = tabHeadline(clock, { at: startedAt, by }, schedule, stamp.language);
  const notice = { isCopy, hasLooks: read.looks.length > 0, headline };
  const today = typedDay(results);
  const tab = chartsTab(facts, charts, results, notices({ ...notice, today }, results, 0, 0));
  const changes = koersChanges(
    ports,
    read,
    memory,
    results,
    data,
    { notice: { ...notice, today }, charts: tab },
    repairs !== undefined,
  );
  refuseWhenLate(clock, startedAt);
  const lone = loneIds(read, memory.stored, compression);
  writeWithInputs(ports, read, inputChanges(read, results), [...lone, ...changes]);
  const goOn = () => refuseWhenLate(clock, startedAt);
  drawCharts(ports, fileId, tab, charts, { language: stamp.language, goOn });
  // A copy would write into the workbooks of the groups of its original.
  const publications = isCopy
    ? []
    : renewPublications(ports, fileId, { results, stamp, register: data.register, goOn });
  return {
    converted: convertedOf(kept),
    language: stamp.language,
    kpiCount: results.evaluation.kpis.length,
    errorCount: results.issues.filter(({ severity }) => severity === 'error').length,
    isCopy,
    schedule: data.register.schedule,
    timeZone: facts.timeZone,
    publications,
  };
}

const withCharts = (stored: StoredData, charts: readonly StoredChart[]): StoredData => ({
  ...stored,
  register: { ...stored.register, charts },
});

/** The day typed in Settings, as people read it, or null. */
const typedDay = ({ workspace: { settings } }: ComputedResults): string | null =>
  settings.today === null ? null : fullDate(settings.today, settings.language);

/** Blank ids and notes about what is wrong, in the tabs that people fill in. */
const inputChanges = ({ facts, looks }: ReadWorkbook, results: ComputedResults): InputChange[] => [
  ...idChanges(facts, results.idsToWrite),
  ...noteChanges(facts, looks, results.issues, results.describe),
];

function koersChanges(
  { compression }: RecalculationPorts,
  { facts }: ReadWorkbook,
  memory: Memory,
  results: ComputedResults,
  data: StoredData,
  { notice, charts }: { readonly notice: Notice; readonly charts: ChartsTab | null },
  isRepair: boolean,
): WorkbookChange[] {
  const { language } = results.workspace.settings;
  const month = changedMonth(memory, results, compression);
  return [
    ...peopleChanges(facts, results, notice, PEOPLE_TABS, charts),
    ...(isRepair ? repairedTabChanges : dataTabChanges)(
      facts,
      language,
      { ...data, months: monthHashes(withMonth(memory.months, month)) },
      memory.months,
      month,
      compression,
    ),
    ...(data.stamp === null
      ? []
      : [
          {
            kind: 'set_mark' as const,
            id: facts.mark?.id ?? null,
            text: markText(data.stamp, data.register),
          },
        ]),
  ];
}
