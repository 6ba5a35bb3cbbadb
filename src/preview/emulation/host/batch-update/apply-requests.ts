import { adopt, copyWorkbook } from '../../workbook/copy.ts';
import type { Workbook } from '../../workbook/workbook.ts';
import { cellRequests } from './cell-requests.ts';
import { chartRequests } from './chart-requests.ts';
import { dimensionRequests } from './dimension-requests.ts';
import { metadataRequests } from './metadata-requests.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';
import { tabRequests } from './tab-requests.ts';
import { workbookRequests } from './workbook-requests.ts';

interface RequestContext {
  readonly user: string;
}

/** Changes the workbook (a copy) and answers with the request's reply, if it has one. */
type RequestHandler = (workbook: Workbook, request: never, context: RequestContext) => unknown;

export type RequestHandlers = Readonly<Record<string, RequestHandler>>;

/** Every request of spreadsheets.batchUpdate that is emulated. */
const REQUESTS: RequestHandlers = {
  ...tabRequests,
  ...cellRequests,
  ...dimensionRequests,
  ...workbookRequests,
  ...metadataRequests,
  ...chartRequests,
};

/** [documented] Ten million cells in one spreadsheet; [seen] the text. */
const MAX_CELLS = 10_000_000;

/** Why and where a batch was refused. */
export class BatchRefusal extends Error {
  readonly index: number;
  readonly kind: string;

  constructor(index: number, kind: string, message: string) {
    super(message);
    this.index = index;
    this.kind = kind;
  }
}

function refuseTooManyCells(workbook: Workbook): void {
  const cells = workbook.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0);
  if (cells <= MAX_CELLS) return;
  throw new RequestRefusal(
    `This action would increase the number of cells in the workbook above the limit of ${MAX_CELLS} cells.`,
  );
}

function applyOne(
  workbook: Workbook,
  request: Readonly<Record<string, unknown>>,
  index: number,
  context: RequestContext,
): object {
  const kinds = Object.keys(request);
  const [kind = ''] = kinds;
  if (kinds.length !== 1) throw new BatchRefusal(index, kind, 'Must specify exactly one request.');
  const handler = REQUESTS[kind];
  if (handler === undefined) throw new RequestNotEmulated(kind);
  try {
    // SAFETY: each handler reads its own request's shape, every field of which is optional.
    const reply = handler(workbook, request[kind] as never, context);
    refuseTooManyCells(workbook);
    return reply === undefined ? {} : { [kind]: reply };
  } catch (error) {
    if (error instanceof RequestRefusal) throw new BatchRefusal(index, kind, error.message);
    throw error;
  }
}

/**
 * [documented] All or nothing: the requests are tried in order on a copy, which becomes the
 * workbook when every one of them went well. One reply each, in the same order.
 */
export function applyRequests(
  workbook: Workbook,
  requests: readonly Readonly<Record<string, unknown>>[],
  context: RequestContext,
): object[] {
  const attempt = copyWorkbook(workbook);
  const replies = requests.map((request, index) => applyOne(attempt, request, index, context));
  adopt(workbook, attempt);
  return replies;
}
