import { describe, expect, test } from 'vitest'
import { type CorrectionFacts, correctionMail } from './correction-mail.ts'

const facts: CorrectionFacts = {
  business: 'Salon Morgenrot',
  phone: '+49 30 23125001',
  calledAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  told: ['booked'],
  entered: [],
  calledBackBy: Temporal.Instant.from('2026-11-24T10:00:00Z'),
  now: Temporal.Instant.from('2026-11-24T09:05:00Z'),
  zone: 'Europe/Berlin',
  language: 'de',
}

describe('The letter to a caller who was told what is not so', () => {
  test('says in German what was said, what is so, and that they are called back', () => {
    const { subject, text } = correctionMail(facts)
    expect(subject).toBe('Richtigstellung zu Ihrem Anruf bei Salon Morgenrot')
    expect(text).toContain('gesagt, ein Termin sei für Sie gebucht. Das stimmt so nicht.')
    expect(text).toContain('Für Sie ist in diesem Gespräch kein Termin eingetragen worden.')
    expect(text).toMatch(/Wir rufen Sie bis .* 11:00 Uhr zurück/)
    expect(text).toContain('Wenn es eilt, rufen Sie uns bitte an: +49 30 23125001.')
  })

  test('says the same in English', () => {
    const { text } = correctionMail({ ...facts, language: 'en', told: ['cancelled', 'waitlisted'] })
    expect(text).toContain(
      'said that your appointment was cancelled and that you are on the waiting list. That is not so.',
    )
    expect(text).toContain('It still stands. You were not put on the waiting list.')
    expect(text).toMatch(/We call you back by .* 11:00 and settle it with you/)
  })

  test('names what was entered instead of denying it', () => {
    const { text } = correctionMail({ ...facts, entered: [Temporal.Instant.from('2026-12-01T10:00:00Z')] })
    expect(text).toMatch(/Eingetragen ist aus diesem Gespräch: Dienstag, 1\. Dezember 2026 um 11:00 Uhr\./)
    expect(text).not.toContain('kein Termin')
  })

  test('promises no time that has gone by', () => {
    const { text } = correctionMail({ ...facts, now: Temporal.Instant.from('2026-11-24T12:00:00Z') })
    expect(text).toContain('Wir rufen Sie so bald wie möglich zurück')
  })

  test('carries the name of a business as text, whatever it is', () => {
    expect(correctionMail({ ...facts, business: 'A & <b>B</b>' }).html).toContain(
      'A &amp; &lt;b&gt;B&lt;/b&gt;',
    )
  })
})
