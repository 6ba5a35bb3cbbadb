import { errorOf, resultOf, runScript, testManifest } from '../../support/emulated-script.ts';
import { accountWith } from '../../support/emulated-workbook.ts';

const UI = 'const ui = SpreadsheetApp.getUi();';

describe('the user interface', () => {
  test.each(['installable', 'datastudio'] as const)(
    'is not there in a run of kind %s',
    (trigger) => {
      expect(errorOf(accountWith([]), UI, { trigger })).toBe(
        'Exception: Cannot call SpreadsheetApp.getUi() from this context.',
      );
    },
  );

  test('is not there in a standalone project', () => {
    expect(errorOf(accountWith([]), UI, { project: 'connector' })).toContain('from this context');
  });

  test('gets a menu with the names of functions, submenus and separators', () => {
    const account = accountWith([]);
    const body = `${UI} ui.createMenu('Koers').addItem('Recalculate', 'recalculate').addSeparator()
      .addSubMenu(ui.createMenu('Add…').addItem('Events', 'addEvents')).addToUi()`;
    expect(runScript(account, body, { trigger: 'simple' }).error).toBeUndefined();
    expect(account.screen).toEqual([
      {
        kind: 'menu',
        title: 'Koers',
        content: [
          { caption: 'Recalculate', functionName: 'recalculate' },
          { separator: true },
          { caption: 'Add…', items: [{ caption: 'Events', functionName: 'addEvents' }] },
        ],
      },
    ]);
  });

  test('asks and hands over the answer', () => {
    const account = accountWith([]);
    account.answerDialog = ({ title, prompt }) => ({ button: 'YES', text: `${title}/${prompt}` });
    const body = `${UI} const reply = ui.prompt('Group', 'Which?', ui.ButtonSet.YES_NO);
      return [ui.alert('Sure?', ui.ButtonSet.YES_NO) === ui.Button.YES, reply.getSelectedButton() === ui.Button.NO, reply.getResponseText()]`;
    expect(resultOf(account, body)).toEqual([true, false, 'Group/Which?']);
  });

  test('says so when nobody is there to answer, except to a message', () => {
    expect(errorOf(accountWith([]), `${UI} ui.alert('Sure?', ui.ButtonSet.YES_NO)`)).toContain(
      'Nobody answers "Sure?"',
    );
    expect(resultOf(accountWith([]), `${UI} return String(ui.alert('Done'))`)).toBe('OK');
  });

  test('shows a toast and a page, the page only with its scope', () => {
    const account = accountWith([]);
    const body = `${UI} SpreadsheetApp.getActiveSpreadsheet().toast('Done', 'Koers'); ui.showSidebar('<p>hoi</p>')`;
    expect(runScript(account, body, { trigger: 'menu' }).error).toBeUndefined();
    expect(account.screen).toEqual([
      { kind: 'toast', title: 'Koers', content: 'Done' },
      { kind: 'sidebar', title: '', content: '<p>hoi</p>' },
    ]);
    const manifest = {
      ...testManifest,
      oauthScopes: ['https://www.googleapis.com/auth/spreadsheets'],
    };
    expect(errorOf(account, body, { manifest })).toBe(
      'Exception: Specified permissions are not sufficient to call SpreadsheetApp.Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
    );
  });
});
