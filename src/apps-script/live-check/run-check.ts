import {
  ANSWERS_LAYOUT,
  type LiveAnswers,
  type ProbeResult,
  type Surroundings,
} from '../../workflows/live-check/answers.ts';
import { sheetsService } from '../sheets-errors.ts';
import { CELL_PROBES, CLOCK_PROBES, NOTATION_PROBES, TAB_PROBES } from './cell-probes.ts';
import { CHANGE_PROBES } from './change-probes.ts';
import { FIELD_PROBES, RESPONSE_PROBES } from './data-studio-probes.ts';
import { askProbe, type CheckTab, type ProbeRoom } from './probe.ts';
import {
  EXECUTION_PROBES,
  LANGUAGE_PROBES,
  RIGHT_PROBES,
  removeLeftTriggers,
  TIME_PROBES,
  TRIGGER_PROBES,
} from './script-probes.ts';
import { FORMAT_PROBES, VALUE_PROBES } from './sheets-probes.ts';
import { CACHE_PROBES, LOCK_PROBES, PROPERTY_PROBES } from './store-probes.ts';
import { GZIP_PROBES, PAGE_PROBES, TEXT_PROBES } from './text-probes.ts';

/** Questions that need nothing but the script. */
const ALONE: readonly ProbeRoom[] = [
  RIGHT_PROBES,
  EXECUTION_PROBES,
  LANGUAGE_PROBES,
  TIME_PROBES,
  PROPERTY_PROBES,
  CACHE_PROBES,
  LOCK_PROBES,
  TEXT_PROBES,
  GZIP_PROBES,
  PAGE_PROBES,
  FIELD_PROBES,
  RESPONSE_PROBES,
  TRIGGER_PROBES,
];

/** Questions that are asked in a tab of the check's own. */
const IN_A_TAB: readonly ProbeRoom[] = [
  TAB_PROBES,
  NOTATION_PROBES,
  CELL_PROBES,
  CLOCK_PROBES,
  VALUE_PROBES,
  FORMAT_PROBES,
  CHANGE_PROBES,
];

/** Google ends an execution after six minutes; the tab must be gone by then. */
const MOST_MILLISECONDS = 240_000;

const TAB_TITLE = 'Koers live check';
const TAB_KEY = 'koers.live_check';

function tryOr<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

const surroundings = (): Surroundings => ({
  scriptTimeZone: tryOr(() => Session.getScriptTimeZone(), ''),
  workbookTimeZone: tryOr(() => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(), ''),
  workbookLocale: tryOr(() => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale(), ''),
  personLocale: tryOr(() => Session.getActiveUserLocale(), ''),
});

const batchUpdate = (fileId: string, requests: GoogleAppsScript.Sheets.Schema.Request[]) =>
  sheetsService().Spreadsheets?.batchUpdate({ requests }, fileId);

/** Tabs of a check that was killed: known by the mark that they were made with, never by name. */
function removeLeftTabs(fileId: string): void {
  const fields = 'sheets(properties(sheetId),developerMetadata(metadataKey))';
  const { sheets = [] } = sheetsService().Spreadsheets?.get(fileId, { fields }) ?? {};
  const left = sheets.filter(({ developerMetadata = [] }) =>
    developerMetadata.some(({ metadataKey }) => metadataKey === TAB_KEY),
  );
  if (left.length === 0) return;
  const requests = left.map(({ properties }) => ({
    deleteSheet: { sheetId: properties?.sheetId },
  }));
  batchUpdate(fileId, requests);
}

function makeTab(fileId: string, now: number): CheckTab {
  removeLeftTabs(fileId);
  // Ids are at most 31 bits; the seconds of today are as good as any that is free.
  const sheetId = Math.floor(now / 1000) % 2_000_000_000;
  const title = `${TAB_TITLE} ${sheetId}`;
  const developerMetadata = {
    metadataKey: TAB_KEY,
    visibility: 'DOCUMENT',
    location: { sheetId },
  };
  batchUpdate(fileId, [
    { addSheet: { properties: { sheetId, title } } },
    { createDeveloperMetadata: { developerMetadata } },
  ]);
  return { fileId, sheetId, title };
}

const NO_TAB: CheckTab = { fileId: '', sheetId: -1, title: '' };

/**
 * Asks everything, whatever fails. Touches nothing of anybody's: what it makes (a tab, a trigger,
 * entries of stores) it removes, also what a check that was killed left behind.
 */
export function runLiveCheck(koers: string): LiveAnswers {
  const start = Date.now();
  const fileId = tryOr(() => SpreadsheetApp.getActiveSpreadsheet().getId(), '');
  const email = tryOr(() => Session.getEffectiveUser().getEmail(), '');
  const own = [fileId, email].filter((secret) => secret !== '');
  const results: Record<string, ProbeResult> = {};
  const ask = (rooms: readonly ProbeRoom[], tab: CheckTab): void => {
    // The tab's name and number differ from check to check.
    const secrets = tab === NO_TAB ? own : [...own, tab.title, String(tab.sheetId)];
    for (const [id, probe] of rooms.flatMap((room) => Object.entries(room))) {
      results[id] =
        Date.now() - start > MOST_MILLISECONDS
          ? { kind: 'skipped', reason: 'no_time' }
          : askProbe(probe, tab, secrets);
    }
  };
  tryOr(removeLeftTriggers, undefined);
  ask(ALONE, NO_TAB);
  let tab: CheckTab = NO_TAB;
  const makes: ProbeRoom = {
    'tab.made': () => {
      tab = makeTab(fileId, start);
      return true;
    },
  };
  ask([makes], NO_TAB);
  if (results['tab.made']?.kind === 'answer') {
    const { sheetId } = tab;
    ask(IN_A_TAB, tab);
    const removes: ProbeRoom = {
      'tab.removed': () => batchUpdate(fileId, [{ deleteSheet: { sheetId } }]) !== undefined,
    };
    // Whatever the time is: it must go.
    results['tab.removed'] = askProbe(removes['tab.removed'], tab, own);
  } else {
    for (const id of IN_A_TAB.flatMap((room) => Object.keys(room))) {
      results[id] = { kind: 'skipped', reason: 'no_tab' };
    }
  }
  return {
    layout: ANSWERS_LAYOUT,
    koers,
    askedAt: new Date(start).toISOString(),
    surroundings: surroundings(),
    results,
  };
}
