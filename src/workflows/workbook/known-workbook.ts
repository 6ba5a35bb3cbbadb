import { readWorkspace } from '../../core/intake/read-workspace.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import type { Clock } from '../ports.ts';
import type { ReadWorkbook } from '../workbook/read-workbook.ts';
import { identityOf } from '../workbook/workbook-identity.ts';

/** The workbook as it is, and the day that its board is looked at from. */
export interface KnownWorkbook {
  readonly workspace: Workspace;
  readonly today: Day;
}

export function knownIn(clock: Clock, { facts, sheets }: ReadWorkbook): KnownWorkbook {
  const realToday = clock.civilDay(clock.now(), facts.timeZone);
  const input = { workbook: identityOf(facts, facts.fileId), sheets };
  const { workspace } = readWorkspace(input, realToday);
  return { workspace, today: workspace.settings.today ?? realToday };
}

/** Its name, as the list in the cell has it; its id where another has that name too. */
export const nameIn = ({ kpis }: Workspace, { id, name }: Kpi): string =>
  kpis.filter((own) => own.name === name).length > 1 ? id : name;

/** Who People says it is, else the address. */
export function personIn({ people }: Workspace, email: string): string {
  const same = people.find((own) => own.email.toLowerCase() === email.toLowerCase());
  return same?.name || email;
}
