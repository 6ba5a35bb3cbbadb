import type { Rgb, Tab, Workbook } from '../../workbook/workbook.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

/** The API's properties of a tab. */
export interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly hidden?: boolean;
  readonly tabColor?: Rgb;
  readonly tabColorStyle?: { readonly rgbColor?: Rgb };
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
  };
}

/** [seen] Names of tabs are compared without regard to case. */
export function refuseTakenTitle(workbook: Workbook, title: string, except?: Tab): void {
  const taken = workbook.tabs.some(
    (tab) => tab !== except && tab.title.toLowerCase() === title.toLowerCase(),
  );
  if (!taken) return;
  throw new RequestRefusal(
    `A sheet with the name "${title}" already exists. Please enter another name.`,
  );
}

/** [documented] The index counts as before the move: its own place and the next mean "stay". */
function moveTab(workbook: Workbook, tab: Tab, index: number): void {
  const from = workbook.tabs.indexOf(tab);
  if (index < 0 || index > workbook.tabs.length) {
    throw new RequestRefusal(`Sheet index ${index} is out of bounds`);
  }
  workbook.tabs.splice(from, 1);
  workbook.tabs.splice(index > from ? Math.max(index - 1, 0) : index, 0, tab);
}

function resize(tab: Tab, rowCount: number, columnCount: number): void {
  if (rowCount < 1 || columnCount < 1) {
    throw new RequestRefusal("You can't delete all the rows on the sheet.");
  }
  tab.rowCount = rowCount;
  tab.columnCount = columnCount;
  tab.rows = tab.rows.slice(0, rowCount).map((row) => row?.slice(0, columnCount));
}

/** [assumed] The text; that it is refused is documented. */
function refuseFreezingAll(tab: Tab): void {
  if (tab.frozenRows >= tab.rowCount) {
    throw new RequestRefusal("You can't freeze all visible rows on the sheet.");
  }
  if (tab.frozenColumns >= tab.columnCount) {
    throw new RequestRefusal("You can't freeze all visible columns on the sheet.");
  }
}

type PropertyWriter = (tab: Tab, properties: SheetProperties, workbook: Workbook) => void;

/** How each path of the fields mask is written. */
const PROPERTY_WRITERS: Record<string, PropertyWriter> = {
  title: (tab, { title = '' }, workbook) => {
    refuseTakenTitle(workbook, title, tab);
    if (title === '') throw new RequestRefusal('Sheet name cannot be empty.');
    tab.title = title;
  },
  index: (tab, { index = 0 }, workbook) => moveTab(workbook, tab, index),
  hidden: (tab, { hidden = false }, workbook) => {
    tab.hidden = hidden;
    if (workbook.tabs.every((other) => other.hidden)) {
      throw new RequestRefusal("You can't hide all the sheets in a document.");
    }
  },
  tabColor: (tab, { tabColor }) => {
    tab.tabColor = tabColor;
  },
  tabColorStyle: (tab, { tabColorStyle }) => {
    tab.tabColor = tabColorStyle?.rgbColor;
  },
  'gridProperties.rowCount': (tab, { gridProperties }) =>
    resize(tab, gridProperties?.rowCount ?? 0, tab.columnCount),
  'gridProperties.columnCount': (tab, { gridProperties }) =>
    resize(tab, tab.rowCount, gridProperties?.columnCount ?? 0),
  'gridProperties.frozenRowCount': (tab, { gridProperties }) => {
    tab.frozenRows = gridProperties?.frozenRowCount ?? 0;
  },
  'gridProperties.frozenColumnCount': (tab, { gridProperties }) => {
    tab.frozenColumns = gridProperties?.frozenColumnCount ?? 0;
  },
};

const ALL_PROPERTIES = Object.keys(PROPERTY_WRITERS);

/** "gridProperties" alone stands for its members. */
const spelledOut = (path: string) =>
  ALL_PROPERTIES.filter((known) => known === path || known.startsWith(`${path}.`));

export function writeProperties(
  workbook: Workbook,
  tab: Tab,
  properties: SheetProperties,
  paths: readonly string[],
): void {
  for (const path of paths) {
    // [documented] The id says which tab it is; it cannot be changed.
    if (path === 'sheetId') continue;
    const known = spelledOut(path);
    if (known.length === 0) throw new RequestNotEmulated(`sheet property ${path}`);
    for (const name of known) PROPERTY_WRITERS[name]?.(tab, properties, workbook);
  }
  refuseFreezingAll(tab);
}

/** A tab's properties as the API answers them; what is zero or false is left out, as there. */
export function sheetPropertiesOf(workbook: Workbook, tab: Tab): object {
  const { frozenRows, frozenColumns } = tab;
  return {
    sheetId: tab.sheetId,
    title: tab.title,
    index: workbook.tabs.indexOf(tab),
    sheetType: 'GRID',
    gridProperties: {
      rowCount: tab.rowCount,
      columnCount: tab.columnCount,
      ...(frozenRows > 0 && { frozenRowCount: frozenRows }),
      ...(frozenColumns > 0 && { frozenColumnCount: frozenColumns }),
    },
    ...(tab.hidden && { hidden: true }),
    ...(tab.tabColor !== undefined && {
      tabColor: tab.tabColor,
      tabColorStyle: { rgbColor: tab.tabColor },
    }),
  };
}

/** The paths that some properties would write, for "*" and for a new tab. */
export function givenPaths(properties: SheetProperties): string[] {
  return ALL_PROPERTIES.filter((path) => {
    const [name = '', member] = path.split('.');
    const holder: unknown = Reflect.get(properties, name);
    if (name === 'index' || holder === undefined) return false;
    return member === undefined || Reflect.get(Object(holder), member) !== undefined;
  });
}
