import {
  createAccount,
  type EmulatedAccount,
  type FetchAnswer,
  type FetchRequest,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf, testManifest } from '../../support/emulated-script.ts';

const HOOK = 'https://chat.example/hook';

function accountThatAnswers(answer: (request: FetchRequest) => FetchAnswer): EmulatedAccount & {
  readonly asked: FetchRequest[];
} {
  const asked: FetchRequest[] = [];
  const answerRequest = (request: FetchRequest) => {
    asked.push(request);
    return answer(request);
  };
  return { ...createAccount({ owner: 'anna@example.com' }), answerRequest, asked };
}

const fine = () =>
  accountThatAnswers(() => ({ status: 200, headers: { 'Content-Type': 'text/plain' }, body: 'é' }));

describe('UrlFetchApp', () => {
  it('gives an answer that is read as its text, and a blob with a name and a plain type', () => {
    const one = accountThatAnswers(() => ({
      status: 200,
      headers: { 'Content-Type': 'text/javascript; charset=UTF-8' },
      body: '{"kpis":[3]}',
    }));
    const script = `const response = UrlFetchApp.fetch('https://host.example/a/goals.js?x=1');
      const blob = response.getBlob();
      return [JSON.parse(response).kpis, '' + response, blob.getContentType(), blob.getName()]`;
    expect(resultOf(one, script)).toEqual([[3], '{"kpis":[3]}', 'text/javascript', 'goals.js']);
  });

  it('hands over the recorded answer', () => {
    const script = `const response = UrlFetchApp.fetch('${HOOK}');
      return [response.getResponseCode(), response.getContentText(), response.getContent(),
        response.getHeaders(), response.getBlob().getContentType()];`;
    expect(resultOf(fine(), script)).toEqual([
      200,
      'é',
      [-61, -87],
      { 'Content-Type': 'text/plain' },
      'text/plain',
    ]);
  });

  it('sends what it was told, a form when the payload is an object', () => {
    const one = fine();
    resultOf(
      one,
      `UrlFetchApp.fetch('${HOOK}', { method: 'POST', contentType: 'application/json',
         headers: { 'X-Id': 7 }, payload: JSON.stringify({ text: 'At risk' }) });
       UrlFetchApp.fetch('${HOOK}', { payload: { a: 'x y', b: 2 } });`,
    );
    expect(one.asked).toEqual([
      {
        url: HOOK,
        method: 'post',
        headers: { 'X-Id': '7', 'Content-Type': 'application/json' },
        payload: '{"text":"At risk"}',
      },
      {
        url: HOOK,
        method: 'post',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        payload: 'a=x%20y&b=2',
      },
    ]);
  });

  it('throws the platform’s text for an error answer unless it is muted', () => {
    const failing = () => accountThatAnswers(() => ({ status: 404, body: 'Nothing here' }));
    expect(errorOf(failing(), `UrlFetchApp.fetch('${HOOK}?key=secret');`)).toBe(
      'Exception: Request failed for https://chat.example returned code 404. Truncated server ' +
        'response: Nothing here (use muteHttpExceptions option to examine full response)',
    );
    expect(
      resultOf(
        failing(),
        `return UrlFetchApp.fetch('${HOOK}', { muteHttpExceptions: true }).getResponseCode();`,
      ),
    ).toBe(404);
  });

  it('fails a whole batch for one failure in it', () => {
    const half = () =>
      accountThatAnswers(({ url }) => ({ status: url.endsWith('bad') ? 500 : 200, body: url }));
    const batch = (mute: boolean) => `return UrlFetchApp.fetchAll(['${HOOK}/good',
      { url: '${HOOK}/bad', muteHttpExceptions: ${mute} }]).map((r) => r.getResponseCode());`;
    expect(resultOf(half(), batch(true))).toEqual([200, 500]);
    expect(errorOf(half(), batch(false))).toMatch(/returned code 500/);
  });

  it('needs its scope', () => {
    const manifest = { ...testManifest, oauthScopes: [] };
    expect(errorOf(fine(), `UrlFetchApp.fetch('${HOOK}');`, { manifest })).toMatch(
      /call UrlFetchApp\.fetch\. Required permissions: .*script\.external_request$/,
    );
  });

  it.each([
    [['https://chat.example/'], true],
    [['https://*.example/'], true],
    [['https://other.example/', 'https://chat.example/hook'], true],
    [['https://chat.example/other/'], false],
    [['https://*.chat.example/'], false],
    [[], false],
  ])('under the list %j reaches the host: %s', (urlFetchWhitelist, reaches) => {
    const one = fine();
    const options = { manifest: { ...testManifest, urlFetchWhitelist } };
    const script = `return UrlFetchApp.fetch('${HOOK}').getResponseCode();`;
    if (reaches) expect(resultOf(one, script, options)).toBe(200);
    else {
      expect(errorOf(one, script, options)).toBe(
        `Exception: Request to ${HOOK} failed because the URL has not been whitelisted in the script manifest.`,
      );
      expect(one.asked).toEqual([]);
    }
  });

  it('has no network unless the account answers', () => {
    const offline = createAccount({ owner: 'anna@example.com' });
    expect(errorOf(offline, `UrlFetchApp.fetch('${HOOK}');`)).toBe(
      `Exception: Address unavailable: ${HOOK}`,
    );
  });

  it('counts against the day', () => {
    const one = fine();
    one.fetchQuota = 1;
    expect(errorOf(one, `UrlFetchApp.fetchAll(['${HOOK}', '${HOOK}']);`)).toBe(
      'Exception: Service invoked too many times for one day: urlfetch.',
    );
    expect(one.asked).toHaveLength(1);
  });

  it.each([
    [`UrlFetchApp.fetch('${HOOK}?' + 'x'.repeat(2082))`, /URLFetch URL Length/],
    [`UrlFetchApp.fetch('no address')`, /Invalid argument: no address/],
    [`UrlFetchApp.fetch('${HOOK}', { method: 'shout' })`, /invalid value: method/],
    [`UrlFetchApp.fetchAll([{}])`, /no value: url/],
    [`UrlFetchApp.fetch('${HOOK}', { validateHttpsCertificates: false })`, /is not emulated/],
  ])('refuses %s', (call, text) => {
    expect(errorOf(fine(), `${call};`)).toMatch(text);
  });
});
