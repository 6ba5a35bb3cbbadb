import { dayFromIsoDate } from '../core/model/calendar-date.ts';
import type {
  Clock,
  Compression,
  ErrorLog,
  Lock,
  NewId,
  OpenPropertyStore,
  ResultCache,
  Visitor,
} from '../workflows/ports.ts';

export const googleClock: Clock = {
  now: () => Date.now(),
  civilDay(milliseconds, timeZone) {
    const text = Utilities.formatDate(new Date(milliseconds), timeZone, 'yyyy-MM-dd');
    const day = dayFromIsoDate(text);
    if (day === null) throw new Error(`Not a date: ${text}`);
    return day;
  },
  civilTime(milliseconds, timeZone) {
    const text = Utilities.formatDate(new Date(milliseconds), timeZone, 'yyyy-MM-dd HH:mm:ss');
    const [hours, minutes, seconds] = text.slice(11).split(':').map(Number);
    return {
      day: googleClock.civilDay(milliseconds, timeZone),
      secondsOfDay: hours * 3600 + minutes * 60 + seconds,
    };
  },
};

/** What a service gives, or this when it fails: doing without costs time, never the answer. */
function orElse<T>(call: () => T, otherwise: T): T {
  try {
    return call();
  } catch {
    return otherwise;
  }
}

/** Of the effective user: nobody sees what another one was served. */
export const userCache: ResultCache = {
  getAll: (keys) =>
    // SAFETY: the service answers with texts.
    orElse(() => CacheService.getUserCache().getAll([...keys]) as Record<string, string>, {}),
  putAll: (entries, seconds) =>
    orElse(() => CacheService.getUserCache().putAll({ ...entries }, seconds), undefined),
};

/** Keeps calls of one user from loading the same until its end; without it they all load. */
export const userLock: Pick<Lock, 'acquire'> = {
  acquire: (milliseconds) => orElse(() => LockService.getUserLock().tryLock(milliseconds), false),
};

/** Whoever changes the workbook has it: nothing is written without, and its end lets it go. */
export const scriptLock: Lock = {
  acquire: (milliseconds) => orElse(() => LockService.getScriptLock().tryLock(milliseconds), false),
  release: () => orElse(() => LockService.getScriptLock().releaseLock(), undefined),
};

/** Put beside the code by npm run deploy: what a script property says otherwise. */
declare const KOERS_INSTALLATION: Readonly<Record<string, string>> | undefined;

const installed = (key: string): string | null =>
  typeof KOERS_INSTALLATION === 'undefined' ? null : (KOERS_INSTALLATION[key] ?? null);

export const scriptProperties: OpenPropertyStore = {
  get: (key) => PropertiesService.getScriptProperties().getProperty(key) ?? installed(key),
  set: (key, value) => {
    const store = PropertiesService.getScriptProperties();
    if (value === null) store.deleteProperty(key);
    else store.setProperty(key, value);
  },
};

export const googleCompression: Compression = {
  pack: (text) => Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes()),
  unpack: (packed) =>
    Utilities.ungzip(
      Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip'),
    ).getDataAsString('UTF-8'),
};

export const newId: NewId = () => Utilities.getUuid();

export const googlePerson: Visitor = {
  email: () => Session.getEffectiveUser().getEmail(),
  visitor: () => Session.getActiveUser().getEmail(),
  locale: () => Session.getActiveUserLocale(),
};

export const cloudLog: ErrorLog = { error: (line) => console.error(JSON.stringify(line)) };
