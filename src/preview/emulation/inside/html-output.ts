import { type Emulates, emulatedEnum, emulatedObject, stateOf } from './emulated-object.ts';
import { checkArguments, platformError } from './host-bridge.ts';
import { base64OfText, newBlob } from './utilities-blob.ts';

type HtmlOutputApi = GoogleAppsScript.HTML.HtmlOutput;
type MetaTagApi = GoogleAppsScript.HTML.HtmlOutputMetaTag;

export interface HtmlOutputState {
  output: unknown;
  content: string;
  title: string;
  width: number | null;
  height: number | null;
  faviconUrl: string | null;
  readonly metaTags: [string, string][];
}

const CLASS_NAME = 'HtmlService.HtmlOutput';
// [documented] The only meta tags that may be added.
const META_TAGS = [
  'apple-mobile-web-app-capable',
  'google-site-verification',
  'mobile-web-app-capable',
  'viewport',
];

export const SANDBOX_MODES = emulatedEnum('HtmlService.SandboxMode', [
  'EMULATED',
  'IFRAME',
  'NATIVE',
]) satisfies Record<keyof typeof GoogleAppsScript.HTML.SandboxMode, unknown>;

export const FRAME_MODES = emulatedEnum('HtmlService.XFrameOptionsMode', [
  'ALLOWALL',
  'DEFAULT',
]) satisfies Record<keyof typeof GoogleAppsScript.HTML.XFrameOptionsMode, unknown>;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** [recorded live, < and >] [assumed] The rest; live escapes by context, also in scripts and URLs. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);

function checked(method: string, args: readonly unknown[], kind: 'string' | 'number'): unknown {
  checkArguments(`${CLASS_NAME}.${method}`, args, [kind]);
  return args[0];
}

function mode(method: string, enumClass: string) {
  return (state: HtmlOutputState, ...args: unknown[]) => {
    if (typeof stateOf(enumClass, args[0]) !== 'string') checkArguments(method, args);
    return state.output;
  };
}

const META_TAG = {
  getName: ([name]) => name,
  getContent: ([, content]) => content,
} satisfies Required<Emulates<MetaTagApi, [string, string]>>;

const CONTENT = {
  getContent: (state) => state.content,
  setContent(state, ...args: unknown[]) {
    state.content = String(checked('setContent', args, 'string'));
    return state.output;
  },
  append(state, ...args: unknown[]) {
    state.content += String(checked('append', args, 'string'));
    return state.output;
  },
  appendUntrusted(state, ...args: unknown[]) {
    state.content += escapeHtml(String(checked('appendUntrusted', args, 'string')));
    return state.output;
  },
  clear(state) {
    state.content = '';
    return state.output;
  },
  getBlob: ({ content }) => newBlob(base64OfText(content), 'text/html', null),
} satisfies Emulates<HtmlOutputApi, HtmlOutputState>;

const FRAME = {
  // [recorded live] A title that was never set is ''.
  getTitle: (state) => state.title,
  setTitle(state, ...args: unknown[]) {
    state.title = String(checked('setTitle', args, 'string'));
    return state.output;
  },
  // SAFETY: [documented] null until it is set; the published type says number.
  getWidth: (state) => state.width as number,
  setWidth(state, ...args: unknown[]) {
    state.width = Number(checked('setWidth', args, 'number'));
    return state.output;
  },
  // SAFETY: as the width.
  getHeight: (state) => state.height as number,
  setHeight(state, ...args: unknown[]) {
    state.height = Number(checked('setHeight', args, 'number'));
    return state.output;
  },
  // SAFETY: as the width.
  getFaviconUrl: (state) => state.faviconUrl as string,
  setFaviconUrl(state, ...args: unknown[]) {
    state.faviconUrl = String(checked('setFaviconUrl', args, 'string'));
    return state.output;
  },
  addMetaTag(state, ...args: unknown[]) {
    checkArguments(`${CLASS_NAME}.addMetaTag`, args, ['string', 'string']);
    const [name = '', content = ''] = args.map(String);
    // [assumed] The sentence.
    if (!META_TAGS.includes(name)) throw platformError(`The meta tag ${name} is not allowed.`);
    state.metaTags.push([name, content]);
    return state.output;
  },
  getMetaTags: ({ metaTags }) =>
    metaTags.map((tag) => emulatedObject('HtmlService.HtmlOutputMetaTag', META_TAG, tag)),
  setSandboxMode: mode(`${CLASS_NAME}.setSandboxMode`, 'HtmlService.SandboxMode'),
  setXFrameOptionsMode: mode(`${CLASS_NAME}.setXFrameOptionsMode`, 'HtmlService.XFrameOptionsMode'),
} satisfies Emulates<HtmlOutputApi, HtmlOutputState>;

export function newHtmlOutput(content: string, members: object = {}): unknown {
  const state: HtmlOutputState = {
    output: null,
    content,
    title: '',
    width: null,
    height: null,
    faviconUrl: null,
    metaTags: [],
  };
  state.output = emulatedObject(CLASS_NAME, { ...CONTENT, ...FRAME, ...members }, state);
  return state.output;
}
