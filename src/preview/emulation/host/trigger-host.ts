import { PlatformError, type Trigger } from './account.ts';
import type { Execution } from './execution-state.ts';

type TriggerPlan = Pick<Trigger, 'handler' | 'eventType' | 'source' | 'sourceId' | 'schedule'>;

/** [documented] 20 for each user of each script. */
const MAX_TRIGGERS = 20;

const ofOwner = ({ project, user }: Execution): Trigger[] =>
  project.triggers.filter(({ owner }) => owner === user);

function create(execution: Execution, plan: TriggerPlan): Trigger {
  const { account, project, user } = execution;
  if (ofOwner(execution).length >= MAX_TRIGGERS) {
    // [seen]
    throw new PlatformError(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  const numbers = project.triggers.map(({ id }) => Number(id));
  const trigger: Trigger = {
    ...plan,
    id: String(Math.max(0, ...numbers) + 1),
    owner: user,
    createdAt: account.clock.now(),
  };
  project.triggers.push(trigger);
  return trigger;
}

export const triggerOperations = {
  create,
  ofOwner,
  // [documented] Triggers of others are out of reach: deleting one does nothing.
  delete: (execution: Execution, id: string) => {
    const { project, user } = execution;
    project.triggers = project.triggers.filter((one) => one.id !== id || one.owner !== user);
  },
};
