import { constants, deflateRawSync } from 'node:zlib';

/** Text of a part; a unit that repeats is packed once, so gigabytes cost nothing to make. */
export type PartText =
  | string
  | { readonly head: string; readonly unit: string; readonly times: number; readonly tail: string };

interface Packed {
  readonly bytes: Buffer;
  readonly size: number;
}

const pack = (text: string, finishFlush: number): Packed => {
  const raw = Buffer.from(text);
  return { bytes: deflateRawSync(raw, { finishFlush }), size: raw.length };
};

/** A fully flushed piece of a deflated stream leans on nothing before it, so it can be repeated. */
function packed(text: PartText): Packed {
  if (typeof text === 'string') return pack(text, constants.Z_FINISH);
  const head = pack(text.head, constants.Z_FULL_FLUSH);
  const unit = pack(text.unit, constants.Z_FULL_FLUSH);
  const tail = pack(text.tail, constants.Z_FINISH);
  const units = Array.from({ length: text.times }, () => unit.bytes);
  return {
    bytes: Buffer.concat([head.bytes, ...units, tail.bytes]),
    size: head.size + unit.size * text.times + tail.size,
  };
}

/** A zip file of these parts; checksums are left at zero. */
export function zipOf(parts: Readonly<Record<string, PartText>>): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of Object.entries(parts)) {
    const { bytes, size } = packed(text);
    const name = Buffer.from(path);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(name.length, 22);
    local.push(Buffer.from('PK\x03\x04'), facts, name, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, name);
    offset += 30 + name.length + bytes.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, listed, Buffer.from('PK\x05\x06'), end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<?xml version="1.0"?><Relationships xmlns="${RELATIONS}">${list
    .map(([id, type, to]) => `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${to}"/>`)
    .join('')}</Relationships>`;

export interface RawSheet {
  readonly title: string;
  /** What stands in <worksheet>: all of it, or only <sheetData> when it begins with <row. */
  readonly xml: PartText | null;
  readonly notes?: string;
}

interface RawParts {
  readonly texts?: PartText;
  readonly styles?: string;
  readonly workbookPr?: string;
}

/** The parts of an .xlsx file, written by hand as other programs write them; `xml: null` leaves one out. */
export function rawParts(
  sheets: readonly RawSheet[],
  { texts, styles, workbookPr = '' }: RawParts = {},
): Record<string, PartText> {
  const parts: Record<string, PartText> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relations([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="x">${workbookPr}<sheets>${sheets
      .map(({ title }, at) => `<sheet name="${title}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map(
        (_, at) => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const,
      ),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['y', 'styles', '/xl/styles.xml'],
    ]),
  };
  sheets.forEach(({ xml, notes }, at) => {
    if (xml !== null) parts[`xl/worksheets/sheet${at + 1}.xml`] = xml;
    if (notes === undefined) return;
    parts[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relations([
      ['n', 'comments', `../notes${at}.xml`],
    ]);
    parts[`xl/notes${at}.xml`] = notes;
  });
  if (texts !== undefined) parts['xl/sharedStrings.xml'] = texts;
  if (styles !== undefined) parts['xl/styles.xml'] = styles;
  return parts;
}

export const sheetOf = (rows: string): string =>
  `<worksheet><sheetData>${rows}</sheetData></worksheet>`;

export const rawXlsx = (sheets: readonly RawSheet[], parts?: RawParts): Buffer =>
  zipOf(rawParts(sheets, parts));
