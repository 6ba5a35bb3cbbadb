import { statSync } from 'node:fs';

const PAUSE_MILLISECONDS = 400;
/** A save may take the file away for a moment; longer than this it is gone. */
const GONE_AFTER_LOOKS = 8;

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 'absent' : `${stats.mtimeMs} ${stats.size} ${stats.ino}`;
}

/**
 * Calls back once a save has come to rest. Spreadsheet programs write a new file over the old one,
 * in steps, which a watch on the file loses sight of; so its stamp is looked at.
 */
export function followFile(path: string, onSaved: () => void): () => void {
  let known = stampOf(path);
  let previous = known;
  let looks = 0;
  const timer = setInterval(() => {
    const now = stampOf(path);
    const isAtRest = now === previous;
    previous = now;
    looks = isAtRest ? looks + 1 : 0;
    if (looks === 0 || now === known) return;
    if (now === 'absent' && looks < GONE_AFTER_LOOKS) return;
    known = now;
    onSaved();
  }, PAUSE_MILLISECONDS);
  return () => clearInterval(timer);
}
