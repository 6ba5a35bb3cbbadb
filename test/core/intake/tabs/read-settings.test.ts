import { describeIssue } from '../../../../src/core/language/describe-issue.ts';
import { day, problems, readSheets, table } from '../sheet-of-rows.ts';

const NEEDED = [table('KPIs', 'KPI | Due'), table('Actuals', 'Date | Measure')];
const settingsOf = (text: string, locale = 'en_GB') => {
  const read = readSheets([table('Settings', text), ...NEEDED], { locale });
  return { settings: read.workspace.settings, problems: problems(read) };
};

test('an empty tab, and no tab, give every default', () => {
  const defaults = {
    organisation: '',
    language: 'nl',
    currency: 'EUR',
    fiscalStartMonth: 1,
    today: null,
    compareWithDays: 7,
    onCourseFrom: 0.95,
    atRiskFrom: 0.8,
    tooEarlyBelow: 0.15,
    recentSpeedWindowDays: 28,
    digestOn: 'off',
    digestHour: 8,
    reportTemplate: '',
    reportLink: '',
    boardLink: '',
  };
  expect(settingsOf('Setting | Value', 'nl_NL')).toEqual({ settings: defaults, problems: [] });
  expect(readSheets(NEEDED, { locale: 'nl_NL' }).workspace.settings).toEqual(defaults);
});

test('every setting in Dutch', () => {
  const { settings, problems: found } = settingsOf(
    `
    Instelling              | Waarde
    Organisatie             | Fietsenwinkel
    Taal                    | Engels
    Valuta                  | dollar
    Boekjaar begint in maand| juli
    Vandaag                 | 2026-02-14
    Vergelijken met         | 30
    Op koers vanaf          | 97%
    Bijsturen vanaf         | 0.75
    Te vroeg onder          | 0
    Venster recente snelheid| 14
    Overzicht op            | maandag
    Rapportlink             | https://example.org/r
    Bordlink                | https://example.org/b?x=1`,
    'nl_NL',
  );
  expect(found).toEqual([]);
  expect(settings).toMatchObject({
    organisation: 'Fietsenwinkel',
    language: 'en',
    currency: 'USD',
    fiscalStartMonth: 7,
    today: day('2026-02-14'),
    compareWithDays: 30,
    onCourseFrom: 0.97,
    atRiskFrom: 0.75,
    tooEarlyBelow: 0,
    recentSpeedWindowDays: 14,
    digestOn: 'monday',
    digestHour: 8,
    reportLink: 'https://example.org/r',
    boardLink: 'https://example.org/b?x=1',
  });
});

test('bad values keep the default and point to their cell; zero and a negative are out of bounds', () => {
  const { settings, problems: found } = settingsOf(`
    Setting           | Value
    On course from    | 95
    Fiscal year starts in month | 13
    Today             | tomorrow
    Compare with      | 0
    Recent speed window | -3
    Currency          | shells
    Langauge          | Dutch`);
  expect(settings).toMatchObject({
    onCourseFrom: 0.95,
    fiscalStartMonth: 1,
    today: null,
    compareWithDays: 7,
    recentSpeedWindowDays: 28,
    currency: 'EUR',
  });
  expect(found).toEqual([
    'E_BOUNDS Settings!B2',
    'E_BOUNDS Settings!B3',
    'E_DATE Settings!B4',
    'E_BOUNDS Settings!B5',
    'E_BOUNDS Settings!B6',
    'E_CHOICE Settings!B7',
    'W_SETTING Settings!A8',
  ]);
});

test('a sentence about a value names its setting, and a number of days may say so', () => {
  const read = readSheets(
    [
      table('Instellingen', 'Instelling | Waarde\nTaal | Klingon\nVergelijken met | 14 dagen'),
      ...NEEDED,
    ],
    { locale: 'nl_NL' },
  );
  expect(read.workspace.settings.compareWithDays).toBe(14);
  expect(read.issues.map((issue) => describeIssue(issue, 'nl').text)).toEqual([
    '"Klingon" kan niet gekozen worden bij Taal.',
  ]);
});

test('thresholds that are the wrong way around are both put back', () => {
  const { settings, problems: found } = settingsOf(`
    Setting | Value
    On course from | 0.7
    At risk from | 0.9`);
  expect(settings).toMatchObject({ onCourseFrom: 0.95, atRiskFrom: 0.8 });
  expect(found).toEqual(['E_THRESHOLDS Settings!B2']);
});

test('of a setting that stands there twice the last counts', () => {
  const { settings, problems: found } = settingsOf(`
    Setting | Value
    Compare with | 14
    Compare with | 21`);
  expect(settings.compareWithDays).toBe(21);
  expect(found).toEqual(['W_SETTING_TWICE Settings!A3']);
});

test.each([
  'http://example.org/b',
  'javascript:alert(1)',
  'data:text/html,x',
  'https://example.org/"><script>',
  'the board',
])('"%s" is no address of a board: it is refused with its cell, and none is used', (typed) => {
  const { settings, problems: found } = settingsOf(`
    Setting    | Value
    Board link | ${typed}`);
  expect(settings.boardLink).toBe('');
  expect(found).toEqual([expect.stringContaining('E_LINK')]);
});
