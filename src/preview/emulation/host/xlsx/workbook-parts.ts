import { attribute, eachTag } from './xml-tags.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A tab as the workbook lists it, with the path of its part. */
export interface ListedTab {
  readonly title: string;
  readonly isHidden: boolean;
  readonly path: string;
}

export interface WorkbookParts {
  readonly is1904: boolean;
  readonly tabs: readonly ListedTab[];
  readonly styles: Buffer | null;
  readonly texts: Buffer | null;
}

interface Relation {
  readonly type: string;
  readonly path: string;
}

/** "../comments1.xml" as seen from xl/worksheets is xl/comments1.xml. */
function resolved(folder: string, target: string): string {
  const parts = target.startsWith('/') ? [] : folder.split('/');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** What a part points at, by id: the last word of its type ("worksheet") and its path. */
export function relationsOf(archive: ZipArchive, path: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const [, folder = '', file = ''] = /^(?:(.*)\/)?([^/]*)$/.exec(path) ?? [];
  const bytes = archive.read(resolved(folder, `_rels/${file}.rels`));
  if (bytes === null) return relations;
  eachTag(bytes, (name, _isEnd, attributes) => {
    if (name !== 'Relationship') return;
    const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
    const target = attribute(attributes, 'Target') ?? '';
    relations.set(attribute(attributes, 'Id') ?? '', { type, path: resolved(folder, target) });
  });
  return relations;
}

/** The document that the package starts with; null when it is no workbook. */
export function workbookPath(archive: ZipArchive): string | null {
  const starts = [...relationsOf(archive, '').values()];
  const start = starts.find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  return archive.has(start) && /workbook[^/]*\.xml$/i.test(start) ? start : null;
}

const isOn = (text: string | undefined) => text === '1' || text === 'true';

/** What the workbook says of its tabs and where everything is; charts that are tabs are left out. */
export function workbookParts(archive: ZipArchive, path: string): WorkbookParts {
  const relations = relationsOf(archive, path);
  const partOf = (type: string): Buffer | null => {
    const found = [...relations.values()].find((relation) => relation.type === type);
    return found === undefined ? null : archive.read(found.path);
  };
  const tabs: ListedTab[] = [];
  let is1904 = false;
  eachTag(archive.read(path) ?? Buffer.alloc(0), (name, _isEnd, attributes) => {
    if (name === 'workbookPr') is1904 ||= isOn(attribute(attributes, 'date1904'));
    if (name !== 'sheet') return;
    const id = /\s(?:\w+:)?id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
    const relation = relations.get(id);
    if (relation !== undefined && relation.type !== 'worksheet') return;
    tabs.push({
      title: attribute(attributes, 'name') ?? '',
      isHidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
      path: relation?.path ?? '',
    });
  });
  return { is1904, tabs, styles: partOf('styles'), texts: partOf('sharedStrings') };
}
