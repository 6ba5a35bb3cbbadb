import { dataStudioOperations } from './data-studio-host.ts';
import { executionOperations } from './execution-host.ts';
import type { Execution } from './execution-state.ts';
import { spreadsheetOperations } from './spreadsheet-host.ts';

/**
 * One operation that the inside can ask for with callHost(name, ...args). Arguments came as
 * JSON; the answer goes back as JSON. A PlatformError becomes the script's error.
 */
export type HostOperation = (execution: Execution, ...args: never[]) => unknown;

/** Operations by service: callHost('cache.get', …) is operations.cache.get. One line per service. */
export const operations: Readonly<Record<string, Readonly<Record<string, HostOperation>>>> = {
  dataStudio: dataStudioOperations,
  execution: executionOperations,
  spreadsheet: spreadsheetOperations,
};
