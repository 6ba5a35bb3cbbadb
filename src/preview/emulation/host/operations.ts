import { cacheOperations } from './cache-host.ts';
import { dataStudioOperations } from './data-studio-host.ts';
import { executionOperations } from './execution-host.ts';
import type { Execution } from './execution-state.ts';
import { lockOperations } from './lock-host.ts';
import { logOperations } from './log-host.ts';
import { propertiesOperations } from './properties-host.ts';
import { screenOperations } from './screen-host.ts';
import { spreadsheetOperations } from './spreadsheet-host.ts';
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
  lock: lockOperations,
  log: logOperations,
  properties: propertiesOperations,
  screen: screenOperations,
  spreadsheet: spreadsheetOperations,
  utilities: utilitiesOperations,
};
