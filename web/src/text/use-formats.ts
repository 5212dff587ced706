import { useMemo } from 'react'
import { useSession } from '../api/session-context.ts'
import { offsetText, tookText } from '../util/duration-text.ts'
import { moneyText } from '../util/money-text.ts'
import { type PluralForms, plural } from '../util/plural.ts'
import { createTimeText } from '../util/time-text.ts'
import { localeFor } from './language.ts'
import { useLanguage } from './use-language.ts'

/** Dates in the business's zone; words and numbers in the reader's language. */
export const useFormats = () => {
  const { time_zone: zone, locale: businessLocale } = useSession().tenant
  const locale = localeFor(useLanguage(), businessLocale)
  return useMemo(() => createFormats(zone, locale), [zone, locale])
}

const createFormats = (zone: string, locale: string) => ({
  time: createTimeText({ zone, locale, now: Date.now }),
  money: (minor: number, currency: string) => moneyText(minor, currency, locale),
  /** „1,2“ of 1234 bytes */
  kilobytes: (bytes: number) =>
    new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(bytes / 1000),
  number: (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value),
  /** „12,5 %“ of 0.125 */
  percent: (share: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share),
  took: (ms: number) => tookText(ms, locale),
  offset: (ms: number) => offsetText(ms, locale),
  counted: (count: number, forms: PluralForms) => plural(count, forms, locale),
})
