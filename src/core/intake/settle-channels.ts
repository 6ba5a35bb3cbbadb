import type { Workspace } from '../model/workspace.ts';
import { normaliseText } from './normalise-text.ts';

/** Every channel in the spelling of the figures, so that "e-mail" and "E-mail" are one channel. */
export function settleChannels(workspace: Workspace): Workspace {
  const spelling = new Map(
    workspace.measurements.channels.map((channel) => [normaliseText(channel), channel]),
  );
  const settled = <T extends { readonly channel: string | null }>(items: readonly T[]): T[] =>
    items.map((item) => ({
      ...item,
      channel:
        item.channel === null ? null : (spelling.get(normaliseText(item.channel)) ?? item.channel),
    }));
  return {
    ...workspace,
    kpis: settled(workspace.kpis),
    resources: settled(workspace.resources),
    actions: settled(workspace.actions),
    events: settled(workspace.events),
  };
}
