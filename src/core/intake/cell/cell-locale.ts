/** How a workbook's locale, or a tab that shows its own way, writes numbers and dates in text. */
export type CellLocale = {
  readonly decimal: ',' | '.';
  /** True where it was seen or typed: then "1,342" is one number. */
  readonly isMarkKnown?: boolean;
  readonly dateOrder: 'day_first' | 'month_first' | 'year_first';
  /** True where it was seen: then 03/04/2026 is one day. */
  readonly isOrderKnown?: boolean;
  /** How the workbook writes, where the tab has its own way. */
  readonly usual?: CellLocale;
};

const POINT_LANGUAGES = 'en zh ja ko th he iw hi ta te bn ms fil'.split(' ');
const POINT_LOCALES = 'es_MX es_US es_PR es_GT es_PA es_DO de_CH it_CH de_LI'.split(' ');
const MONTH_FIRST = ['en_US', 'en_PH', 'fil_PH'];
const YEAR_FIRST_LANGUAGES = ['zh', 'ja', 'ko', 'hu', 'lt', 'sv', 'mn'];

/** nl_NL: decimal comma, day first. A locale without a country is read by its language. */
export function cellLocale(locale: string): CellLocale {
  const name = locale.replace('-', '_');
  const language = name.split('_')[0].toLowerCase();
  const isPoint =
    (POINT_LANGUAGES.includes(language) && name !== 'en_ZA') || POINT_LOCALES.includes(name);
  const isMonthFirst = MONTH_FIRST.includes(name) || name === 'en';
  return {
    decimal: isPoint ? '.' : ',',
    dateOrder: isMonthFirst
      ? 'month_first'
      : YEAR_FIRST_LANGUAGES.includes(language) || name === 'fr_CA' || name === 'en_CA'
        ? 'year_first'
        : 'day_first',
  };
}
