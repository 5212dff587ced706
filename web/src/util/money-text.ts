/** „48,00 €“ from 4800 and EUR; the number of decimals is the currency's own. */
export const moneyText = (minor: number, currency: string, locale: string): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** decimals)
}
