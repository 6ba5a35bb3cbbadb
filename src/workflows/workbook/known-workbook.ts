import { readWorkspace, type WorkbookInput } from '../../core/intake/read-workspace.ts';
import type { Day } from '../../core/model/calendar-date.ts';
import type { Kpi } from '../../core/model/kpi.ts';
import type { Workspace } from '../../core/model/workspace.ts';
import type { Clock } from '../ports.ts';
import type { ReadWorkbook } from './read-workbook.ts';
import { identityOf } from './workbook-identity.ts';

/** What is read of a workbook as its cells stand, and the day on which it is read. */
export interface ReadInput {
  readonly input: WorkbookInput;
  readonly realToday: Day;
}

export const inputOf = (clock: Clock, { facts, sheets }: ReadWorkbook): ReadInput => ({
  input: { workbook: identityOf(facts, facts.fileId), sheets },
  realToday: clock.civilDay(clock.now(), facts.timeZone),
});

/** The workbook as it is, and the day that its board is looked at from. */
export interface KnownWorkbook {
  readonly workspace: Workspace;
  readonly today: Day;
}

export function knownIn(clock: Clock, read: ReadWorkbook): KnownWorkbook {
  const { input, realToday } = inputOf(clock, read);
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
