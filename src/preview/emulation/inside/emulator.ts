/**
 * Entry of the part of the emulation that lives in the script's own V8 context: it puts the
 * platform's globals there and leaves the host one function to start the script with.
 */
import { installCacheService } from './cache-service.ts';
import { installClock } from './clock.ts';
import { installConsole } from './console.ts';
import { installDataStudioApp } from './data-studio-app.ts';
import { installHtmlService } from './html-service.ts';
import { installInvocation } from './invocation.ts';
import { installLockService } from './lock-service.ts';
import { installMailApp } from './mail-app.ts';
import { installOtherServices } from './other-services.ts';
import { installPropertiesService } from './properties-service.ts';
import { installScriptApp } from './script-app.ts';
import { installSession } from './session.ts';
import { installSheets } from './sheets-service.ts';
import { installSpreadsheetApp } from './spreadsheet-app.ts';
import { installUrlFetchApp } from './url-fetch-app.ts';
import { installUtilities } from './utilities.ts';

type Globals = Record<string, unknown>;

/** One line per service; each file puts its own globals in place. */
const installations: ((globals: Globals) => void)[] = [
  installClock,
  installSpreadsheetApp,
  installSheets,
  installDataStudioApp,
  installPropertiesService,
  installCacheService,
  installLockService,
  installSession,
  installConsole,
  installUtilities,
  installHtmlService,
  installMailApp,
  installScriptApp,
  installUrlFetchApp,
  installOtherServices,
  installInvocation,
];

// SAFETY: the global object of a bare context, where every name is ours to set.
const globals = globalThis as unknown as Globals;
for (const install of installations) install(globals);
