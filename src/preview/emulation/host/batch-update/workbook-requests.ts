import type { ProtectedRange, Tab, Workbook } from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { requiredPaths } from './cell-data.ts';
import { cellsOf, type GridRange, tabOfGrid } from './grid-range.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface ApiProtectedRange {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[] };
}

const isWholeTab = (range: GridRange) =>
  [range.startRowIndex, range.endRowIndex, range.startColumnIndex, range.endColumnIndex].every(
    (bound) => bound === undefined,
  );

function newProtectionId(workbook: Workbook): number {
  const ids = workbook.tabs.flatMap((tab) => tab.protections.map(({ id }) => id));
  return Math.max(0, ...ids) + 101;
}

/** A protection as the API answers it. */
export function protectedRangeOf(tab: Tab, protection: ProtectedRange): object {
  const { rectangle, warningOnly, editors, description } = protection;
  return {
    protectedRangeId: protection.id,
    range: {
      sheetId: tab.sheetId,
      ...(rectangle !== undefined && {
        startRowIndex: rectangle.startRow,
        endRowIndex: rectangle.endRow,
        startColumnIndex: rectangle.startColumn,
        endColumnIndex: rectangle.endColumn,
      }),
    },
    ...(description !== '' && { description }),
    ...(warningOnly ? { warningOnly } : { editors: { users: editors } }),
    requestingUserCanEdit: true,
  };
}

function findProtection(workbook: Workbook, id = 0): { tab: Tab; at: number; it: ProtectedRange } {
  for (const tab of workbook.tabs) {
    const at = tab.protections.findIndex((protection) => protection.id === id);
    const it = tab.protections[at];
    if (it !== undefined) return { tab, at, it };
  }
  throw new RequestRefusal(`No protected range with ID: ${id}`);
}

function changedProtection(
  protection: ProtectedRange,
  change: ApiProtectedRange,
  path: string,
): ProtectedRange {
  switch (path.split('.')[0]) {
    case 'description':
      return { ...protection, description: change.description ?? '' };
    case 'warningOnly':
      return { ...protection, warningOnly: change.warningOnly === true };
    case 'editors':
      return { ...protection, editors: change.editors?.users ?? [] };
    default:
      throw new RequestNotEmulated(`protected range field ${path}`);
  }
}

interface WorkbookProperties {
  readonly title?: string;
  readonly locale?: string;
  readonly timeZone?: string;
}

function writeWorkbookProperty(
  workbook: Workbook,
  properties: WorkbookProperties,
  path: string,
): void {
  if (path !== 'title' && path !== 'locale' && path !== 'timeZone') {
    throw new RequestNotEmulated(`spreadsheet property ${path}`);
  }
  const value = properties[path];
  if (value === undefined) throw new RequestRefusal(`${path} must be set`);
  workbook[path] = value;
}

interface FormatRule {
  readonly ranges?: readonly GridRange[];
}

export const workbookRequests: RequestHandlers = {
  updateSpreadsheetProperties: (
    workbook,
    { properties = {}, fields }: { properties?: WorkbookProperties; fields?: string },
  ) => {
    for (const path of requiredPaths(fields, Object.keys(properties))) {
      writeWorkbookProperty(workbook, properties, path);
    }
  },

  addProtectedRange: (workbook, request: { protectedRange?: ApiProtectedRange }, { user }) => {
    const { range = {}, ...given } = request.protectedRange ?? {};
    const tab = tabOfGrid(workbook, range.sheetId);
    const warningOnly = given.warningOnly === true;
    if (warningOnly && given.editors !== undefined) {
      // [documented] Editors are not supported with warning-only protection.
      throw new RequestRefusal('Editors are not supported with warning protection');
    }
    const protection: ProtectedRange = {
      id: given.protectedRangeId ?? newProtectionId(workbook),
      ...(!isWholeTab(range) && { rectangle: cellsOf(tab, range) }),
      description: given.description ?? '',
      warningOnly,
      // [documented] Whoever protects can edit.
      editors: warningOnly ? [] : [...new Set([user, ...(given.editors?.users ?? [])])],
    };
    tab.protections.push(protection);
    return { protectedRange: protectedRangeOf(tab, protection) };
  },

  updateProtectedRange: (
    workbook,
    { protectedRange = {}, fields }: { protectedRange?: ApiProtectedRange; fields?: string },
  ) => {
    const { tab, at, it } = findProtection(workbook, protectedRange.protectedRangeId);
    tab.protections[at] = requiredPaths(fields, ['description', 'warningOnly', 'editors']).reduce(
      (changed, path) => changedProtection(changed, protectedRange, path),
      it,
    );
  },

  deleteProtectedRange: (workbook, request: { protectedRangeId?: number }) => {
    const { tab, at } = findProtection(workbook, request.protectedRangeId);
    tab.protections.splice(at, 1);
  },

  addConditionalFormatRule: (workbook, request: { rule?: FormatRule; index?: number }) => {
    const [range = {}] = request.rule?.ranges ?? [];
    const tab = tabOfGrid(workbook, range.sheetId);
    cellsOf(tab, range);
    tab.conditionalFormats.splice(request.index ?? 0, 0, request.rule);
  },

  deleteConditionalFormatRule: (workbook, request: { sheetId?: number; index?: number }) => {
    const tab = tabOfGrid(workbook, request.sheetId);
    const { index = 0 } = request;
    if (index >= tab.conditionalFormats.length) {
      throw new RequestRefusal(`No conditional format on sheet: ${tab.sheetId} at index: ${index}`);
    }
    tab.conditionalFormats.splice(index, 1);
  },
};
