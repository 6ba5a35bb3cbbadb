import { htmlLetter } from '../../core/alerts/html-letter.ts';
import { writeDigest } from '../../core/alerts/write-digest.ts';
import { LETTER_WORDS } from '../../core/language/letter-words.ts';
import type { Language } from '../../core/model/workspace.ts';
import { prepareResults } from '../../core/tables/prepare-results.ts';
import { readMemory } from '../hidden-tab/memory.ts';
import type { Clock, Compression, WorkbookReader } from '../ports.ts';
import { computeResults } from '../results/compute-results.ts';
import { readWorkbook } from '../workbook/read-workbook.ts';

interface LookPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly version: string;
}

/** The digest of all KPIs as it would look now, with its subject; nothing is sent or kept. */
export function digestNow(
  { reader, clock, compression, version }: LookPorts,
  fileId: string,
  language: Language,
): { subject: string; html: string } {
  const startedAt = clock.now();
  const read = readWorkbook(reader, fileId);
  const { stored, months } = readMemory(read.facts, read.dataColumns, compression);
  const { input } = computeResults(read, stored, {
    workbookId: stored.identity?.workbookId ?? fileId,
    now: startedAt,
    startedAt,
    clock,
    compression,
    months,
    run: { by: '', version },
  });
  const results = prepareResults({ ...input, language });
  const draft = writeDigest(results.kpis, stored.messages.told.digestDay, results);
  const letter = { ...draft, footer: LETTER_WORDS[language].becauseAll };
  return { subject: letter.subject, html: htmlLetter(letter) };
}
