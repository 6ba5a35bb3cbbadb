import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount =>
  createAccount({ owner: 'anna@example.com', boundWorkbookId: 'w1' });

const STORE = 'const store = PropertiesService.getScriptProperties();';

describe('properties', () => {
  it('hold text only, survive the execution, and are null when missing', () => {
    const one = account();
    resultOf(one, `${STORE} store.setProperty('runs', 3).setProperty('on', false);`);
    expect(
      resultOf(
        one,
        `${STORE} return ['runs', 'on', 'missing'].map((key) => store.getProperty(key));`,
      ),
    ).toEqual(['3', 'false', null]);
  });

  it('are set and deleted in one go', () => {
    const script = `${STORE}
      store.setProperties({ a: 'A', b: 2 });
      store.setProperties({ c: 'C' });
      const three = store.getProperties();
      store.setProperties({ d: 'D', e: 'E' }, true).deleteProperty('d');
      const keys = store.getKeys();
      return [three, keys, store.deleteAllProperties().getKeys()];`;
    expect(resultOf(account(), script)).toEqual([{ a: 'A', b: '2', c: 'C' }, ['e'], []]);
  });

  it('of a user are nobody else’s', () => {
    const one = account();
    resultOf(one, `PropertiesService.getUserProperties().setProperty('key', 'of Anna');`);
    const read = `return PropertiesService.getUserProperties().getProperty('key');`;
    expect(resultOf(one, read)).toBe('of Anna');
    expect(resultOf(one, read, { asUser: 'bram@example.com' })).toBeNull();
  });

  it('of one project are not those of the other', () => {
    const one = account();
    resultOf(one, `${STORE} store.setProperty('id', 'sheet');`);
    expect(
      resultOf(one, `${STORE} return store.getProperty('id');`, { project: 'connector' }),
    ).toBeNull();
  });

  it('of the document exist only in a bound project', () => {
    const read = 'return PropertiesService.getDocumentProperties() === null;';
    expect(resultOf(account(), read)).toBe(false);
    expect(resultOf(account(), read, { project: 'connector' })).toBe(true);
  });

  it('are 9 KB at most, counted in bytes', () => {
    const put = (value: string) => `${STORE} store.setProperty('k', ${value});`;
    expect(resultOf(account(), `${put(`'é'.repeat(4608)`)} return store.getKeys();`)).toEqual([
      'k',
    ]);
    expect(errorOf(account(), put(`'é'.repeat(4609)`))).toBe(
      'Exception: Argument too large: value',
    );
  });

  it('are 500 KB together, and a refused one changes nothing', () => {
    const one = account();
    const fill = `${STORE} for (let i = 0; i < 60; i += 1) store.setProperty('k' + i, 'x'.repeat(9000));`;
    expect(errorOf(one, fill)).toBe(
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    );
    expect(resultOf(one, `${STORE} return store.getKeys().length;`)).toBe(56);
  });

  it('need a key and a value', () => {
    expect(errorOf(account(), `${STORE} store.setProperty('k');`)).toBe(
      "Exception: The parameters (String) don't match the method signature for PropertiesService.Properties.setProperty.",
    );
  });
});
