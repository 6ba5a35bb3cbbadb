import type { EmulatedAccount, ProjectName, Trigger } from './account.ts';
import { type FunctionCall, type RunResult, runFunction } from './execution.ts';
import { formatSimpleDate } from './simple-date-format.ts';
import { nextFiring } from './trigger-schedule.ts';
import { wallTime } from './zoned-time.ts';

/** The code of a project, as pushed. */
export type PushedProject = Pick<FunctionCall, 'emulator' | 'code' | 'manifest'>;

export interface TriggerRun {
  readonly project: ProjectName;
  readonly trigger: Trigger;
  readonly firedAt: number;
  readonly result: RunResult;
}

/** [documented] The event of a time-driven trigger. */
function clockEvent(trigger: Trigger, time: number, timeZone: string): object {
  const wall = wallTime(time, timeZone);
  return {
    authMode: 'FULL',
    'day-of-month': wall.day,
    'day-of-week': wall.weekday === 0 ? 7 : wall.weekday,
    hour: wall.hour,
    minute: wall.minute,
    month: wall.month,
    second: wall.second,
    timezone: timeZone,
    triggerUid: trigger.id,
    'week-of-year': Number(formatSimpleDate(time, timeZone, 'w')),
    year: wall.year,
  };
}

/** "Run now": runs the handler as the trigger's maker; its schedule stays as it was. */
export function runTrigger(
  account: EmulatedAccount,
  project: ProjectName,
  pushed: PushedProject,
  trigger: Trigger,
): RunResult {
  const event =
    trigger.source === 'CLOCK'
      ? clockEvent(trigger, account.clock.now(), pushed.manifest.timeZone)
      : { authMode: 'FULL', triggerUid: trigger.id };
  return runFunction(account, {
    ...pushed,
    project,
    functionName: trigger.handler,
    args: [event],
    trigger: 'installable',
    asUser: trigger.owner,
  });
}

function firstDue(
  account: EmulatedAccount,
  project: ProjectName,
  timeZone: string,
  until: number,
): { trigger: Trigger; moment: number } | null {
  const due = account.projects[project].triggers.flatMap((trigger) => {
    const moment = nextFiring(trigger, timeZone);
    return moment !== null && moment <= until ? [{ trigger, moment }] : [];
  });
  return due.sort((a, b) => a.moment - b.moment)[0] ?? null;
}

function markFired(account: EmulatedAccount, project: ProjectName, id: string, moment: number) {
  const state = account.projects[project];
  state.triggers = state.triggers.map((trigger) =>
    trigger.id === id ? { ...trigger, lastFiredAt: moment } : trigger,
  );
}

/**
 * Lets this much time pass on the account's clock, and fires each clock trigger of the project at
 * the moment its schedule says, in order.
 */
export function passTime(
  account: EmulatedAccount,
  project: ProjectName,
  pushed: PushedProject,
  milliseconds: number,
): TriggerRun[] {
  const until = account.clock.now() + milliseconds;
  const runs: TriggerRun[] = [];
  for (;;) {
    const due = firstDue(account, project, pushed.manifest.timeZone, until);
    if (due === null) break;
    const { trigger, moment } = due;
    account.clock.advance(Math.max(0, moment - account.clock.now()));
    // Marked first: the handler may delete the trigger or make another.
    markFired(account, project, trigger.id, moment);
    const result = runTrigger(account, project, pushed, trigger);
    runs.push({ project, trigger, firedAt: moment, result });
  }
  account.clock.advance(Math.max(0, until - account.clock.now()));
  return runs;
}
