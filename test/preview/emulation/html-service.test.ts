import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount => ({
  ...createAccount({ owner: 'anna@example.com' }),
  htmlFiles: {
    sidebar: '<p>Goals</p>',
    list: '<ul><? names.forEach((n) => { ?><li><?= n ?></li><? }) ?></ul>',
  },
});

describe('an HTML page', () => {
  it('keeps its content, title and size', () => {
    const script = `const page = HtmlService.createHtmlOutput('<h1>Koers</h1>');
      const before = [page.getTitle(), page.getWidth()];
      page.setTitle('Koers').setWidth(320).setHeight(200).append('<b>!</b>')
        .appendUntrusted('<i>&');
      return [before, page.getTitle(), page.getWidth(), page.getHeight(), page.getContent()];`;
    expect(resultOf(account(), script)).toEqual([
      ['', null],
      'Koers',
      320,
      200,
      '<h1>Koers</h1><b>!</b>&lt;i&gt;&amp;',
    ]);
  });

  it('can be emptied, filled again and read as a file', () => {
    const script = `const page = HtmlService.createHtmlOutput();
      const blob = page.setContent('<p>2</p>').getBlob();
      return [blob.getContentType(), blob.getDataAsString(), page.clear().getContent()];`;
    expect(resultOf(account(), script)).toEqual(['text/html', '<p>2</p>', '']);
  });

  it('takes the meta tags that are allowed', () => {
    const script = `const page = HtmlService.createHtmlOutput().addMetaTag('viewport', 'width=9');
      return page.getMetaTags().map((tag) => tag.getName() + '=' + tag.getContent());`;
    expect(resultOf(account(), script)).toEqual(['viewport=width=9']);
    expect(
      errorOf(account(), `HtmlService.createHtmlOutput().addMetaTag('refresh', '1');`),
    ).toMatch(/refresh is not allowed/);
  });

  it('comes from a file of the project, with or without its ending', () => {
    const script = (name: string) =>
      `return HtmlService.createHtmlOutputFromFile('${name}').getContent();`;
    expect(resultOf(account(), script('sidebar'))).toBe('<p>Goals</p>');
    expect(resultOf(account(), script('sidebar.html'))).toBe('<p>Goals</p>');
    expect(errorOf(account(), script('missing'))).toBe(
      'Exception: No HTML file named missing was found.',
    );
  });
});

describe('a sidebar', () => {
  it('reaches the screen with the title and content of its page', () => {
    const one = createAccount({ owner: 'anna@example.com', boundWorkbookId: 'w1' });
    const script = `const page = HtmlService.createHtmlOutput('<p>3 goals</p>').setTitle('Koers');
      SpreadsheetApp.getUi().showSidebar(page);`;
    resultOf(one, script);
    expect(one.screen).toEqual([{ kind: 'sidebar', title: 'Koers', content: '<p>3 goals</p>' }]);
  });
});

describe('a template', () => {
  it('shows its code, with its own lines as comments or without', () => {
    const script = `const template = HtmlService.createTemplate('<b><?= 7 ?></b>');
      const [code, commented] = [template.getCode(), template.getCodeWithComments()];
      return [code.includes('<b>'), commented.startsWith('// <b>'), commented.endsWith(code)];`;
    expect(resultOf(account(), script)).toEqual([true, true, true]);
  });

  it('escapes what it prints, except where it is told not to', () => {
    const script = `const template = HtmlService.createTemplate('<?= name ?>|<?!= name ?>');
      template.name = '<script>"1" & \\'2\\'';
      return template.evaluate().getContent();`;
    expect(resultOf(account(), script)).toBe(
      `&lt;script&gt;&#34;1&#34; &amp; &#39;2&#39;|<script>"1" & '2'`,
    );
  });

  it('runs its code with the properties it was given, zero included', () => {
    const script = `const template = HtmlService.createTemplateFromFile('list');
      template.names = ['Visits', 0];
      const page = template.evaluate();
      return [template.getRawContent().length > 0, page.setTitle('List').getContent()];`;
    expect(resultOf(account(), script)).toEqual([true, '<ul><li>Visits</li><li>0</li></ul>']);
  });

  it('can be made of a page', () => {
    const script = `const template = HtmlService.createHtmlOutput('<?= 1 + 2 ?>').asTemplate();
      return template.evaluate().getContent();`;
    expect(resultOf(account(), script)).toBe('3');
  });
});
