import { describe, expect, test } from 'vitest'
import type { Language } from '../../platform/i18n/language.ts'
import type { AppointmentView } from '../scheduling/index.ts'
import type { Tenant } from '../tenants/index.ts'
import { renderMail } from './confirmation.ts'

const tenant = { name: 'Salon Morgenrot', address: 'Lindenweg 12, 10437 Berlin' } as Tenant
const appointment = {
  id: '0199aa00-0000-7000-8000-000000000001',
  reference: 'K7M4QX',
  version: 1,
  startsAt: Temporal.Instant.from('2026-11-24T09:00:00Z'),
  endsAt: Temporal.Instant.from('2026-11-24T09:30:00Z'),
  zone: 'Europe/Berlin',
  attendeeName: 'Peter Brown',
  service: { name: 'Haarschnitt Herren', minutes: 30, priceMinor: 3200, currency: 'EUR' },
  staff: [{ name: 'Jonas' }],
} as unknown as AppointmentView

const mailIn = (language: Language, zone = 'Europe/Berlin') =>
  renderMail({
    kind: 'confirmation',
    from: { name: 'Salon Morgenrot', address: 'salon@example.org' },
    to: 'peter@example.org',
    tenant,
    appointment: { ...appointment, zone },
    language,
    now: Temporal.Instant.from('2026-11-20T10:00:00Z'),
  })

describe('the confirmation by e-mail', () => {
  test('is German for whoever spoke German', () => {
    const mail = mailIn('de')
    expect(mail.subject).toBe('Ihr Termin bei Salon Morgenrot: Dienstag, 24. November 2026 um 10:00 Uhr')
    expect(mail.text).toContain('Wann: Dienstag, 24. November 2026 um 10:00 Uhr\nDauer: 30 Minuten')
    expect(mail.text).toContain('Preis: 32,00\u00a0€')
    expect(mail.html).toContain('<html lang="de">')
  })

  test('is English for whoever spoke English', () => {
    const mail = mailIn('en')
    expect(mail.subject).toMatch(/^Your appointment at Salon Morgenrot: Tuesday,? 24 November 2026 at 10:00$/)
    expect(mail.text).toMatch(/When: Tuesday,? 24 November 2026 at 10:00\nDuration: 30 minutes\nWith: Jonas/)
    expect(mail.text).toContain('Price: €32.00')
    expect(mail.html).toContain('<html lang="en">')
    expect(`${mail.subject}${mail.text}`).not.toMatch(/Termin|Uhr|Leistung|bestätigt/)
  })

  test('writes the time of the place the appointment is at', () => {
    expect(mailIn('en', 'Europe/London').subject).toContain('at 09:00')
  })

  test.each([
    ['de', 'termin.ics', 'Terminnummer K7M4QX'],
    ['en', 'appointment.ics', 'Reference K7M4QX'],
  ] as const)('carries a calendar entry in %s for the same moment', (language, filename, description) => {
    const { calendar } = mailIn(language)
    expect(calendar.filename).toBe(filename)
    expect(calendar.content).toContain(`DESCRIPTION:${description}`)
    expect(calendar.content).toContain('DTSTART:20261124T090000Z')
  })
})
