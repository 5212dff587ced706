import { createTransport, type SendMailOptions } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Mail, type MailSimulator, startMail } from './start-mail.ts'

let mail: MailSimulator
beforeEach(async () => {
  mail = await startMail({ now: () => Date.UTC(2026, 10, 20, 10) })
})
afterEach(() => mail.close())

async function deliver(options: SendMailOptions = {}) {
  const transport = createTransport(mail.smtpUrl)
  return transport.sendMail({
    from: 'Salon Morgenrot <termine@morgenrot.example>',
    to: 'thomas.behrend@example.org',
    subject: 'Ihr Termin für Färben',
    text: 'Guten Tag, alles klar.\nBis Dienstag!',
    ...options,
  })
}

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(mail.url + path, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return response
}

async function listed() {
  const { items } = (await (await control('GET', '/_control/messages')).json()) as { items: Mail[] }
  return items
}

describe('a delivered mail', () => {
  test('it is listed with sender, recipients, subject, text and time', async () => {
    await deliver()
    expect(await listed()).toEqual([
      expect.objectContaining({
        id: expect.any(String),
        from: '"Salon Morgenrot" <termine@morgenrot.example>',
        to: ['thomas.behrend@example.org'],
        subject: 'Ihr Termin für Färben',
        text: 'Guten Tag, alles klar.\nBis Dienstag!\n',
        html: null,
        received_at: '2026-11-20T10:00:00Z',
      }),
    ])
  })

  test('a blind copy is among the recipients', async () => {
    await deliver({ bcc: 'archiv@example.org' })
    expect(mail.messages()[0]?.to).toEqual(['thomas.behrend@example.org', 'archiv@example.org'])
  })

  test('its headers and message id are those that were sent', async () => {
    await deliver({ messageId: '<termin-1@morgenrot.example>', headers: { 'X-Tenant': 'salon' } })
    expect(mail.messages()[0]).toMatchObject({
      message_id: '<termin-1@morgenrot.example>',
      headers: { 'x-tenant': 'salon', 'mime-version': '1.0' },
    })
  })

  test('an invitation is an attachment with its text', async () => {
    const content = 'BEGIN:VCALENDAR\r\nSUMMARY:Färben\r\nEND:VCALENDAR\r\n'
    await deliver({
      attachments: [{ filename: 'termin.ics', content, contentType: 'text/calendar; method=REQUEST' }],
    })
    expect(mail.messages()[0]?.attachments).toEqual([
      {
        filename: 'termin.ics',
        content_type: 'text/calendar',
        size: Buffer.byteLength(content),
        encoding: 'utf8',
        content,
      },
    ])
  })

  test('what is not text is base64', async () => {
    await deliver({ attachments: [{ filename: 'logo.png', content: Buffer.from([0x89, 0xff]) }] })
    expect(mail.messages()[0]?.attachments[0]).toMatchObject({ encoding: 'base64', content: 'if8=' })
  })

  test('it can be discarded', async () => {
    await deliver()
    expect((await control('DELETE', '/_control/messages')).status).toBe(204)
    expect(await listed()).toEqual([])
  })
})

describe('looking at a mail', () => {
  test('its HTML may neither run nor load anything', async () => {
    await deliver({ html: '<h1>Termin</h1><script>alert(1)</script>' })
    const response = await control('GET', `/messages/${mail.messages()[0]?.id}/html`)
    expect(await response.text()).toContain('<h1>Termin</h1>')
    expect(response.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none';/)
  })

  test('an attachment is a download under its name', async () => {
    await deliver({ attachments: [{ filename: 'Ihr Termin.ics', content: 'BEGIN:VCALENDAR' }] })
    const response = await control('GET', `/messages/${mail.messages()[0]?.id}/attachments/0`)
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''Ihr%20Termin.ics")
    expect(await response.text()).toBe('BEGIN:VCALENDAR')
  })

  test.each(['/_control/messages/nobody', '/messages/nobody/html', '/messages/nobody/attachments/0'])(
    '%s is not found',
    async path => {
      expect((await control('GET', path)).status).toBe(404)
    },
  )
})

describe('refusals', () => {
  test.each([
    ['bounce@example.org', 550],
    ['later@example.org', 451],
  ])('%s is always refused with %i', async (to, responseCode) => {
    await expect(deliver({ to })).rejects.toMatchObject({ responseCode })
    expect(mail.messages()).toEqual([])
  })

  test('the others of a mail to a refused address still get it', async () => {
    await deliver({ to: ['bounce@example.org', 'lena@example.org'] })
    expect(mail.messages()[0]?.to).toEqual(['lena@example.org'])
  })

  test.each([
    ['temporary', 451],
    ['permanent', 550],
  ])('the fault "%s" refuses everyone with %i until it is taken back', async (reject, responseCode) => {
    expect((await control('PUT', '/_control/faults', { reject })).status).toBe(204)
    await expect(deliver()).rejects.toMatchObject({ responseCode })
    await control('PUT', '/_control/faults', {})
    await expect(deliver()).resolves.toMatchObject({ rejected: [] })
  })

  test('a mail is kept before it is accepted, and not before the delay', async () => {
    await control('PUT', '/_control/faults', { delayMs: 80 })
    const startedAt = performance.now()
    await deliver()
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(79)
    expect(mail.messages()).toHaveLength(1)
  })

  test('an unknown fault is refused', async () => {
    expect((await control('PUT', '/_control/faults', { mood: 'bad' })).status).toBe(400)
  })
})

describe('waiting for a mail', () => {
  test('one that is there already is found at once', async () => {
    await deliver()
    await expect(mail.waitForMessage(({ subject }) => subject.includes('Färben'))).resolves.toMatchObject({
      to: ['thomas.behrend@example.org'],
    })
  })

  test('one that comes later is waited for, past others', async () => {
    const waiting = mail.waitForMessage(({ to }) => to.includes('lena@example.org'))
    await deliver()
    await deliver({ to: 'lena@example.org', subject: 'Für Lena' })
    await expect(waiting).resolves.toMatchObject({ subject: 'Für Lena' })
  })

  test('giving up says what was there instead', async () => {
    await deliver()
    await expect(mail.waitForMessage(() => false, 20)).rejects.toThrow(
      'no such mail within 20 ms; there are: "Ihr Termin für Färben" to thomas.behrend@example.org',
    )
  })

  test('closing ends the wait', async () => {
    const ended = expect(mail.waitForMessage(() => false)).rejects.toThrow('closed')
    await mail.close()
    await ended
  })
})

test('a login with any password is accepted', async () => {
  const transport = createTransport(mail.smtpUrl.replace('//', '//salon:geheim@'))
  await expect(transport.verify()).resolves.toBe(true)
})
