import { writeDigest } from '../../core/alerts/write-digest.ts';
import { LETTER_WORDS } from '../../core/language/letter-words.ts';
import type { Language } from '../../core/model/workspace.ts';
import { prepareResults } from '../../core/tables/prepare-results.ts';
import type { Clock, Compression, Mail, WorkbookReader } from '../ports.ts';
import { resultsNow } from '../results/results-now.ts';
import { mailOf } from './letter-mail.ts';

interface LookPorts {
  readonly reader: WorkbookReader;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly version: string;
}

/** The digest of all KPIs as it would look now, with its subject; nothing is sent or kept. */
export function digestNow(ports: LookPorts, fileId: string, language: Language): Omit<Mail, 'to'> {
  const run = { by: '', version: ports.version };
  const { stored, results: now } = resultsNow(ports, fileId, run);
  const results = prepareResults({ ...now.input, language });
  const draft = writeDigest(results.kpis, stored.messages.told.digestDay, results);
  const letter = { ...draft, footer: LETTER_WORDS[language].becauseAll };
  return mailOf('', letter);
}
