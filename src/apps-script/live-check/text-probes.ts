import { odd, type ProbeRoom } from './probe.ts';

const digest = (algorithm: 'SHA_256' | 'MD5', text: string) =>
  Utilities.computeDigest(Utilities.DigestAlgorithm[algorithm], text);

export const TEXT_PROBES: ProbeRoom = {
  'texts.digest': () => digest('SHA_256', 'koers').slice(0, 6),
  'texts.digest_beyond_ascii': () => String(digest('MD5', 'é')) === String(digest('MD5', '?')),
  'texts.digest_utf_8': () =>
    Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'é', Utilities.Charset.UTF_8).slice(
      0,
      4,
    ),
  'texts.signature': () => Utilities.computeHmacSha256Signature('koers', 'key').slice(0, 4),
  'texts.base64': () => [Utilities.base64Encode('a?>'), Utilities.base64EncodeWebSafe('a?>')],
  'texts.base64_of_the_other_alphabet': () => Utilities.base64Decode('YT8-'),
  'texts.csv': () => Utilities.parseCsv('a,"b ""c""",\r\n1,,"2\n3"'),
  'texts.csv_broken': () => Utilities.parseCsv('a,"b'),
  'texts.format': () => Utilities.formatString('%s %05d %.2f %%', 'a', 42, 1.005),
  'texts.uuid': () => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(Utilities.getUuid()),
  'texts.sleep_answers': () => Utilities.sleep(1),
};

const packed = () => Utilities.gzip(Utilities.newBlob('goals '.repeat(50)));

export const GZIP_PROBES: ProbeRoom = {
  'gzip.name_and_type': () => [packed().getName(), packed().getContentType()],
  'gzip.named': () => Utilities.gzip(Utilities.newBlob('x'), 'a.txt').getName(),
  'gzip.begins_with': () => packed().getBytes().slice(0, 4),
  'gzip.gives_back': () => Utilities.ungzip(packed()).getDataAsString().length,
  'gzip.bytes_marked': () =>
    Utilities.ungzip(Utilities.newBlob(packed().getBytes(), 'application/x-gzip')).getDataAsString()
      .length,
  'gzip.bytes_unmarked': () =>
    Utilities.ungzip(Utilities.newBlob(packed().getBytes())).getDataAsString().length,
  'gzip.of_no_gzip': () =>
    Utilities.ungzip(Utilities.newBlob('text', 'application/x-gzip')).getDataAsString(),
};

function evaluated(template: string, value: string): string {
  const made = HtmlService.createTemplate(template);
  Reflect.set(made, 'value', value);
  return made.evaluate().getContent();
}

export const PAGE_PROBES: ProbeRoom = {
  'pages.content': () => HtmlService.createHtmlOutput('<p>a</p>').getContent(),
  'pages.printed_text': () => evaluated('<p><?= value ?></p>', '<b>&"\'</b>'),
  'pages.printed_as_it_is': () => evaluated('<p><?!= value ?></p>', '<b>&</b>'),
  'pages.missing_file': () => HtmlService.createHtmlOutputFromFile('no-such-page').getContent(),
  'pages.no_content': () => HtmlService.createHtmlOutput(odd(null)).getContent(),
};
