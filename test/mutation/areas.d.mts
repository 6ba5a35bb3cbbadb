export const READ_FOLDERS: readonly string[];
export const AREAS: Readonly<
  Record<
    string,
    { readonly folder: string; readonly withWords: boolean; readonly tests: readonly RegExp[] }
  >
>;
