import type { Workspace } from '../../model/workspace.ts';
import { nearestName } from '../rows/nearest-name.ts';
import type { ReadContext } from '../rows/read-context.ts';
import type { RowOf } from '../rows/tab-row.ts';
import { normaliseText } from '../sheet/normalise-text.ts';

/** Every channel in the spelling of the figures, so that "e-mail" and "E-mail" are one channel. */
export function settleChannels(
  workspace: Workspace,
  rowOfKpi: ReadonlyMap<string, RowOf<'kpis'>>,
  context: ReadContext,
): Workspace {
  const spelling = new Map(
    workspace.measurements.channels.map((channel) => [normaliseText(channel), channel]),
  );
  const settled = <T extends { readonly channel: string | null }>(items: readonly T[]): T[] =>
    items.map((item) => ({
      ...item,
      channel:
        item.channel === null ? null : (spelling.get(normaliseText(item.channel)) ?? item.channel),
    }));
  const { channels } = workspace.measurements;
  if (channels.length > 1) {
    const nearest = nearestName(channels.slice(1));
    for (const { channel, name, id, place } of workspace.kpis) {
      if (channel === null || spelling.has(normaliseText(channel))) continue;
      const details = { channel, kpi: name, suggestion: { nearest: nearest(channel) } };
      const cell = rowOfKpi.get(id)?.place('channel') ?? place;
      context.issues.add('W_CHANNEL_UNKNOWN', cell, details, { kpiId: id });
    }
  }
  return {
    ...workspace,
    kpis: settled(workspace.kpis),
    resources: settled(workspace.resources),
    actions: settled(workspace.actions),
    events: settled(workspace.events),
  };
}
