import { type Emulates, emulatedService } from './emulated-object.ts';
import { announceCall, callHost, checkArguments, platformError } from './host-bridge.ts';
import {
  escapeHtml,
  FRAME_MODES,
  type HtmlOutputState,
  newHtmlOutput,
  SANDBOX_MODES,
} from './html-output.ts';

type HtmlServiceApi = GoogleAppsScript.HTML.HtmlService;

const SCRIPTLET = /<\?(!=|=)?([\s\S]*?)\?>/g;

/** [documented] <? code ?>, <?= escaped ?> and <?!= as it is ?>, turned into one function's body. */
function templateCode(html: string): string {
  let code = '';
  let at = 0;
  for (const match of html.matchAll(SCRIPTLET)) {
    const [whole, kind, source = ''] = match;
    code += `output.text(${JSON.stringify(html.slice(at, match.index))});\n`;
    if (kind === undefined) code += `${source}\n`;
    else code += `output.${kind === '=' ? 'escaped' : 'text'}(${source});\n`;
    at = match.index + whole.length;
  }
  return `${code}output.text(${JSON.stringify(html.slice(at))});\n`;
}

const commented = (html: string): string =>
  html
    .split('\n')
    .map((line) => `// ${line}\n`)
    .join('');

/** The template's own properties are names in its code; so is everything global. */
function evaluate(html: string, template: Record<string, unknown>): unknown {
  let content = '';
  const output = {
    text: (value: unknown) => {
      content += String(value ?? '');
    },
    escaped: (value: unknown) => {
      content += escapeHtml(String(value ?? ''));
    },
    append: (value: unknown) => output.text(value),
    appendUntrusted: (value: unknown) => output.escaped(value),
  };
  const names = Object.keys(template);
  const run = new Function('output', ...names, templateCode(html));
  run(output, ...names.map((name) => template[name]));
  return pageOf(content);
}

/** A template takes any property a script sets on it, so it is an ordinary object. */
function newTemplate(html: string): Record<string, unknown> {
  const template: Record<string, unknown> = {};
  const method = (name: string, run: () => unknown) =>
    Object.defineProperty(template, name, {
      value: () => {
        announceCall(`HtmlService.HtmlTemplate.${name}`);
        return run();
      },
    });
  method('evaluate', () => evaluate(html, template));
  method('getRawContent', () => html);
  method('getCode', () => templateCode(html));
  // [documented] The same with the template's own lines as comments; [assumed] how they stand there.
  method('getCodeWithComments', () => `${commented(html)}${templateCode(html)}`);
  return template;
}

const pageOf = (content: string) =>
  newHtmlOutput(content, { asTemplate: (state: HtmlOutputState) => newTemplate(state.content) });

function fileContent(method: string, args: readonly unknown[]): string {
  checkArguments(method, args, ['string']);
  const name = String(args[0]);
  const content = callHost<string | null>('html.file', name);
  // [seen]
  if (content === null) throw platformError(`No HTML file named ${name} was found.`);
  return content;
}

function htmlArgument(method: string, args: readonly unknown[]): string {
  checkArguments(method, args, [], ['string']);
  return args[0] === undefined ? '' : String(args[0]);
}

/** [documented] Needs no scope: showing the page does. */
const SERVICE = {
  SandboxMode: SANDBOX_MODES,
  XFrameOptionsMode: FRAME_MODES,
  createHtmlOutput: (...args: unknown[]) =>
    pageOf(htmlArgument('HtmlService.createHtmlOutput', args)),
  createHtmlOutputFromFile: (...args: unknown[]) =>
    pageOf(fileContent('HtmlService.createHtmlOutputFromFile', args)),
  createTemplate: (...args: unknown[]) =>
    newTemplate(htmlArgument('HtmlService.createTemplate', args)),
  createTemplateFromFile: (...args: unknown[]) =>
    newTemplate(fileContent('HtmlService.createTemplateFromFile', args)),
} satisfies Emulates<HtmlServiceApi, undefined>;

export function installHtmlService(globals: Record<string, unknown>): void {
  globals.HtmlService = emulatedService('HtmlService', SERVICE);
}
