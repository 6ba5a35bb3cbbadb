import {
  answerRequest,
  answerSchema,
  type ConnectorPorts,
} from '../../../src/workflows/connector/answer-request.ts';
import { recalculate } from '../../../src/workflows/recalculation/recalculate.ts';
import { executed, memoryPorts, smallMemoryWorkbook } from '../memory-ports.ts';
import { morningOf } from '../small-workbook.ts';

export const FILE = 'small-workbook-0123456789';

export interface Asked {
  table?: string;
  fields?: readonly string[];
  options?: Record<string, string>;
  dateRange?: { startDate: string; endDate: string };
  lastRefresh?: string;
}

export const request = ({
  table = 'kpis',
  fields,
  options,
  dateRange,
  lastRefresh = '1',
}: Asked) => ({
  configParams: { workbook: FILE, table, ...options },
  scriptParams: { lastRefresh },
  ...(fields === undefined ? {} : { fields: fields.map((name) => ({ name })) }),
  ...(dateRange === undefined ? {} : { dateRange }),
});

export function opened(isRecalculated = true, now = '2026-02-15') {
  const book = smallMemoryWorkbook();
  const ports = memoryPorts(book, morningOf(now));
  if (isRecalculated) recalculate(ports, FILE, 'menu');
  book.calls.length = 0;
  return { book, ports };
}

export type LockedPorts = ConnectorPorts & Pick<ReturnType<typeof memoryPorts>, 'lock'>;

export const rowsOf = (asked: Asked, ports: LockedPorts) =>
  executed(ports, () => answerRequest(request(asked), ports).rows);

export const fieldIds = (table: string, ports: ConnectorPorts): string[] =>
  answerSchema(request({ table }), ports).map(({ id }) => id);
