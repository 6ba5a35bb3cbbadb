import { cacheOperations } from './cache-host.ts';
import { dataStudioOperations } from './data-studio-host.ts';
import { executionOperations } from './execution-host.ts';
import type { Execution } from './execution-state.ts';
import { htmlOperations } from './html-host.ts';
import { lockOperations } from './lock-host.ts';
import { logOperations } from './log-host.ts';
import { mailOperations } from './mail-host.ts';
import { propertiesOperations } from './properties-host.ts';
import { screenOperations } from './screen-host.ts';
import { sheetsOperations } from './sheets/sheets-host.ts';
import { spreadsheetOperations } from './spreadsheet-host.ts';
import { triggerOperations } from './trigger-host.ts';
import { textOperations } from './typed-input.ts';
import { urlFetchOperations } from './url-fetch-host.ts';
import { utilitiesOperations } from './utilities-host.ts';

/**
 * One operation that the inside can ask for with callHost(name, ...args). Arguments came as
 * JSON; the answer goes back as JSON. A PlatformError becomes the script's error.
 */
export type HostOperation = (execution: Execution, ...args: never[]) => unknown;

/** Operations by service: callHost('cache.get', …) is operations.cache.get. One line per service. */
export const operations: Readonly<Record<string, Readonly<Record<string, HostOperation>>>> = {
  cache: cacheOperations,
  dataStudio: dataStudioOperations,
  execution: executionOperations,
  html: htmlOperations,
  lock: lockOperations,
  log: logOperations,
  mail: mailOperations,
  properties: propertiesOperations,
  screen: screenOperations,
  sheets: sheetsOperations,
  spreadsheet: spreadsheetOperations,
  text: textOperations,
  trigger: triggerOperations,
  urlFetch: urlFetchOperations,
  utilities: utilitiesOperations,
};
