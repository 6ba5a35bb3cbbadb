import { svgText } from '../../../src/drawing/write-svg.ts';
import type { Value } from '../../../src/preview/data-studio/contract.ts';
import type { Column, QueryResult } from '../../../src/preview/data-studio/query-types.ts';
import { gaugePicture } from '../../../src/preview/page/gauge-picture.ts';
import { seriesPicture } from '../../../src/preview/page/series-picture.ts';

const column = (name: string, semanticType: string): Column => ({
  name,
  label: name,
  description: '',
  concept: semanticType === 'YEAR_MONTH_DAY' || semanticType === 'TEXT' ? 'DIMENSION' : 'METRIC',
  dataType: 'NUMBER',
  semanticType,
  aggregation: 'SUM',
});

const result = (columns: readonly Column[], rows: readonly Value[][]): QueryResult => ({
  columns,
  rows,
  totals: rows[0] ?? columns.map(() => null),
  rowCount: rows.length,
  comparison: null,
  warnings: [],
});

const DAY = column('interval_start', 'YEAR_MONTH_DAY');
const textsIn = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
const pathsOf = (svg: string, name: string): string[] =>
  [...svg.matchAll(new RegExp(`class="${name}"[^>]*d="([^"]*)"`, 'g'))].map(([, path]) => path);

const drawn = (asked: QueryResult, language: 'en' | 'nl' = 'en'): string => {
  const picture = seriesPicture(asked, language);
  return picture === null ? '' : svgText(picture);
};

describe('a time series', () => {
  const money = column('actual_money', 'CURRENCY_EUR');

  test('says on its axes which values and days its places stand for', () => {
    const rows = [
      ['20260101', -200],
      ['20260201', 0],
      ['20260401', 900],
    ];
    expect(textsIn(drawn(result([DAY, money], rows)))).toEqual([
      '-€500',
      '€0',
      '€500',
      '€1,000',
      '5 Jan 2026',
      '19 Jan',
      '2 Feb',
      '16 Feb',
      '2 Mar',
      '16 Mar',
      '30 Mar',
    ]);
    expect(textsIn(drawn(result([DAY, money], rows), 'nl')).slice(0, 2)).toEqual([
      '-€\u00a0500',
      '€\u00a00',
    ]);
  });

  test('puts a day where it is in time, in whatever order rows come', () => {
    const rows = [
      ['20260411', 30],
      ['20260101', 10],
      ['20260111', 20],
    ];
    const [path] = pathsOf(drawn(result([DAY, money], rows)), 'line line-0');
    const across = [...path.matchAll(/[ML]([\d.]+) /g)].map(([, x]) => Number(x));
    expect((across[1] - across[0]) * 9).toBeCloseTo(across[2] - across[1], 0);
  });

  test('begins and ends where its figures do', () => {
    const rows = [
      ['20250101', null],
      ['20260201', 3],
      ['20260301', 5],
      ['20271231', null],
    ];
    const years = textsIn(drawn(result([DAY, money], rows))).filter((text) => /20\d\d/.test(text));
    expect(years).toEqual(['2 Feb 2026']);
  });

  test('breaks where a figure is missing, which is not where it is 0', () => {
    const paths = (second: Value, third: Value) =>
      pathsOf(
        drawn(
          result(
            [DAY, money],
            [
              ['20260101', 10],
              ['20260102', 5],
              ['20260103', second],
              ['20260104', third],
              ['20260105', 7],
            ],
          ),
        ),
        'line line-0',
      );
    expect(paths(0, 3)).toHaveLength(1);
    expect(paths(null, 3)).toHaveLength(2);
  });

  test('fills the band between a low and a high one, only where there are both', () => {
    const [low, high] = ['forecast_low', 'forecast_high'].map((name) => column(name, 'NUMBER'));
    const rows = [
      ['20260101', null, null],
      ['20260102', 4, 8],
      ['20260103', 3, 11],
    ];
    const [band] = pathsOf(drawn(result([DAY, low, high], rows)), 'band');
    expect(band.match(/[ML]/g)).toHaveLength(4);
    expect(
      pathsOf(
        drawn(
          result(
            [DAY, low],
            rows.map((row) => row.slice(0, 2)),
          ),
        ),
        'band',
      ),
    ).toEqual([]);
  });

  test('of names has the first and the last; of one row a dot; of no figure nothing', () => {
    const name = column('channel', 'TEXT');
    const texts = textsIn(
      drawn(
        result(
          [name, column('progress', 'PERCENT')],
          [
            ['Mail', 0.25],
            ['Shop', 0.5],
            ['Web', 1.25],
          ],
        ),
      ),
    );
    expect(texts.slice(-2)).toEqual(['Mail', 'Web']);
    expect(texts.slice(0, 2)).toEqual(['25%', '50%']);
    expect(drawn(result([DAY, money], [['20260101', 0]]))).toContain('<circle');
    expect(seriesPicture(result([DAY, money], [['20260101', null]]), 'en')).toBeNull();
    expect(seriesPicture(result([DAY, money], []), 'en')).toBeNull();
  });
});

describe('a gauge', () => {
  const needle = (value: Value) => {
    const asked = result([column('meter', 'NUMBER')], [[value]]);
    return pathsOf(svgText(gaugePicture(asked, 'Meter')), 'needle')[0] ?? null;
  };

  test('has its needle from left at 0 to right at 1.5 and beyond, and none without a figure', () => {
    expect(needle(0)).toBe('M 100 100 L 28 100');
    expect(needle(-3)).toBe(needle(0));
    expect(needle(0.75)).toBe('M 100 100 L 100 28');
    expect(needle(9)).toBe('M 100 100 L 172 100');
    expect(needle(null)).toBeNull();
  });
});
