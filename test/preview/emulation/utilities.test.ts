import {
  createAccount,
  type EmulatedAccount,
} from '../../../src/preview/emulation/host/account.ts';
import { errorOf, resultOf } from '../../support/emulated-script.ts';

const account = (): EmulatedAccount => createAccount({ owner: 'anna@example.com' });
const result = (expression: string) => resultOf(account(), `return ${expression};`);

const SHA_256 = 'Utilities.DigestAlgorithm.SHA_256';
const UTF_8 = 'Utilities.Charset.UTF_8';

describe('digests', () => {
  it('are signed bytes', () => {
    expect(
      result(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'input to hash')`),
    ).toEqual([-16, -20, -112, 64, -50, -47, -118, 102, -113, 70, -112, 94, -34, -49, 117, -103]);
  });

  it('of text beyond ASCII collide with question marks unless UTF-8 is named', () => {
    const digest = (text: string, charset = '') =>
      result(`Utilities.computeDigest(${SHA_256}, '${text}'${charset})`);
    expect(digest('é')).toEqual(digest('?'));
    expect(digest('€🙂')).toEqual(digest('??'));
    expect(digest('é', `, ${UTF_8}`)).not.toEqual(digest('?', `, ${UTF_8}`));
  });

  it('agree with what live Apps Script gave, for both character sets', () => {
    const digest = (charset: string) =>
      result(`Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, '€🙂'${charset})`);
    expect(digest('')).toEqual([
      -22, 3, -4, -72, -60, 120, 34, -68, -25, 114, -49, 108, 7, -48, -21, -69,
    ]);
    expect(digest(`, ${UTF_8}`)).toEqual([
      -71, 89, 42, -99, 35, -63, -51, -82, 83, 46, 87, -53, -35, -67, 116, -6,
    ]);
  });

  it('of bytes are those of the text the bytes came from', () => {
    expect(
      result(`Utilities.computeDigest(${SHA_256}, Utilities.newBlob('dé').getBytes())`),
    ).toEqual(result(`Utilities.computeDigest(${SHA_256}, 'dé', ${UTF_8})`));
  });

  it.each([
    `Utilities.computeDigest('fake', 'x')`,
    `Utilities.computeDigest(${SHA_256}, 'x', 'fake')`,
    `Utilities.computeDigest(${SHA_256}, [0, 1], ${UTF_8})`,
    `Utilities.computeDigest(${SHA_256}, 'x', ${UTF_8}, 4)`,
    `Utilities.computeHmacSha256Signature('x')`,
    `Utilities.computeHmacSha256Signature('x', [1])`,
  ])('refuse %s', (call) => {
    expect(errorOf(account(), `${call};`)).toMatch(/The parameters \(.*\) don't match/);
  });

  it('refuse bytes that are no numbers', () => {
    expect(errorOf(account(), `Utilities.computeDigest(${SHA_256}, ['a']);`)).toMatch(
      /Cannot convert/,
    );
  });

  it('with a key agree with what live Apps Script gave', () => {
    const hmac = (charset: string) =>
      result(`Utilities.computeHmacSha256Signature('café', '€🙂'${charset})`);
    expect(hmac(`, ${UTF_8}`)).toEqual([
      76, -16, 35, 99, -128, 106, -22, -17, -102, -19, 4, 97, -75, 64, 107, 79, 99, 19, -54, -6, 90,
      54, 121, -39, -126, 13, 2, -40, -84, 109, -2, 115,
    ]);
    expect(hmac('')).toEqual([
      -125, 73, -127, -128, -43, -39, 99, -10, 39, -49, -128, 27, 8, -117, 4, -120, -26, -111, 16,
      114, -115, 1, -1, -68, -27, 88, 7, 117, 55, -87, -123, -52,
    ]);
  });
});

describe('base64', () => {
  it('goes both ways, for text and for signed bytes', () => {
    expect(result(`Utilities.base64Encode('Doelen: é')`)).toBe('RG9lbGVuOiDDqQ==');
    expect(result('Utilities.base64Encode([-1, 0, 127, -128])')).toBe('/wB/gA==');
    expect(result(`Utilities.base64Decode('/wB/gA==')`)).toEqual([-1, 0, 127, -128]);
    expect(result(`Utilities.base64Encode('')`)).toBe('');
    expect(result(`Utilities.base64Decode('')`)).toEqual([]);
  });

  it('for the web has an alphabet of its own', () => {
    expect(result('Utilities.base64EncodeWebSafe([-5, -1, -65])')).toBe('-_-_');
    expect(result(`Utilities.base64DecodeWebSafe('-_-_')`)).toEqual([-5, -1, -65]);
    expect(errorOf(account(), `Utilities.base64Decode('-_-_');`)).toBe(
      'Exception: Could not decode string.',
    );
  });
});

describe('gzip', () => {
  it('gives back what went in, under the names that live Apps Script gives', () => {
    const script = `
      const packed = Utilities.gzip(Utilities.newBlob('rows '.repeat(1000) + 'é'));
      const plain = Utilities.ungzip(packed);
      return [packed.getName(), packed.getContentType(), packed.getBytes().length < 100,
        plain.getName(), plain.getContentType(), plain.getDataAsString().length];`;
    expect(resultOf(account(), script)).toEqual([
      'archive.gz',
      'application/x-gzip',
      true,
      'archive',
      null,
      5001,
    ]);
  });

  it.each([
    `'plain', 'application/x-gzip'`,
    `Utilities.gzip(Utilities.newBlob('unmarked')).getBytes()`,
  ])('refuses what is no gzip or is not marked as such: %s', (data) => {
    expect(errorOf(account(), `Utilities.ungzip(Utilities.newBlob(${data}));`)).toBe(
      'Exception: Could not decompress gzip.',
    );
  });

  it('survives the way through text that a cache entry takes', () => {
    const script = `
      const text = JSON.stringify({ rows: ['Omzet €', 0, null] });
      const packed = Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes());
      const marked = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip');
      return Utilities.ungzip(marked).getDataAsString('UTF-8') === text;`;
    expect(resultOf(account(), script)).toBe(true);
  });
});

describe('a blob', () => {
  it('holds text with a kind and a name', () => {
    const script = `
      const blob = Utilities.newBlob('a,b', 'text/csv', 'rows.csv');
      const copy = blob.copyBlob().setName('rows.txt').setContentTypeFromExtension();
      return [Utilities.newBlob('x').getContentType(), Utilities.newBlob('x').getName(),
        blob.getContentType(), copy.getContentType(), copy.getDataAsString(), blob.getBytes(),
        copy.setDataFromString('é').getBytes(), copy.setBytes([65]).getDataAsString()];`;
    expect(resultOf(account(), script)).toEqual([
      'text/plain',
      null,
      'text/csv',
      'text/plain',
      'a,b',
      [97, 44, 98],
      [-61, -87],
      'A',
    ]);
  });
});

describe('formatDate', () => {
  const format = (iso: string, timeZone: string, pattern: string) =>
    result(`Utilities.formatDate(new Date('${iso}'), '${timeZone}', ${JSON.stringify(pattern)})`);

  it.each([
    [
      '1970-01-01T00:00:00Z',
      'Europe/Amsterdam',
      "yyyy-MM-dd'T'HH:mm:ssXXX EEE u",
      '1970-01-01T01:00:00+01:00 Thu 4',
    ],
    [
      '2026-03-29T00:59:59Z',
      'Europe/Amsterdam',
      'yyyy-MM-dd HH:mm:ss Z',
      '2026-03-29 01:59:59 +0100',
    ],
    [
      '2026-03-29T01:00:00Z',
      'Europe/Amsterdam',
      'yyyy-MM-dd HH:mm:ss Z',
      '2026-03-29 03:00:00 +0200',
    ],
    ['2026-01-31T23:30:00Z', 'Pacific/Auckland', 'yyyy-MM-dd', '2026-02-01'],
    ['2026-01-31T23:30:00Z', 'America/New_York', 'yyyy-MM-dd', '2026-01-31'],
    ['2026-02-05T17:04:09.007Z', 'UTC', 'd/M/yy h:mm a S SSS', '5/2/26 5:04 PM 7 007'],
    ['2026-02-05T00:04:09Z', 'UTC', 'H k K h', '0 24 0 12'],
    ['2026-02-05T00:04:09Z', 'UTC', 'MMM MMMM EEEE', 'Feb February Thursday'],
    ['2026-12-31T12:00:00Z', 'UTC', 'D w Y F W', '365 1 2027 5 5'],
    ['2026-01-01T12:00:00Z', 'UTC', 'D w Y F W', '1 1 2026 1 1'],
    ['2026-01-04T12:00:00Z', 'UTC', 'D w Y F W', '4 2 2026 1 2'],
    ['2026-07-01T12:00:00Z', 'Europe/Amsterdam', 'z', 'CEST'],
    ['2026-07-01T12:00:00Z', 'America/New_York', 'z zzzz', 'EDT Eastern Daylight Time'],
    ['2026-07-01T12:00:00Z', 'GMT+5:30', 'HH:mm X XX XXX', '17:30 +05 +0530 +05:30'],
    ['2026-07-01T12:00:00Z', 'UTC', "X 'o''clock' ''yy", "Z o'clock '26"],
    ['2026-07-01T12:00:00Z', 'No/Where', 'HH:mm', '12:00'],
  ])('of %s in %s as %s is %s', (iso, timeZone, pattern, text) => {
    expect(format(iso, timeZone, pattern)).toBe(text);
  });

  it('refuses a letter that means nothing, and what is no date', () => {
    expect(errorOf(account(), `Utilities.formatDate(new Date(0), 'UTC', 'b');`)).toMatch(/'b'/);
    expect(errorOf(account(), `Utilities.formatDate('2026-01-01', 'UTC', 'yyyy');`)).toBe(
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  });
});

describe('text', () => {
  it.each([
    [
      'a,b,"c,d"\ne,f,g',
      [
        ['a', 'b', 'c,d'],
        ['e', 'f', 'g'],
      ],
    ],
    ['a,"b ""quoted"" c",d', [['a', 'b "quoted" c', 'd']]],
    [
      'a,\r\n,b\r\n',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"two\nlines",1', [['two\nlines', '1']]],
    ['', []],
  ])('as CSV: %j', (csv, rows) => {
    expect(result(`Utilities.parseCsv(${JSON.stringify(csv)})`)).toEqual(rows);
  });

  it('as CSV can have another delimiter, and must close its quotes', () => {
    expect(result(`Utilities.parseCsv('a;b,c', ';')`)).toEqual([['a', 'b,c']]);
    expect(errorOf(account(), `Utilities.parseCsv('a,"b');`)).toBe(
      'Exception: Could not parse text.',
    );
  });

  it.each([
    [`'hello %s', 'world'`, 'hello world'],
    [`'%d + %d = %d', 1, 2, 3`, '1 + 2 = 3'],
    [
      `'[%5s|%-5s|%05d|%.2f|%,d|%+d]', 'ab', 'cd', -42, 3.14159, 1234567, 7`,
      '[   ab|cd   |-0042|3.14|1,234,567|+7]',
    ],
    [`'%d%% of %x', 0, 255`, '0% of ff'],
  ])('formatted: %s', (args, text) => {
    expect(result(`Utilities.formatString(${args})`)).toBe(text);
  });
});

describe('the rest of Utilities', () => {
  it('sleeps on the virtual clock', () => {
    const one = account();
    const before = one.clock.now();
    resultOf(one, 'Utilities.sleep(90000);');
    expect(one.clock.now() - before).toBe(90_000);
    expect(errorOf(one, 'Utilities.sleep(300001);')).toMatch(/300001/);
  });

  it('cannot sleep past the six minutes of an execution, whatever the script catches', () => {
    const script = `for (let i = 0; i < 9; i += 1) { try { Utilities.sleep(60000); } catch {} }
      return 'finished';`;
    expect(errorOf(account(), script)).toMatch(/Exceeded maximum execution time/);
  });

  it('gives another id each time', () => {
    const [first, second] = [result('Utilities.getUuid()'), result('Utilities.getUuid()')];
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(second).not.toBe(first);
  });

  it('refuses by name what is not emulated', () => {
    expect(errorOf(account(), 'Utilities.zip([]);')).toBe(
      'NotEmulatedError: Utilities.zip is not emulated',
    );
  });
});
