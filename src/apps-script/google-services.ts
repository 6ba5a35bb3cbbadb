import { dayFromIsoDate } from '../core/model/calendar-date.ts';
import type {
  Clock,
  Compression,
  ErrorLog,
  Lock,
  NewId,
  Person,
  PropertyStore,
  ResultCache,
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

/** Of the effective user: nobody sees what another one was served. */
export const userCache: ResultCache = {
  // SAFETY: the service answers with texts.
  getAll: (keys) => CacheService.getUserCache().getAll([...keys]) as Record<string, string>,
  putAll: (entries, seconds) => CacheService.getUserCache().putAll({ ...entries }, seconds),
};

export const userLock: Lock = {
  acquire: (milliseconds) => LockService.getUserLock().tryLock(milliseconds),
  release: () => LockService.getUserLock().releaseLock(),
};

/** One recalculation at a time, whoever starts it. */
export const scriptLock: Lock = {
  acquire: (milliseconds) => LockService.getScriptLock().tryLock(milliseconds),
  release: () => LockService.getScriptLock().releaseLock(),
};

/** Put beside the code by npm run deploy: what a script property says otherwise. */
declare const KOERS_INSTALLATION: Readonly<Record<string, string>> | undefined;

const installed = (key: string): string | null =>
  typeof KOERS_INSTALLATION === 'undefined' ? null : (KOERS_INSTALLATION[key] ?? null);

export const scriptProperties: PropertyStore = {
  get: (key) => PropertiesService.getScriptProperties().getProperty(key) ?? installed(key),
};

export const googleCompression: Compression = {
  pack: (text) => Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes()),
  unpack: (packed) =>
    Utilities.ungzip(
      Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip'),
    ).getDataAsString('UTF-8'),
};

export const newId: NewId = () => Utilities.getUuid();

export const googlePerson: Person = {
  email: () => Session.getEffectiveUser().getEmail(),
  locale: () => Session.getActiveUserLocale(),
};

export const cloudLog: ErrorLog = { error: (line) => console.error(JSON.stringify(line)) };
