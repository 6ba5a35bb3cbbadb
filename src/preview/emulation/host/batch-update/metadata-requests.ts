import type { RequestHandlers } from './apply-requests.ts';
import { requiredPaths } from './cell-data.ts';
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

/** Developer metadata of the spreadsheet itself. */
export const metadataRequests: RequestHandlers = {
  createDeveloperMetadata: (
    workbook,
    request: {
      developerMetadata?: {
        metadataId?: number;
        metadataKey?: string;
        metadataValue?: string;
        location?: { spreadsheet?: boolean };
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
    if (location?.spreadsheet !== true) {
      throw new RequestNotEmulated('developer metadata on anything but the spreadsheet');
    }
    const id = request.developerMetadata?.metadataId ?? workbook.developerMetadata.length + 701;
    workbook.developerMetadata.push({ id, key, value });
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
