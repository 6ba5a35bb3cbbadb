import { callHost } from './host-bridge.ts';

/**
 * The script's clock is the host's (fixed, or moving from a set day), so `new Date()` and
 * `Date.now()` ask for it; every other use of Date is the engine's own.
 */
export function installClock(globals: Record<string, unknown>): void {
  const RealDate = Date;
  const now = () => callHost<number>('execution.now');
  const ScriptDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: ScriptDate,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globals, 'Date', {
    value: ScriptDate,
    configurable: true,
    writable: true,
  });
}
