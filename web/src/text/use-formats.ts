import { useMemo } from 'react'
import { useSession } from '../api/session-context.ts'
import { offsetText, tookText } from '../util/duration-text.ts'
import { moneyText } from '../util/money-text.ts'
import { type PluralForms, plural } from '../util/plural.ts'
import { createTimeText } from '../util/time-text.ts'

/** Dates in the business's zone, and numbers in its language. */
export const useFormats = () => {
  const { time_zone: zone, locale } = useSession().tenant
  return useMemo(() => createFormats(zone, locale), [zone, locale])
}

const createFormats = (zone: string, locale: string) => ({
  time: createTimeText({ zone, locale, now: Date.now }),
  money: (minor: number, currency: string) => moneyText(minor, currency, locale),
  took: (ms: number) => tookText(ms, locale),
  offset: (ms: number) => offsetText(ms, locale),
  counted: (count: number, forms: PluralForms) => plural(count, forms, locale),
})
