import { readFileSync } from 'node:fs';
import { TABLE_IDS } from '../../../src/core/tables/result-tables.ts';
import { PlatformError } from '../../../src/preview/emulation/host/account.ts';
import { runShipped, shippedCode, shippedManifest } from '../shipped-bundle.ts';
import { call, dataRequest, recalculated, schemaOf, textOf } from './asked.ts';
import { yearsAccount } from './years-workbook.ts';

// What went wrong in published connectors while they were in use, by the thread or the file in which
// it stands; CC is googledatastudio/community-connectors, GWS googleworkspace/apps-script-samples.
// None of it is so here.

const account = recalculated();
const code = shippedCode('connector');

describe('errors', () => {
  it.each(['getConfig', 'getSchema', 'getData'])(
    'CC 110, 195, 196, 346: %s never fails with “There was an error caused by this connector” alone',
    (name) => {
      const own = recalculated();
      own.beforeCall = ({ method }) => {
        if (!/newUserError|UserError|createCommunityConnector|getUuid|Session|console/.test(method))
          throw new Error('broken');
      };
      const { error } = runShipped(own, 'connector', name, {
        args: [dataRequest('kpis', ['kpi'])],
      });
      if (error !== undefined) expect(Object(error.details).userText).toMatch(/\w+ .*\.$/);
      else expect(name).toBe('getConfig');
    },
  );

  it('example-connectors 72, “Error ID: undefined”: the number in the sentence is the one in the log', () => {
    const own = recalculated();
    own.beforeCall = ({ method }) => {
      if (method.startsWith('Sheets.')) throw new Error('broken');
    };
    const { error, log } = runShipped(own, 'connector', 'getData', {
      args: [dataRequest('kpis', ['kpi'])],
    });
    const [, id = ''] = /: ([0-9A-Z]{8})\./.exec(Object(error?.details).userText) ?? [];
    expect(id).toHaveLength(8);
    expect(log.map(({ text }) => text).join()).toContain(id);
  });

  it('GWS errors.gs: no text begins with DS_USER:, which Data Studio has not read since 2019', () => {
    expect(code).not.toContain('DS_USER');
  });

  it('CC 271, 366: who has no access reads what to do, and nothing of an owner’s credentials', () => {
    const answer = call(account, 'getData', dataRequest('kpis', ['kpi']), 'stranger@koers.example');
    expect(textOf(answer)).toContain('Ask its owner to share it with you');
    expect(shippedManifest('connector').dataStudio?.forceViewersCredentials).toBe(true);
  });

  it('the page on debugging: nobody is an admin unless named', () => {
    expect(call(account, 'isAdminUser')).toBe(false);
  });
});

describe('time and cache', () => {
  it('CC 211: a chart of a page that was loaded asks Google’s sheets nothing', () => {
    const own = recalculated();
    const run = () =>
      runShipped(own, 'connector', 'getData', { args: [dataRequest('timeline', ['kpi'])] }).calls;
    run();
    expect(Object.keys(run()).filter((name) => name.startsWith('Sheets'))).toEqual([]);
  });

  it('adthena data_cache.gs: letters of several bytes break no entry, and one look finds a table', () => {
    const own = recalculated(yearsAccount());
    const request = { args: [dataRequest('timeline', ['kpi', 'organisation'])] };
    const first = runShipped(own, 'connector', 'getData', request);
    const { result, calls } = runShipped(own, 'connector', 'getData', request);
    expect(result).toEqual(first.result);
    // The proof of access and the table.
    expect(calls['CacheService.Cache.getAll']).toBe(2);
    expect(calls['CacheService.Cache.get']).toBeUndefined();
  });

  it('OWOX, firebase-cache: a report can show how old its figures are', () => {
    for (const table of TABLE_IDS) {
      expect(schemaOf(account, table).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['recalculated_at', 'recalculated_text', 'view_note']),
      );
    }
  });
});

const REFUSED = 'API call to sheets.spreadsheets.get failed with error: ';

/** An account whose every call to Google's sheets is refused so often before it is answered. */
function refusing(times: number, message: string, status?: number) {
  const own = recalculated();
  let left = times;
  own.beforeCall = ({ method }) => {
    if (!method.startsWith('Sheets.') || left === 0) return;
    left -= 1;
    const details = status === undefined ? {} : { code: status, message };
    throw new PlatformError(REFUSED + message, 'GoogleJsonResponseException', details);
  };
  return own;
}

describe('what Google refuses for a moment', () => {
  it.each([
    ['420', 'No.', 420],
    ['429', 'No.', 429],
    ['500', 'No.', 500],
    ['502', 'No.', 502],
    ['503', 'No.', 503],
    ['504', 'No.', 504],
    ['an address that is not there', 'Address unavailable', undefined],
    ['a name that is not found', 'DNS error', undefined],
  ])(
    'OWOX troubleshooting, squad 462: %s twice is waited for, longer each time, and the chart is there',
    (_what, message, status) => {
      const waited = (times: number) => {
        const own = refusing(times, message, status);
        const before = own.clock.now();
        const { error } = runShipped(own, 'connector', 'getData', {
          args: [dataRequest('kpis', ['kpi'])],
        });
        return [(own.clock.now() - before) / 1000, textOf(error?.details)];
      };
      expect(waited(1)).toEqual([1, '']);
      expect(waited(2)).toEqual([3, '']);
      // A person does not wait for ever.
      expect(waited(3)).toEqual([3, expect.stringContaining('Wait a minute and try again')]);
    },
  );

  it('what waiting cannot mend is not waited for', () => {
    const own = refusing(1, 'The caller does not have permission', 403);
    const before = own.clock.now();
    const answer = call(own, 'getData', dataRequest('kpis', ['kpi']));
    expect(textOf(answer)).toContain('Ask its owner to share it with you');
    expect(own.clock.now()).toBe(before);
  });
});

describe('users still on old code', () => {
  it('LS/deploy: the form says which version answers, in the language of who fills it in', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    for (const languageCode of ['en', 'nl']) {
      const { configParams } = Object(call(account, 'getConfig', { languageCode }));
      expect(configParams[0].type).toBe('INFO');
      expect(configParams[0].text).toContain(`Koers ${version}.`);
    }
  });

  it('LS/deploy: so does the log, beside the number that a viewer was given', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const own = refusing(9, 'Flux');
    const { log } = runShipped(own, 'connector', 'getData', {
      args: [dataRequest('kpis', ['kpi'])],
    });
    expect(log.map(({ text }) => text).join()).toContain(version);
  });
});

describe('login and manifest', () => {
  it('CC 100, dataconnector-facebook 4: no key to change and no login to go round in', () => {
    expect(call(account, 'getAuthType')).toEqual({ type: 'NONE' });
    expect(code).not.toMatch(/function (resetAuth|isAuthValid|setCredentials|authCallback)\b/);
  });

  it('CC 214, 295: the scopes are to read sheets and to know an address', () => {
    expect(shippedManifest('connector').oauthScopes).toHaveLength(2);
  });

  it('monday code.gs: questions at the first and at Explore’s calls have an answer without answers', () => {
    expect(Object(call(account, 'getConfig')).configParams.length).toBeGreaterThan(0);
    expect(textOf(call(account, 'getData', {}))).toContain('does not say which workbook');
  });

  it('doc samples: no function of DataStudioApp is called that does not exist', () => {
    expect(code).not.toMatch(
      /newGetAuthTypeResponse|newCheckCompatibilityResponse|\bcc\.newDimension|\.addRows\(/,
    );
  });

  it('manifest page: neither useQueryConfig, which is deprecated, nor supportsStreaming, of which no page tells', () => {
    const { dataStudio } = shippedManifest('connector');
    expect(dataStudio).not.toHaveProperty('useQueryConfig');
    expect(dataStudio).not.toHaveProperty('supportsStreaming');
    expect(dataStudio).not.toHaveProperty('addOnUrl');
  });
});
