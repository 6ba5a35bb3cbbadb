import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { DUE, HEADER, readKpi, START } from '../one-kpi.ts';
import { problems, readSheets, sheetOf, table } from '../sheet-of-rows.ts';

describe('its measure', () => {
  test('a name that is nowhere is an error that offers the nearest name', () => {
    const {
      kpi,
      problems: found,
      fixes,
    } = readKpi({ KPI: 'Leads Q1', Measure: 'Laeds' }, [table('Measures', 'Measure\nLeads')]);
    expect(kpi.errors).toEqual(['E_REFERENCE']);
    expect(found).toEqual(['E_REFERENCE KPIs!F2']);
    expect(fixes.join()).toContain('Meetwaarden');
  });

  test('a name that only the figures know is a measure', () => {
    const { kpi, problems: found } = readKpi({ KPI: 'Q1', Measure: 'leads' });
    expect(kpi).toMatchObject({ measureId: 'leads', errors: [] });
    expect(found).toEqual([]);
  });

  test('a channel takes the spelling of the figures', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        [...HEADER, 'Channel'],
        ['Leads', 'add up to', START, DUE, 9, 'E-MAIL'],
      ]),
      table('Actuals', 'Date | Channel | Leads\n2026-01-05 | E-mail | 3'),
    ]);
    expect(read.workspace.kpis[0].channel).toBe('E-mail');
    expect(read.workspace.measurements.channels).toEqual(['', 'E-mail']);
  });

  test('a channel that no figure has is told, with the nearest one', () => {
    const read = readSheets([
      sheetOf('KPIs', [
        [...HEADER, 'Channel'],
        ['Leads', 'add up to', START, DUE, 9, 'Serach'],
      ]),
      table('Actuals', 'Date | Channel | Leads\n2026-01-05 | Search | 3'),
    ]);
    expect(problems(read)).toEqual(['W_CHANNEL_UNKNOWN KPIs!F2']);
    expect(describeIssue(read.issues[1], 'nl').text).toBe(
      'Geen cijfer heeft het kanaal "Serach" van "Leads" ("Search"?).',
    );
  });

  test('a percent typed a hundred times too big is told, unless its cell shows a % sign', () => {
    const measures = table('Measures', 'Measure | Unit\nLeads | procent');
    const told = readKpi({ Kind: 'grow to', Target: 2.4 }, [measures]);
    expect(told.problems).toEqual(['W_PERCENT_SCALE KPIs!E2', 'W_PERCENT_SCALE Actuals!B2']);
    expect(told.kpi).toMatchObject({ target: 2.4, errors: [] });
    expect(told.fixes).toContain('Is 2,4% bedoeld? Typ 2,4% of 0,024.');
    const formats = [undefined, undefined, undefined, undefined, { usual: 'percent' as const }];
    const seen = readSheets([
      sheetOf('KPIs', [HEADER, ['Leads', 'grow to', START, DUE, 1.5]], { formats }),
      measures,
      table('Actuals', 'Date | Leads\n2026-01-05 | 0.5'),
    ]);
    expect(problems(seen)).toEqual([]);
  });
});

describe('a measure without a unit is of the money that its target shows', () => {
  const unitOf = (target: unknown, currency?: string, measures = '') => {
    const shows = currency === undefined ? [] : [{ usual: 'currency' as const, currency }];
    const formats = [undefined, undefined, undefined, undefined, ...shows];
    const rows = [HEADER, ['Takings', 'add up to', START, DUE, target]];
    const { workspace } = readSheets([
      sheetOf('KPIs', rows, { formats }),
      table('Measures', `Measure | Unit\n${measures}`),
      table('Actuals', 'Date | Takings\n2026-01-05 | 0\n2026-01-06 | -3'),
    ]);
    return workspace.measures[0].unit;
  };

  test.each([
    ['€ 500', undefined, { kind: 'currency', currency: 'EUR' }],
    [500, '€', { kind: 'currency', currency: 'EUR' }],
    [500, '$', { kind: 'currency', currency: 'USD' }],
    [500, undefined, { kind: 'number' }],
    [500, '', { kind: 'number' }],
  ])('%p with the sign %p is of %p', (target, sign, unit) => {
    expect(unitOf(target, sign)).toEqual(unit);
  });

  test('a typed unit stays', () => {
    expect(unitOf(500, '€', 'Takings | kg')).toEqual({ kind: 'number', word: 'kg' });
  });
});
