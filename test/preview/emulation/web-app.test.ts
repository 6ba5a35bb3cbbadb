import { createAccount } from '../../../src/preview/emulation/host/account.ts';
import { runFunction } from '../../../src/preview/emulation/host/execution.ts';
import type { TriggerKind } from '../../../src/preview/emulation/host/execution-state.ts';
import { emulatorText } from '../../support/emulated-script.ts';

const run = (code: string, functionName: string, trigger: TriggerKind, args: unknown[] = []) =>
  runFunction(createAccount({ owner: 'anna@example.com' }), {
    emulator: emulatorText(),
    code,
    project: 'connector',
    manifest: { timeZone: 'Etc/UTC', oauthScopes: [] },
    functionName,
    trigger,
    args,
  });

describe('a web app', () => {
  test('hands over the page, its title and its meta tags', () => {
    const code = `function doGet(e) {
      return HtmlService.createHtmlOutput('<p>' + e.parameter.day).setTitle('Day')
        .addMetaTag('viewport', 'width=device-width');
    }`;
    expect(run(code, 'doGet', 'web_app', [{ parameter: { day: '0' } }]).result).toEqual({
      content: '<p>0',
      title: 'Day',
      metaTags: [['viewport', 'width=device-width']],
    });
  });

  test.each([
    ['return undefined;', 'The script completed but did not return anything.'],
    ['return null;', 'The script completed but did not return anything.'],
    [
      "return '<p>';",
      'The script completed but the returned value is not a supported return type.',
    ],
  ])('says what is missing when there is no page: %s', (body, sentence) => {
    expect(run(`function doGet() { ${body} }`, 'doGet', 'web_app').error?.message).toBe(sentence);
  });

  test('a page calls functions of its script by name', () => {
    const code = 'function twice(x) { return [x, x]; } function secret_() { return 1; }';
    expect(run(code, 'twice', 'page', [0]).result).toEqual([0, 0]);
    expect(run(code, 'secret_', 'page').error?.message).toMatch('Script function not found');
  });
});
