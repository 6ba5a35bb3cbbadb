import { MENU_WORDS } from '../core/language/sheet-languages.ts';
import type { Language } from '../core/model/workspace.ts';
import { type MenuItem, menuItems } from '../workflows/menu/menu-items.ts';
import type { LinkGroup, PageScreen, Screen } from '../workflows/ports.ts';

/** Text from outside never becomes markup. */
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function addItems(menu: GoogleAppsScript.Base.Menu, items: readonly MenuItem[]) {
  for (const item of items) {
    if (item.kind === 'separator') menu.addSeparator();
    else if (item.kind === 'action') menu.addItem(item.label, item.handler);
    else {
      const submenu = SpreadsheetApp.getUi().createMenu(item.label);
      menu.addSubMenu(addItems(submenu, item.items));
    }
  }
  return menu;
}

export function showMenu(language: Language, versionLabel: string | null): void {
  const { menu } = MENU_WORDS[language];
  addItems(SpreadsheetApp.getUi().createMenu(menu), menuItems(language, versionLabel)).addToUi();
}

export const googleScreen: Screen & PageScreen = {
  tell: (title, text) => {
    SpreadsheetApp.getUi().alert(title, text, SpreadsheetApp.getUi().ButtonSet.OK);
  },
  ask(title, question) {
    const ui = SpreadsheetApp.getUi();
    return ui.alert(title, question, ui.ButtonSet.YES_NO) === ui.Button.YES;
  },
  askText(title, question) {
    const ui = SpreadsheetApp.getUi();
    const answer = ui.prompt(title, question, ui.ButtonSet.OK_CANCEL);
    return answer.getSelectedButton() === ui.Button.OK ? answer.getResponseText() : null;
  },
  showLinks(title, groups) {
    const link = ({ text, url }: LinkGroup['links'][number]) =>
      `<a href="${escaped(url)}" target="_blank" rel="noopener">${escaped(text)}</a>`;
    const paragraphs = groups.map(
      ({ text, links }) => `<p>${escaped(text)}</p><p>${links.map(link).join(' · ')}</p>`,
    );
    const html = HtmlService.createHtmlOutput(
      `<div style="font-family:sans-serif">${paragraphs.join('')}</div>`,
    );
    const height = 60 + 100 * groups.length;
    SpreadsheetApp.getUi().showModalDialog(html.setWidth(520).setHeight(height), title);
  },
  showPage({ title, paragraphs, block }) {
    const text = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('');
    const html = HtmlService.createHtmlOutput(
      `<div style="font-family:sans-serif">${text}<label>${escaped(block.label)}` +
        `<textarea readonly rows="8" style="width:100%" onfocus="this.select()">${escaped(block.text)}</textarea></label></div>`,
    );
    SpreadsheetApp.getUi().showModalDialog(html.setWidth(640).setHeight(560), title);
  },
};
