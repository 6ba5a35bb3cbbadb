/** Entry of a bundle for tests: every adapter by name, arguments and result as JSON. */

import { googleMailer, googlePoster } from '../../src/apps-script/google-post.ts';
import { googleSchedule } from '../../src/apps-script/google-schedule.ts';
import {
  googleClock,
  googleCompression,
  scriptLock,
  scriptProperties,
  userCache,
  userLock,
} from '../../src/apps-script/google-services.ts';
import { sheetsReader } from '../../src/apps-script/sheets-reader.ts';
import { sheetsWriter } from '../../src/apps-script/sheets-writer.ts';

const adapters = {
  reader: sheetsReader,
  writer: sheetsWriter,
  cache: userCache,
  userLock,
  scriptLock,
  properties: scriptProperties,
  clock: googleClock,
  compression: googleCompression,
  schedule: googleSchedule,
  mailer: googleMailer,
  poster: googlePoster,
};

/** Calls several methods in one execution, so that a lock can be held between two of them. */
export function callAdapters(
  calls: readonly [adapter: string, method: string, ...args: unknown[]][],
) {
  return calls.map(([adapter, method, ...args]) => {
    const target: object = Reflect.get(adapters, adapter);
    const result: unknown = Reflect.get(target, method).apply(target, args);
    return result === undefined ? null : result;
  });
}
