import { attribute, eachTag } from './xml-tags.ts';

/** [documented] ECMA-376 part 1, 18.8.30: formats that have a number only; 0 is General. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** The number format of each style that a cell can name; undefined for General. */
export function numberFormats(styles: Buffer | null): (string | undefined)[] {
  const own = new Map<number, string>();
  const formats: (string | undefined)[] = [];
  let isInCells = false;
  const see = (name: string, isEnd: boolean, attributes: string): void => {
    if (name === 'cellXfs') isInCells = !isEnd;
    if (isEnd) return;
    const id = Number(attribute(attributes, 'numFmtId') ?? 0);
    if (name === 'numFmt') own.set(id, attribute(attributes, 'formatCode') ?? '');
    if (name !== 'xf' || !isInCells) return;
    const format = own.get(id) ?? BUILT_IN[id] ?? '';
    formats.push(format === '' || /^general$/i.test(format) ? undefined : format);
  };
  if (styles !== null) eachTag(styles, see);
  return formats;
}
