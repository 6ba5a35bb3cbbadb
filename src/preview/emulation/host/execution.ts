import vm from 'node:vm';
import { type EmulatedAccount, type LogEntry, PlatformError, type ProjectName } from './account.ts';
import { compile } from './compiled-scripts.ts';
import { openDoor } from './door.ts';
import type { DescribedError, Execution, Manifest, TriggerKind } from './execution-state.ts';
import { inTimeZone } from './script-time-zone.ts';

export interface FunctionCall {
  /** The text of dist/preview/emulator.js. */
  readonly emulator: string;
  /** The text of Code.js. */
  readonly code: string;
  readonly project: ProjectName;
  readonly manifest: Manifest;
  readonly functionName: string;
  readonly args?: readonly unknown[];
  /** Left out: as from the script editor, which is like a menu without its screen. */
  readonly trigger?: TriggerKind;
  readonly asUser?: string;
}

export interface RunResult {
  readonly result?: unknown;
  readonly error?: DescribedError;
  readonly log: readonly LogEntry[];
  readonly calls: Readonly<Record<string, number>>;
}

/** [documented] 30 seconds for a simple trigger, six minutes otherwise. */
const LIMIT_MILLISECONDS = { simple: 30_000, other: 360_000 };

const DOOR_NAME = '__emulation_host__';
const INVOKE_NAME = '__emulation_invoke__';

function startExecution(account: EmulatedAccount, call: FunctionCall): Execution {
  account.executions += 1;
  const trigger = call.trigger ?? 'installable';
  return {
    id: account.executions,
    account,
    projectName: call.project,
    project: account.projects[call.project],
    manifest: call.manifest,
    functionName: call.functionName,
    trigger,
    user: call.asUser ?? account.owner,
    startedAt: account.clock.now(),
    limitMilliseconds: trigger === 'simple' ? LIMIT_MILLISECONDS.simple : LIMIT_MILLISECONDS.other,
    log: [],
    calls: {},
    callCount: 0,
    outcome: null,
    stopped: null,
  };
}

const RESULT_RULES: Record<TriggerKind, string> = {
  datastudio: 'exact',
  page: 'page',
  web_app: 'web_app',
  menu: 'ignored',
  simple: 'ignored',
  installable: 'ignored',
};

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/** [seen] The platform's words for a name it cannot call; private ones end in an underscore. */
function invocationSource(call: FunctionCall, trigger: TriggerKind): string | null {
  const { functionName } = call;
  if (!IDENTIFIER.test(functionName) || functionName.endsWith('_')) return null;
  const args = JSON.stringify(JSON.stringify(call.args ?? []));
  const rule = JSON.stringify(RESULT_RULES[trigger]);
  return (
    `typeof ${functionName} === 'function' && ` +
    `(${INVOKE_NAME}(${functionName}, ${args}, ${rule}), true)`
  );
}

/**
 * Node asks functions of its own for every name that a script finds in the global object of its
 * context, which takes longer than most of what is then done with it. Names that are declared are
 * found at once, as on the platform.
 */
const QUICK_NAMES = `const {
  Array, Boolean, Date, Error, Float64Array, Int32Array, Intl, JSON, Map, Math, Number, Object,
  Reflect, RegExp, Set, String, isFinite, isNaN, parseFloat, parseInt,
} = globalThis;`;

/** A name that is there before the script is: eval, Object, a service. None of them can be called. */
const isOfThePlatform = (context: vm.Context, { functionName }: FunctionCall): boolean =>
  IDENTIFIER.test(functionName) &&
  new vm.Script(`typeof ${functionName} !== 'undefined'`).runInContext(context);

function evaluateAll(execution: Execution, call: FunctionCall): void {
  // A bare context has ECMAScript's names only, which is what Apps Script has too.
  const context = vm.createContext(Object.create(null), { microtaskMode: 'afterEvaluate' });
  context[DOOR_NAME] = openDoor(execution);
  compile(call.emulator, 'emulator.js').runInContext(context);
  compile(QUICK_NAMES, 'names.js').runInContext(context);
  const source = isOfThePlatform(context, call) ? null : invocationSource(call, execution.trigger);
  const timeout = execution.limitMilliseconds;
  compile(call.code, 'Code.gs').runInContext(context, { timeout });
  const found = source !== null && new vm.Script(source).runInContext(context, { timeout });
  if (found !== true) throw new Error(`Script function not found: ${call.functionName}`);
}

function describe(error: unknown): DescribedError {
  if (typeof error !== 'object' || error === null || !('message' in error)) {
    return { name: 'Error', message: String(error), stack: '' };
  }
  // Errors of the script's own context are not `instanceof Error` here.
  const { name = 'Error', message, stack = '', code } = error as Partial<NodeJS.ErrnoException>;
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
    return { name: 'Exception', message: 'Exceeded maximum execution time', stack: '' };
  }
  return { name, message: String(message), stack };
}

/** Why the platform does not start this execution at all; null when it does. */
function refusedStart({ account, project, trigger, user }: Execution): string | null {
  const { readers } = project;
  // [documented] Who may not read a connector's script cannot run it; [assumed] the sentence.
  if (trigger === 'datastudio' && readers !== undefined && user !== account.owner) {
    if (!readers.includes(user))
      return 'You do not have permission to access the requested script.';
  }
  // [recorded] Triggers have so much time a day together.
  const isByTrigger = trigger === 'installable';
  return isByTrigger && account.isComputerTimeUsedUp === true
    ? 'Service using too much computer time for one day'
    : null;
}

/** Runs one function of the bundle as the platform would, in a context of its own. */
export function runFunction(account: EmulatedAccount, call: FunctionCall): RunResult {
  const execution = startExecution(account, call);
  const refused = refusedStart(execution);
  if (refused !== null) return { error: describe(new PlatformError(refused)), log: [], calls: {} };
  let failure: unknown = null;
  try {
    inTimeZone(call.manifest.timeZone, () => evaluateAll(execution, call));
  } catch (error) {
    failure = error;
  }
  releaseLocks(execution);
  const { log, calls } = execution;
  if (execution.stopped !== null) return { error: describe(execution.stopped), log, calls };
  if (failure !== null) return { error: describe(failure), log, calls };
  // A promise that never settles ends with the script: the platform hands over nothing.
  return { ...(execution.outcome ?? { result: null }), log, calls };
}

/** [documented] A lock is released when its execution ends, however it ends. */
function releaseLocks(execution: Execution): void {
  for (const [name, holder] of execution.project.locks) {
    if (holder === execution.id) execution.project.locks.delete(name);
  }
}
