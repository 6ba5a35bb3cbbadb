import type { WorkbookIdentity } from '../../core/model/workspace.ts';
import type { WorkbookFacts } from '../ports.ts';

export const identityOf = (facts: WorkbookFacts, workbookId: string): WorkbookIdentity => ({
  fileId: facts.fileId,
  workbookId,
  name: facts.title,
  url: facts.url,
  locale: facts.locale,
  timeZone: facts.timeZone,
});
