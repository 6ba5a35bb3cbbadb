import { PlatformError, StoppedExecution } from './account.ts';
import type { Execution, Outcome } from './execution-state.ts';
import { hasScreen } from './execution-state.ts';
import { consentOf, isConsented, isGranted } from './granted-scopes.ts';

/** [recorded] How the platform calls a service that was used too often; [assumed] for the others. */
const SERVICE_WORDS: Readonly<Record<string, string>> = {
  MailApp: 'email',
  UrlFetchApp: 'urlfetch',
  PropertiesService: 'properties',
  SpreadsheetApp: 'spreadsheet',
  CacheService: 'cache',
  LockService: 'lock',
};

/** [recorded] The sentence; what is used up comes back the next day. */
function refuseUsedUp(usedUp: readonly string[], method: string): void {
  const [service = ''] = method.split('.');
  if (!usedUp.includes(service)) return;
  const word = SERVICE_WORDS[service] ?? service.toLowerCase();
  throw new PlatformError(`Service invoked too many times for one day: ${word}.`);
}

function announceCall(execution: Execution, method: string): void {
  execution.callCount += 1;
  execution.calls[method] = (execution.calls[method] ?? 0) + 1;
  const { account } = execution;
  refuseUsedUp(account.usedUpServices ?? [], method);
  account.beforeCall?.({ method, executionId: execution.id, count: execution.callCount });
  if (account.clock.now() - execution.startedAt > execution.limitMilliseconds) {
    // [seen] The execution log's text for six minutes, or 30 seconds of a simple trigger.
    throw new StoppedExecution('Exceeded maximum execution time');
  }
}

/** [recorded] What a box that the person left unticked, when asked for consent, ends in. */
const UNTICKED = 'Authorization is required to perform that action.';

/** [seen] In simple triggers as well as for a scope that the manifest lacks. */
function requireScope(execution: Execution, method: string, anyOf: string[]): void {
  if (isGranted(execution, anyOf)) {
    if (isConsented(execution, anyOf)) return;
    throw new PlatformError(UNTICKED);
  }
  const needed = anyOf.length === 1 ? anyOf[0] : `(${anyOf.join(' || ')})`;
  throw new PlatformError(
    `Specified permissions are not sufficient to call ${method}. Required permissions: ${needed}`,
  );
}

/** What every execution can ask, whatever services it uses. */
export const executionOperations = {
  now: (execution: Execution) => execution.account.clock.now(),
  announceCall,
  requireScope,
  consent: consentOf,
  stopForConsent: () => {
    throw new StoppedExecution(UNTICKED);
  },
  hasScreen: (execution: Execution) => hasScreen(execution),
  facts: (execution: Execution) => ({
    timeZone: execution.manifest.timeZone,
    user: execution.user,
    owner: execution.account.owner,
    userLocale: execution.account.userLocale,
    scriptId: execution.project.scriptId,
    boundWorkbookId: execution.project.boundWorkbookId,
    trigger: execution.trigger,
    advancedServices: (execution.manifest.dependencies?.enabledAdvancedServices ?? []).map(
      (service) => service.userSymbol,
    ),
  }),
  finish: (execution: Execution, outcome: Outcome) => {
    execution.outcome = outcome;
  },
};
