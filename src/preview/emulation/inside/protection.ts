import { type Emulates, emulatedObject } from './emulated-object.ts';
import { callHost, notEmulated } from './host-bridge.ts';
import { type ApiProtection, applyBatch, factsOf } from './workbook-access.ts';

const CLASS = 'SpreadsheetApp.Protection';

interface ProtectionState {
  readonly id: string;
  readonly protectedRangeId: number;
}

function current({ id, protectedRangeId }: ProtectionState): ApiProtection {
  for (const tab of factsOf(id).tabs) {
    const found = tab.protectedRanges.find((range) => range.protectedRangeId === protectedRangeId);
    if (found !== undefined) return found;
  }
  throw notEmulated('Using a protection that was removed');
}

function update(state: ProtectionState, change: object, fields: string): ProtectionState {
  const protectedRange = { protectedRangeId: state.protectedRangeId, ...change };
  applyBatch(state.id, [{ updateProtectedRange: { protectedRange, fields } }]);
  return state;
}

const editorsOf = (state: ProtectionState) => current(state).editors?.users ?? [];

const emailsIn = (editors: unknown): string[] =>
  (Array.isArray(editors) ? editors : [editors]).map((editor) =>
    typeof editor === 'string' ? editor : String(editor.getEmail()),
  );

const setEditors = (state: ProtectionState, users: readonly string[]) =>
  update(state, { editors: { users } }, 'editors');

const members = {
  getDescription: (state) => current(state).description ?? '',
  setDescription: (state, description: string) => update(state, { description }, 'description'),
  isWarningOnly: (state) => current(state).warningOnly === true,
  setWarningOnly: (state, warningOnly: boolean) => update(state, { warningOnly }, 'warningOnly'),
  getProtectionType: (state) =>
    current(state).range.startRowIndex === undefined ? 'SHEET' : 'RANGE',
  canEdit: (state) => {
    const user = callHost<{ user: string }>('execution.facts').user;
    const { owner } = factsOf(state.id).sharing;
    return current(state).warningOnly === true || user === owner || editorsOf(state).includes(user);
  },
  addEditor: (state, editor: unknown) =>
    setEditors(state, [...new Set([...editorsOf(state), ...emailsIn(editor)])]),
  addEditors: (state, editors: unknown) =>
    setEditors(state, [...new Set([...editorsOf(state), ...emailsIn(editors)])]),
  removeEditor: (state, editor: unknown) =>
    setEditors(
      state,
      editorsOf(state).filter((user) => !emailsIn(editor).includes(user)),
    ),
  removeEditors: (state, editors: unknown) =>
    setEditors(
      state,
      editorsOf(state).filter((user) => !emailsIn(editors).includes(user)),
    ),
  canDomainEdit: () => false,
  setDomainEdit: (state) => state,
  remove: ({ id, protectedRangeId }) => {
    applyBatch(id, [{ deleteProtectedRange: { protectedRangeId } }]);
  },
} satisfies Emulates<GoogleAppsScript.Spreadsheet.Protection, ProtectionState>;

const protectionObject = (id: string, { protectedRangeId }: ApiProtection) =>
  emulatedObject(CLASS, members, { id, protectedRangeId });

/** Protects a tab or a range of it, as the API's GridRange says. */
export function protect(id: string, range: object): unknown {
  const [reply] = applyBatch(id, [{ addProtectedRange: { protectedRange: { range } } }]);
  // SAFETY: the engine's reply to this one request.
  return protectionObject(id, reply?.addProtectedRange?.protectedRange as unknown as ApiProtection);
}

/** The protections of one tab (or all of them) that are of this type: SHEET or RANGE. */
export function protectionsOf(id: string, type: string, sheetId?: number): unknown[] {
  return factsOf(id)
    .tabs.filter((tab) => sheetId === undefined || tab.sheetId === sheetId)
    .flatMap((tab) => tab.protectedRanges)
    .filter(({ range }) => (range.startRowIndex === undefined) === (type === 'SHEET'))
    .map((protection) => protectionObject(id, protection));
}
