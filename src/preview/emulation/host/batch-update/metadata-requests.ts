import type { Workbook } from '../../workbook/workbook.ts';
import type { RequestHandlers } from './apply-requests.ts';
import { requiredPaths } from './cell-data.ts';
import { tabOfSheet } from './grid-range.ts';
import { RequestNotEmulated, RequestRefusal } from './refusal.ts';

interface MetadataUpdate {
  readonly dataFilters?: readonly {
    readonly developerMetadataLookup?: {
      readonly metadataId?: number;
      readonly metadataKey?: string;
    };
  }[];
  readonly developerMetadata?: { readonly metadataKey?: string; readonly metadataValue?: string };
  readonly fields?: string;
}

/** One that no other had, also of those that went with their tab. */
const nextMetadataId = ({ developerMetadata }: Workbook): number =>
  Math.max(700, ...developerMetadata.map(({ id }) => id)) + 1;

/** Developer metadata of the spreadsheet itself and of its tabs. */
export const metadataRequests: RequestHandlers = {
  createDeveloperMetadata: (
    workbook,
    request: {
      developerMetadata?: {
        metadataId?: number;
        metadataKey?: string;
        metadataValue?: string;
        location?: { spreadsheet?: boolean; sheetId?: number };
        visibility?: string;
      };
    },
  ) => {
    const {
      metadataKey: key,
      metadataValue: value = '',
      location,
    } = request.developerMetadata ?? {};
    if (key === undefined) throw new RequestRefusal('developerMetadata.metadataKey must be set');
    const { spreadsheet, sheetId } = location ?? {};
    if (spreadsheet !== true && sheetId === undefined) {
      throw new RequestNotEmulated('developer metadata of rows and columns');
    }
    if (sheetId !== undefined) tabOfSheet(workbook, sheetId);
    const id = request.developerMetadata?.metadataId ?? nextMetadataId(workbook);
    workbook.developerMetadata.push({
      id,
      key,
      value,
      ...(sheetId === undefined ? {} : { sheetId }),
    });
    return { developerMetadata: { ...request.developerMetadata, metadataId: id } };
  },

  updateDeveloperMetadata: (workbook, request: MetadataUpdate) => {
    for (const path of requiredPaths(request.fields, ['metadataKey', 'metadataValue'])) {
      if (path !== 'metadataKey' && path !== 'metadataValue') {
        throw new RequestNotEmulated(`developer metadata field ${path}`);
      }
    }
    const { metadataKey, metadataValue } = request.developerMetadata ?? {};
    const wanted = (request.dataFilters ?? []).map((filter) => filter.developerMetadataLookup);
    workbook.developerMetadata = workbook.developerMetadata.map((held) => {
      const isMeant = wanted.some(
        (lookup) => lookup?.metadataId === held.id || lookup?.metadataKey === held.key,
      );
      if (!isMeant) return held;
      return { ...held, key: metadataKey ?? held.key, value: metadataValue ?? held.value };
    });
  },
};
