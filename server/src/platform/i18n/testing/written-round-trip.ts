import fc from 'fast-check'
import type { Language } from '../language.ts'
import { writtenDuration, writtenPrice } from '../written-amounts.ts'

/** Something that was written, and what is read there: the same, or two amounts look alike. */
interface WrittenRoundTrip {
  readonly spoken: string
  readonly meant: unknown
  readonly heard: unknown
}

const SYMBOLS: Readonly<Record<string, string>> = { '€': 'EUR', CHF: 'CHF', '£': 'GBP', $: 'USD', US$: 'USD' }
const PRICE = /^(-?)([^\d\s-]*)\s*([\d.,]+)\s*([^\d\s]*)$/
const DURATION = /^(?:(\d+) (?:Stunden?|hours?))? ?(?:(\d+) (?:Minuten?|minutes?))?$/
const language = fc.constantFrom<Language>('de', 'en')

/** Prices and durations, in both languages. */
export const writtenRoundTrip: fc.Arbitrary<WrittenRoundTrip> = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -50_000, max: 2_000_000_000 }),
      fc.constantFrom('EUR', 'CHF', 'GBP', 'USD'),
      language,
    )
    .map(([minor, currency, lang]) => {
      const spoken = writtenPrice(minor, currency, lang)
      return { spoken, meant: { minor, currency }, heard: readPrice(spoken, lang) }
    }),
  fc.tuple(fc.nat(30 * 1440), language).map(([meant, lang]) => {
    const spoken = writtenDuration(meant, lang)
    return { spoken, meant, heard: readDuration(spoken) }
  }),
)

/** "1.234,50 €", "-€1,234.50". */
function readPrice(written: string, lang: Language): { minor: number; currency: string | undefined } {
  const [, sign = '', before = '', amount = '', behind = ''] = PRICE.exec(written) ?? []
  const [thousands, decimal] = lang === 'de' ? ['.', ','] : [',', '.']
  const minor = Math.round(Number(amount.replaceAll(thousands, '').replace(decimal, '.')) * 100)
  return { minor: sign === '' || minor === 0 ? minor : -minor, currency: SYMBOLS[before + behind] }
}

function readDuration(written: string): number {
  const [, hours = '0', minutes = '0'] = DURATION.exec(written) ?? [null, 'none']
  return Number(hours) * 60 + Number(minutes)
}
