import fc from 'fast-check';
import { readWhatIf } from '../../../../src/core/intake/what-if/read-what-if.ts';
import type { Workspace } from '../../../../src/core/model/workspace.ts';
import { kpi, measure, workspace } from '../../../support/workspace-builder.ts';

const BOOK: Partial<Workspace> = {
  measures: [
    measure({ id: 'conversie', name: 'Conversie', unit: { kind: 'percent' } }),
    measure({ id: 'budget', name: 'Budget', unit: { kind: 'currency', currency: 'EUR' } }),
    measure({ id: 'nps', name: 'E-mail = nieuws', unit: { kind: 'points' } }),
    measure({ id: 'twice', name: 'Tweemaal' }),
    measure({ id: 'twice_2', name: 'tweemaal' }),
  ],
  kpis: [
    kpi({ id: 'omzet_mail', name: 'Omzet e-mail', measureId: 'budget', channel: 'E-mail' }),
    kpi({ id: 'groot', name: 'Groot', measureId: 'conversie' }),
    kpi({ id: 'groot_2', name: 'Groot', measureId: 'budget' }),
  ],
};

const read = (text: string, locale = 'nl_NL') => {
  const made = workspace(BOOK);
  return readWhatIf(text, { ...made, workbook: { ...made.workbook, locale } });
};
const share = (name: string, measureId: string, part: number, channel: string | null = null) => ({
  name,
  measureId,
  channel,
  change: { kind: 'share', share: part },
});
const why = (text: string, locale?: string) => read(text, locale).refused.map((own) => own.why);

describe('what is understood', () => {
  it('takes names and ids in any spelling, with or without "=", between semicolons or on lines', () => {
    const tenth = share('Conversie', 'conversie', 0.1);
    for (const text of [
      'conversie=+10%',
      ' CONVERSIE = + 10% ',
      'conversie +10%',
      'Conversie: +10%',
      '[Conversie]=+10%;',
      '\n;conversie=+10%\r\n',
    ]) {
      expect(read(text)).toEqual({ changes: [tenth], refused: [] });
    }
    expect(read('conversie=+10%\nbudget=-7%').changes).toEqual([
      tenth,
      share('Budget', 'budget', -0.07),
    ]);
  });

  it('takes a name with signs and "=" in it, and any minus', () => {
    expect(read('e-mail = nieuws=-3%').changes).toEqual([share('E-mail = nieuws', 'nps', -0.03)]);
    expect(read('budget=\u22123%').changes).toEqual([share('Budget', 'budget', -0.03)]);
    expect(read('budget=\u20133%').changes).toEqual([share('Budget', 'budget', -0.03)]);
  });

  it("takes a KPI's name as its measure in its channel", () => {
    expect(read('omzet_mail=+4%').changes).toEqual([
      share('Omzet e-mail', 'budget', 0.04, 'E-mail'),
    ]);
  });

  it("takes amounts in the measure's unit, of a percent in points", () => {
    const amount = (text: string, locale?: string) => read(text, locale).changes[0].change;
    expect(amount('budget=+5000')).toEqual({ kind: 'amount', amount: 5000 });
    expect(amount('budget=-€ 12,50')).toEqual({ kind: 'amount', amount: -12.5 });
    expect(amount('budget=+12.50 euro', 'en_GB')).toEqual({ kind: 'amount', amount: 12.5 });
    expect(amount('conversie=+0,5 punt')).toEqual({ kind: 'amount', amount: 0.005 });
    expect(amount('conversie=-2 points')).toEqual({ kind: 'amount', amount: -0.02 });
    expect(amount('nps=+4')).toEqual({ kind: 'amount', amount: 4 });
    expect(amount('nps=+4 punten')).toEqual({ kind: 'amount', amount: 4 });
    expect(amount('budget=+0')).toEqual({ kind: 'amount', amount: 0 });
  });

  it('keeps the order in which several were typed', () => {
    expect(read('budget=+5; budget=-50%').changes.map(({ change }) => change.kind)).toEqual([
      'amount',
      'share',
    ]);
  });
});

describe('what is left out, and why', () => {
  it.each([
    ['conversie=10%', 'no_sign'],
    ['wat als het regent', 'no_sign'],
    ['=+10%', 'no_sign'],
    ['regen=+10%', 'unknown_name'],
    ['tweemaal=+10%', 'several_of_name'],
    ['groot=+10%', 'several_of_name'],
    ['budget=+veel', 'no_number'],
    ['budget=+', 'no_number'],
    ['budget=+5.000', 'two_numbers'],
    ['budget=-101%', 'more_than_all'],
    ['conversie=+0,5', 'percent_or_points'],
    ['budget=+$5', 'other_currency'],
    ['nps=+€5', 'other_currency'],
    ['budget=+5 punten', 'no_number'],
  ])('%s: %s', (text, reason) => {
    expect(why(text)).toEqual([reason]);
    expect(read(text).changes).toEqual([]);
  });

  it('tells the name that may have been meant, and keeps what is right beside it', () => {
    const { changes, refused } = read('conversei=+10%; budget=-100%');
    expect(refused).toEqual([
      { text: 'conversei=+10%', why: 'unknown_name', nearest: 'Conversie' },
    ]);
    expect(changes).toEqual([share('Budget', 'budget', -1)]);
  });

  it('takes twenty at once', () => {
    const { changes, refused } = read('budget=+1;'.repeat(23));
    expect([changes.length, refused.map((own) => own.why)]).toEqual([20, ['too_many']]);
  });

  it('is nothing where nothing was typed', () => {
    for (const text of ['', '  ', ';', ' ; \n']) {
      expect(read(text)).toEqual({ changes: [], refused: [] });
    }
  });
});

test('whatever is typed, each part is taken or refused with a short text, and nothing throws', () => {
  const word = fc.constantFrom(
    'budget',
    'conversie',
    '=',
    '+',
    '-',
    '10',
    '%',
    ' ',
    ';',
    '€',
    '"<b>',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((own) => own.join('')),
      ),
      (text) => {
        const { changes, refused } = read(text);
        const parts = text.split(/[;\r\n]+/).filter((part) => part.trim() !== '');
        expect(changes.length + refused.length).toBe(Math.min(parts.length, 21));
        for (const own of refused) expect(own.text.length).toBeLessThan(64);
      },
    ),
  );
});
