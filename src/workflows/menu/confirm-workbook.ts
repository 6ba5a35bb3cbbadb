import { type StoredDataPorts, writeIdentity } from '../hidden-tab/change-stored-data.ts';
import { openStoredData } from '../hidden-tab/open-stored-data.ts';

export type Confirmation = 'confirmed' | 'already_real' | 'refused';

/** In a copy: makes it the real workbook once a person says so. Triggers do not come along. */
export function confirmWorkbook(
  ports: StoredDataPorts,
  fileId: string,
  ask: () => boolean,
): Confirmation {
  const facts = ports.reader.facts(fileId);
  const opened = openStoredData(facts, ports.reader, ports.compression);
  const identity = opened?.stored.identity ?? null;
  if (opened === null || identity === null || identity.fileId === fileId) return 'already_real';
  if (!ask()) return 'refused';
  const { register } = opened.stored;
  writeIdentity(
    ports,
    facts,
    opened,
    { ...identity, fileId },
    { ...register, schedule: { choice: 'off', by: '' } },
  );
  return 'confirmed';
}
