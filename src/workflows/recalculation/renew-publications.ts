import { registerPublications } from '../hidden-tab/change-stored-data.ts';
import type { StoredPublication } from '../hidden-tab/stored-data.ts';
import type { Attempt, Clock, Compression, WorkbookReader, WorkbookWriter } from '../ports.ts';
import { blankTabOf, type PublishedRun, publishedChanges } from './published-workbook.ts';

export interface PublishingPorts {
  readonly reader: WorkbookReader;
  readonly writer: WorkbookWriter;
  readonly clock: Clock;
  readonly compression: Compression;
  readonly attempt: Attempt;
}

/**
 * Puts the results of a run into the workbook of every group. One that cannot be renewed leaves the
 * run and the others as they are: it stays as it was, and the register says why.
 */
export function renewPublications(
  ports: PublishingPorts,
  fileId: string,
  run: PublishedRun,
): readonly StoredPublication[] {
  const { publications = [] } = run.register;
  const renewed = publications.map((publication) => ({
    ...publication,
    failure: ports.attempt(() => {
      run.goOn();
      const facts = ports.reader.facts(publication.fileId);
      const blankTab = blankTabOf(facts, ports.reader);
      const changes = publishedChanges(ports, facts, publication, run, blankTab);
      ports.writer.apply(publication.fileId, changes);
    }),
  }));
  const isTold = publications.every(
    ({ failure }, at) => failure === '' && renewed[at].failure === '',
  );
  if (!isTold) ports.attempt(() => registerPublications(ports, fileId, renewed));
  return renewed;
}
