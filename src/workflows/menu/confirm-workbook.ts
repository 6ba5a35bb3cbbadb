import { openNow } from '../hidden-tab/open-stored-data.ts';
import { isCopyIn, NO_MESSAGES, NO_POST, type StoredData } from '../hidden-tab/stored-data.ts';
import { type RecalculationPorts, recalculate } from '../recalculation/recalculate.ts';

export type Confirmation = 'confirmed' | 'already_real' | 'refused';

/** Keys of its own, so that it never mixes with the original; triggers and what is kept for groups stay there. */
const ownIdentity =
  (fileId: string) =>
  (stored: StoredData): StoredData =>
    isCopyIn(stored, fileId)
      ? {
          ...stored,
          identity: { workbookId: fileId, fileId },
          register: {
            ...stored.register,
            schedule: { choice: 'off', by: '' },
            publications: [],
            post: NO_POST,
          },
          // What waits in the original is sent from there.
          messages: NO_MESSAGES,
        }
      : stored;

/** In a copy: makes it the real workbook once a person says so, and recalculates with its own keys. */
export function confirmWorkbook(
  ports: RecalculationPorts,
  fileId: string,
  ask: () => boolean,
): Confirmation {
  const { data } = openNow(ports, fileId);
  if (data === null || !isCopyIn(data.stored, fileId)) return 'already_real';
  if (!ask()) return 'refused';
  recalculate(ports, fileId, 'menu', { changed: ownIdentity(fileId) });
  return 'confirmed';
}
