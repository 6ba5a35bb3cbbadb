import type { Rgb, Tab, Workbook } from './emulation/workbook/workbook.ts';
import type { TabCell } from './page-api.ts';

/** What the page can show of a rule that colours cells: those that begin with a text. */
interface ColourRule {
  readonly ranges?: readonly {
    readonly startRowIndex?: number;
    readonly endRowIndex?: number;
    readonly startColumnIndex?: number;
    readonly endColumnIndex?: number;
  }[];
  readonly booleanRule?: {
    readonly condition?: {
      readonly type?: string;
      readonly values?: readonly { readonly userEnteredValue?: string }[];
    };
    readonly format?: {
      readonly textFormat?: { readonly foregroundColorStyle?: { readonly rgbColor?: Rgb } };
      readonly backgroundColorStyle?: { readonly rgbColor?: Rgb };
    };
  };
}

/** #rrggbb. */
export function hexOf({ red = 0, green = 0, blue = 0 }: Rgb): string {
  const parts = [red, green, blue].map((part) => Math.round(part * 255));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** [documented] The first rule that fits a cell counts. */
export function colourOf(
  { conditionalFormats }: Tab,
  row: number,
  column: number,
  text: string,
): Pick<TabCell, 'ink' | 'paper'> {
  // SAFETY: rules as the API takes them.
  const rules = conditionalFormats as readonly ColourRule[];
  const found = rules.find(({ ranges = [], booleanRule }) => {
    const { type, values = [] } = booleanRule?.condition ?? {};
    const start = values[0]?.userEnteredValue ?? '';
    const isIn = ranges.some(
      ({ startRowIndex = 0, endRowIndex, startColumnIndex = 0, endColumnIndex }) =>
        row >= startRowIndex &&
        row < (endRowIndex ?? Number.POSITIVE_INFINITY) &&
        column >= startColumnIndex &&
        column < (endColumnIndex ?? Number.POSITIVE_INFINITY),
    );
    return type === 'TEXT_STARTS_WITH' && isIn && start !== '' && text.startsWith(start);
  });
  const { textFormat, backgroundColorStyle } = found?.booleanRule?.format ?? {};
  const [ink, paper] = [textFormat?.foregroundColorStyle?.rgbColor, backgroundColorStyle?.rgbColor];
  return {
    ...(ink === undefined ? {} : { ink: hexOf(ink) }),
    ...(paper === undefined ? {} : { paper: hexOf(paper) }),
  };
}

const CELL_OF_TAB = /#gid=(\d+)&range=([A-Z]+\d+)$/;

/** Where the link of a cell leads within this workbook. */
export function leadsTo({ tabs }: Workbook, link: unknown): TabCell['leadsTo'] {
  const uri = Reflect.get(Object(link), 'uri');
  const [, sheetId, cell] = CELL_OF_TAB.exec(String(uri ?? '')) ?? [];
  const tab = tabs.find((own) => String(own.sheetId) === sheetId);
  return tab === undefined || cell === undefined ? undefined : { tab: tab.title, cell };
}
