import { base64OfBytes, bytesOfBase64 } from './bytes.ts';
import { type Emulates, emulatedObject, stateOf } from './emulated-object.ts';
import { callHost, checkArguments, notEmulated } from './host-bridge.ts';

type BlobApi = GoogleAppsScript.Base.Blob;

interface BlobState {
  blob: unknown;
  base64: string;
  contentType: string | null;
  name: string | null;
}

const CLASS_NAME = 'Blob';

/** [documented] The kinds of file that a name's ending stands for. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpg: 'image/jpeg',
  js: 'application/javascript',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  xml: 'application/xml',
  zip: 'application/zip',
};

const textOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value);

/** [assumed] A blob's text is UTF-8 unless another character set is named. */
export const base64OfText = (text: string, charset = 'UTF-8'): string =>
  callHost<string>('utilities.encodeText', text, charset);

const base64Of = (data: unknown): string =>
  Array.isArray(data) ? base64OfBytes(data) : base64OfText(String(data));

function setContentTypeFromExtension(state: BlobState): unknown {
  const extension = state.name?.split('.').pop() ?? '';
  const contentType = CONTENT_TYPES[extension.toLowerCase()];
  if (contentType === undefined) throw notEmulated(`The content type of .${extension} files`);
  state.contentType = contentType;
  return state.blob;
}

const MEMBERS = {
  getBytes: (state) => bytesOfBase64(state.base64) ?? [],
  getDataAsString(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.getDataAsString`, args, [], ['string']);
    return callHost<string>('utilities.decodeText', state.base64, args[0] ?? 'UTF-8');
  },
  getContentType: (state) => state.contentType,
  getName: (state) => state.name,
  getBlob: (state) => state.blob,
  isGoogleType: () => false,
  copyBlob: ({ base64, contentType, name }) => newBlob(base64, contentType, name),
  getAs(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.getAs`, args, ['string']);
    if (args[0] === state.contentType) return state.blob;
    throw notEmulated(`Converting a blob from ${state.contentType} to ${String(args[0])}`);
  },
  setBytes(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setBytes`, args, ['array']);
    state.base64 = base64Of(args[0]);
    return state.blob;
  },
  setDataFromString(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setDataFromString`, args, ['string'], ['string', 'string']);
    state.base64 = base64OfText(String(args[0]), String(args[1] ?? 'UTF-8'));
    return state.blob;
  },
  setContentType(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setContentType`, args, ['string']);
    state.contentType = textOrNull(args[0]);
    return state.blob;
  },
  setContentTypeFromExtension,
  setName(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.setName`, args, ['string']);
    state.name = textOrNull(args[0]);
    return state.blob;
  },
} satisfies Emulates<BlobApi, BlobState>;

export function newBlob(base64: string, contentType: string | null, name: string | null): unknown {
  const state: BlobState = { blob: null, base64, contentType, name };
  state.blob = emulatedObject(CLASS_NAME, MEMBERS, state);
  return state.blob;
}

/** [recorded live] Text is text/plain unless told otherwise. [assumed] Bytes have no content type. */
export function blobOfData(...args: unknown[]): unknown {
  const kinds = [['any'], ['any', 'string'], ['any', 'string', 'string']] as const;
  checkArguments('Utilities.newBlob', args, ...kinds);
  const [data, contentType, name] = args;
  const ofKind = Array.isArray(data) ? null : 'text/plain';
  return newBlob(base64Of(data), textOrNull(contentType) ?? ofKind, textOrNull(name));
}

/** The content of an argument that must be a blob. */
export function blobArgument(method: string, args: readonly unknown[]): Readonly<BlobState> {
  const state = stateOf<BlobState>(CLASS_NAME, args[0]);
  if (state === null) checkArguments(method, args);
  return state ?? { blob: null, base64: '', contentType: null, name: null };
}
