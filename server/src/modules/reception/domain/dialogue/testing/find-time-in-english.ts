import { parseTimePhrase } from '../../time/parse-time-phrase.ts'
import type { FindTime } from '../understand/find-time.ts'

const friday = {
  now: Temporal.Instant.from('2026-11-20T09:00:00Z'),
  zone: 'Europe/Berlin',
  lang: 'en',
  opens: '09:00',
  closes: '18:00',
} as const

/** The product's own reading of English time phrases, on a Friday morning. */
export const findTimeInEnglish: FindTime = utterance => {
  const { span } = parseTimePhrase(utterance, friday)
  return span === null ? null : { span: [span[0], span[1] + 1] }
}
