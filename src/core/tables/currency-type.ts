const KNOWN_CURRENCIES =
  'AED ALL ARS AUD BDT BGN BOB BRL CAD CDF CHF CLP CNY COP CRC CZK DKK DOP EGP ETB EUR GBP HKD HRK HUF IDR ILS INR IRR ISK JMD JPY KRW LKR LTL MNT MVR MXN MYR NOK NZD PAB PEN PHP PKR PLN RON RSD RUB SAR SEK SGD THB TRY TWD TZS UAH USD UYU VEF VND YER ZAR'.split(
    ' ',
  );

export const isCurrency = (code: string): boolean => KNOWN_CURRENCIES.includes(code);

/** Data Studio's type of amounts in a currency; a plain number for one that it does not know. */
export const currencyType = (currency: string): string =>
  isCurrency(currency) ? `CURRENCY_${currency}` : 'NUMBER';
