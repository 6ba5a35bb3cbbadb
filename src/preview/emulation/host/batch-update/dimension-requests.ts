import { deleteDimension, insertDimension } from '../../workbook/dimensions.ts';
import type {
  DimensionGroup,
  DimensionProperties,
  Tab,
  Workbook,
} from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { requiredPaths } from './cell-data.ts';
import { tabOfGrid } from './grid-range.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface DimensionRange {
  readonly sheetId?: number;
  readonly dimension?: string;
  readonly startIndex?: number;
  readonly endIndex?: number;
}

interface Stretch {
  readonly tab: Tab;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly start: number;
  readonly end: number;
}

const countOf = ({ tab, dimension }: Pick<Stretch, 'tab' | 'dimension'>) =>
  dimension === 'ROWS' ? tab.rowCount : tab.columnCount;

function stretchOf(workbook: Workbook, range: DimensionRange = {}, mayAppend = false): Stretch {
  const tab = tabOfGrid(workbook, range.sheetId);
  const { dimension } = range;
  if (dimension !== 'ROWS' && dimension !== 'COLUMNS') {
    throw new RequestRefusal('Dimension must be set');
  }
  const count = countOf({ tab, dimension });
  const { startIndex: start = 0, endIndex: end = count } = range;
  if (start < 0 || end < start || (!mayAppend && end > count) || start > count) {
    throw new RequestRefusal(
      `range.endIndex[${end}] is after last ${dimension === 'ROWS' ? 'row' : 'column'} in sheet[${count}]`,
    );
  }
  return { tab, dimension, start, end };
}

const propertiesOf = ({ tab, dimension }: Stretch) =>
  dimension === 'ROWS' ? tab.rowProperties : tab.columnProperties;

function changeProperties(stretch: Stretch, change: DimensionProperties): void {
  const properties = propertiesOf(stretch);
  for (let index = stretch.start; index < stretch.end; index += 1) {
    properties[index] = { ...properties[index], ...change };
  }
}

const groupsOf = ({ tab, dimension }: Stretch) =>
  dimension === 'ROWS' ? tab.rowGroups : tab.columnGroups;

/** [documented] A group inside, or the same as, another lies one deeper. */
function groupDepth(groups: readonly DimensionGroup[], { start, end }: Stretch): number {
  const partly = groups.some(
    (group) =>
      group.start < end &&
      start < group.end &&
      !(group.start <= start && group.end >= end) &&
      !(start <= group.start && end >= group.end),
  );
  if (partly) throw new RequestNotEmulated('addDimensionGroup over part of another group');
  return groups.filter((group) => group.start <= start && group.end >= end).length + 1;
}

/** A group as the API answers it. */
export function describedGroup(
  { tab, dimension }: Pick<Stretch, 'tab' | 'dimension'>,
  group: DimensionGroup,
): object {
  return {
    range: { sheetId: tab.sheetId, dimension, startIndex: group.start, endIndex: group.end },
    depth: group.depth,
    ...(group.collapsed && { collapsed: true }),
  };
}

/** [known] No request may leave a tab without rows or columns. */
function refuseDeletingAll(stretch: Stretch): void {
  if (stretch.end - stretch.start < countOf(stretch)) return;
  const what = stretch.dimension === 'ROWS' ? 'rows' : 'columns';
  throw new RequestRefusal(`You can't delete all the ${what} on the sheet.`);
}

interface GroupUpdate {
  readonly dimensionGroup?: {
    readonly range?: DimensionRange;
    readonly depth?: number;
    readonly collapsed?: boolean;
  };
  readonly fields?: string;
}

export const dimensionRequests: RequestHandlers = {
  updateDimensionProperties: (
    workbook,
    request: {
      range?: DimensionRange;
      properties?: { pixelSize?: number; hiddenByUser?: boolean };
      fields?: string;
    },
  ) => {
    const stretch = stretchOf(workbook, request.range);
    const { pixelSize, hiddenByUser } = request.properties ?? {};
    for (const path of requiredPaths(request.fields, ['pixelSize', 'hiddenByUser'])) {
      if (path === 'pixelSize') changeProperties(stretch, { pixelSize });
      else if (path === 'hiddenByUser')
        changeProperties(stretch, { hidden: hiddenByUser === true });
      else throw new RequestNotEmulated(`dimension property ${path}`);
    }
  },

  // What fits depends on a screen's fonts; the widths stay as they are.
  autoResizeDimensions: (workbook, { dimensions }: { dimensions?: DimensionRange }) => {
    stretchOf(workbook, dimensions);
  },

  addDimensionGroup: (workbook, { range }: { range?: DimensionRange }) => {
    const stretch = stretchOf(workbook, range);
    const groups = groupsOf(stretch);
    const { start, end } = stretch;
    groups.push({ start, end, depth: groupDepth(groups, stretch), collapsed: false });
    return { dimensionGroups: groups.map((group) => describedGroup(stretch, group)) };
  },

  deleteDimensionGroup: (workbook, { range }: { range?: DimensionRange }) => {
    const stretch = stretchOf(workbook, range);
    const groups = groupsOf(stretch);
    const deepest = groups
      .map((group) => group.start === stretch.start && group.end === stretch.end)
      .lastIndexOf(true);
    if (deepest < 0) throw new RequestNotEmulated('deleteDimensionGroup over part of a group');
    groups.splice(deepest, 1);
    return { dimensionGroups: groups.map((group) => describedGroup(stretch, group)) };
  },

  // [documented] Collapsing hides what is in the group.
  updateDimensionGroup: (workbook, { dimensionGroup = {}, fields }: GroupUpdate) => {
    const stretch = stretchOf(workbook, dimensionGroup.range);
    const groups = groupsOf(stretch);
    const at = groups.findIndex(
      ({ start, end, depth }) =>
        start === stretch.start && end === stretch.end && depth === dimensionGroup.depth,
    );
    const group = groups[at];
    if (group === undefined)
      throw new RequestRefusal('No dimension group with this range and depth');
    if (!requiredPaths(fields, ['collapsed']).includes('collapsed')) return;
    const collapsed = dimensionGroup.collapsed === true;
    groups[at] = { ...group, collapsed };
    changeProperties(stretch, { hidden: collapsed });
  },

  insertDimension: (workbook, { range }: { range?: DimensionRange }) => {
    const { tab, dimension, start, end } = stretchOf(workbook, range, true);
    insertDimension(tab, dimension, start, end - start);
  },

  appendDimension: (
    workbook,
    request: { sheetId?: number; dimension?: string; length?: number },
  ) => {
    const tab = tabOfGrid(workbook, request.sheetId);
    if (request.dimension === 'ROWS') tab.rowCount += request.length ?? 0;
    else tab.columnCount += request.length ?? 0;
  },

  deleteDimension: (workbook, { range }: { range?: DimensionRange }) => {
    const stretch = stretchOf(workbook, range);
    refuseDeletingAll(stretch);
    deleteDimension(stretch.tab, stretch.dimension, stretch.start, stretch.end - stretch.start);
  },
};
