import { type Emulates, emulatedService } from './emulated-object.ts';
import { callHost } from './host-bridge.ts';

type LoggerApi = GoogleAppsScript.Base.Logger;
type Severity = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR';

/** [assumed] Text as it is, errors with their stack, anything else as JSON. */
function shown(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** [documented] The first text may hold %s, %d, %i, %f, %o, %j and %%; what is left follows after a space. */
function logText(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string') return values.map(shown).join(' ');
  const text = first.replace(/%[sdifoj%]/g, (placeholder) => {
    if (placeholder === '%%') return '%';
    return rest.length === 0 ? placeholder : shown(rest.shift());
  });
  return [text, ...rest.map(shown)].join(' ');
}

const write = (severity: Severity, values: readonly unknown[]) =>
  callHost<void>('log.write', severity, logText(values));

/** [documented] console writes to Cloud Logging under these severities. It costs no service call. */
function emulatedConsole(): Partial<Console> & Record<string, unknown> {
  const started = new Map<string, number>();
  return {
    log: (...values: unknown[]) => write('DEBUG', values),
    info: (...values: unknown[]) => write('INFO', values),
    warn: (...values: unknown[]) => write('WARNING', values),
    error: (...values: unknown[]) => write('ERROR', values),
    time: (label: string) => {
      started.set(label, callHost<number>('execution.now'));
    },
    timeEnd: (label: string) => {
      const since = started.get(label);
      if (since === undefined) return;
      write('DEBUG', [`${label}: ${callHost<number>('execution.now') - since}ms`]);
    },
  };
}

/** [documented] Logger keeps this execution's text; [assumed] one line a call. */
function emulatedLogger(): unknown {
  let lines: string[] = [];
  const logger: unknown = emulatedService('Logger', {
    log: (...values: unknown[]) => {
      lines.push(logText(values));
      write('INFO', values);
      return logger;
    },
    getLog: () => lines.join('\n'),
    clear: () => {
      lines = [];
    },
  } satisfies Required<Emulates<LoggerApi, undefined>>);
  return logger;
}

export function installConsole(globals: Record<string, unknown>): void {
  globals.console = emulatedConsole();
  globals.Logger = emulatedLogger();
}
