import { expect, test } from 'vitest'
import { createMailbox } from './mailbox.ts'
import { readMail } from './read-mail.ts'

test('only the last 500 mails are kept', async () => {
  const mailbox = createMailbox()
  const envelope = { from: 'a@example.org', to: ['b@example.org'] }
  const receivedAt = Temporal.Instant.from('2026-11-20T10:00:00Z')
  const mail = await readMail(Buffer.from('Subject: x\r\n\r\n'), { envelope, receivedAt })
  for (let number = 0; number <= 500; number++) mailbox.keep({ ...mail, subject: `${number}` })
  expect(mailbox.messages()).toHaveLength(500)
  expect(mailbox.messages()[0]?.subject).toBe('1')
})
