import {
  classNameOf,
  type Emulates,
  emulatedEnum,
  emulatedObject,
  emulatedService,
  stateOf,
} from './emulated-object.ts';
import {
  callHost,
  checkArguments,
  notEmulated,
  platformError,
  requireScope,
} from './host-bridge.ts';

const UI = 'SpreadsheetApp.Ui';
const MENU = 'SpreadsheetApp.Menu';

/** What the page shows of a menu: items call a function of the script by its name. */
type MenuItem =
  | { readonly caption: string; readonly functionName: string }
  | { readonly separator: true }
  | { readonly caption: string; readonly items: readonly MenuItem[] };

interface MenuState {
  readonly caption: string;
  readonly items: MenuItem[];
}

function show(kind: string, title: string, content: unknown): void {
  callHost('screen.show', { kind, title, content });
}

const menuMembers = {
  addItem: (menu, ...args: [string, string]) => {
    checkArguments(`${MENU}.addItem`, args, ['string', 'string']);
    menu.items.push({ caption: args[0], functionName: args[1] });
    return menu;
  },
  addSeparator: (menu) => {
    menu.items.push({ separator: true });
    return menu;
  },
  addSubMenu: (menu, other: unknown) => {
    const added = stateOf<MenuState>(MENU, other);
    if (added === null) throw notEmulated('addSubMenu of something else than a Menu');
    menu.items.push({ caption: added.caption, items: added.items });
    return menu;
  },
  addToUi: (menu) => show('menu', menu.caption, menu.items),
} satisfies Emulates<GoogleAppsScript.Base.Menu, MenuState>;

const menuObject = (caption: string) => emulatedObject(MENU, menuMembers, { caption, items: [] });

interface PageFacts {
  getContent(): string;
  getTitle(): string | null;
}

/** The text of a page that HtmlService made (or text, which the platform accepts too). */
function contentOf(page: unknown): { content: string; title: string } {
  if (typeof page === 'string') return { content: page, title: '' };
  if (classNameOf(page) === null) throw platformError('Invalid argument: userInterface');
  // SAFETY: an object of HtmlService answers these two.
  const html = page as PageFacts;
  return { content: html.getContent(), title: html.getTitle() ?? '' };
}

/** [documented] Sidebars and dialogs need the scope of container UI; menus and alerts none. */
function showPage(method: string, kind: string, page: unknown, title?: string): void {
  requireScope(`${UI}.${method}`, ['script.container.ui']);
  const shown = contentOf(page);
  show(kind, title ?? shown.title, shown.content);
}

const BUTTONS = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'] as const;
const BUTTON_SETS = ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'] as const;

const Button = emulatedEnum(`${UI}.Button`, BUTTONS);
const ButtonSet = emulatedEnum(`${UI}.ButtonSet`, BUTTON_SETS);

interface DialogAnswer {
  readonly button: (typeof BUTTONS)[number];
  readonly text: string;
}

/** (prompt), (prompt, buttons), (title, prompt, buttons) */
function ask(kind: string, args: readonly unknown[]): DialogAnswer {
  const texts = args.filter((arg) => typeof arg === 'string');
  const [title, prompt] = texts.length > 1 ? texts : ['', texts[0]];
  const buttons = args.length > texts.length ? String(args[args.length - 1]) : 'OK';
  return callHost('screen.ask', { kind, title, prompt, buttons });
}

const promptResponse = ({ button, text }: DialogAnswer) =>
  emulatedObject(
    'SpreadsheetApp.PromptResponse',
    { getSelectedButton: () => Button[button], getResponseText: () => text },
    { button, text },
  );

const uiMembers = {
  Button,
  ButtonSet,
  createMenu: (caption: string) => menuObject(caption),
  // [assumed] A bound script's add-on menu carries the script's name.
  createAddonMenu: () => menuObject(''),
  alert: (...args: unknown[]) => Button[ask('alert', args).button],
  prompt: (...args: unknown[]) => promptResponse(ask('prompt', args)),
  showSidebar: (page: unknown) => showPage('showSidebar', 'sidebar', page),
  showModalDialog: (page: unknown, title: string) =>
    showPage('showModalDialog', 'dialog', page, title),
  showModelessDialog: (page: unknown, title: string) =>
    showPage('showModelessDialog', 'dialog', page, title),
};

/** [seen] There is no screen in triggers, the API or Data Studio. */
export function getUi(): unknown {
  if (!callHost<boolean>('execution.hasScreen')) {
    throw platformError('Cannot call SpreadsheetApp.getUi() from this context.');
  }
  return emulatedService(UI, uiMembers);
}
