import { contentHash } from '../packed-tables/chunks.ts';
import type { Clock, ResultCache, WorkbookFacts, WorkbookReader } from '../ports.ts';

/** How long the proof that a viewer may see a workbook holds: one withdrawn ends within it. */
const PROOF_SECONDS = 60;

interface ProofPorts {
  readonly reader: WorkbookReader;
  /** Of this viewer alone. */
  readonly cache: ResultCache;
  readonly clock: Clock;
}

interface Proof {
  readonly at: number;
  readonly facts: WorkbookFacts;
}

/** A moment as Data Studio sends it: 1758425096065. */
const MOMENT = /^\d{13}$/;

/**
 * A refresh of the report asks anew. Each data source has a moment of its own, and one proof does
 * for all of them that it is newer than; what is no moment is only ever the same or another.
 */
const keyOf = (fileId: string, lastRefresh: string): string =>
  `koers1|seen|${fileId}|${MOMENT.test(lastRefresh) ? '' : contentHash(lastRefresh)}`;

/** Null for none, for one that is too old, and for an entry that is not whole. */
function remembered(
  { cache, clock }: ProofPorts,
  fileId: string,
  lastRefresh: string,
): WorkbookFacts | null {
  const key = keyOf(fileId, lastRefresh);
  const entry = cache.getAll([key])[key] ?? '';
  const at = entry.indexOf(':');
  const text = entry.slice(at + 1);
  if (at <= 0 || contentHash(text) !== entry.slice(0, at)) return null;
  // SAFETY: its hash says that it is what was kept below.
  const proof = JSON.parse(text) as Proof;
  const age = clock.now() - proof.at;
  const isAfterRefresh = !MOMENT.test(lastRefresh) || proof.at >= Number(lastRefresh);
  return isAfterRefresh && age >= 0 && age < PROOF_SECONDS * 1000 ? proof.facts : null;
}

/** Asks Google for the workbook as this viewer, which is the proof, and remembers the answer. */
export function provenWorkbook(
  ports: ProofPorts,
  fileId: string,
  lastRefresh: string,
): WorkbookFacts {
  const facts = ports.reader.facts(fileId);
  const proof: Proof = { at: ports.clock.now(), facts };
  const text = JSON.stringify(proof);
  const entry = { [keyOf(fileId, lastRefresh)]: `${contentHash(text)}:${text}` };
  ports.cache.putAll(entry, PROOF_SECONDS);
  return facts;
}

/**
 * The workbook as this viewer saw it at most sixty seconds ago. Google takes sixty reads a minute,
 * and a page has many charts.
 */
export function seenWorkbook(
  ports: ProofPorts,
  fileId: string,
  lastRefresh: string,
): { readonly facts: WorkbookFacts; readonly isRemembered: boolean } {
  const known = remembered(ports, fileId, lastRefresh);
  if (known !== null) return { facts: known, isRemembered: true };
  return { facts: provenWorkbook(ports, fileId, lastRefresh), isRemembered: false };
}
