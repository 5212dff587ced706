import { z } from 'zod'
import { ControlError, type WebServer } from '../web-server.ts'
import { MailFaults } from './mail-faults.ts'
import type { Mailbox } from './mailbox.ts'

const MessageParams = z.object({ id: z.string() })
const AttachmentParams = z.object({ id: z.string(), index: z.coerce.number().int().min(0) })

/** Nothing a mail brings may run or reach out: no script, no form, no image from elsewhere. */
const MAIL_POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"

/** The control API of the mail simulator, and what its page needs to show a mail. */
export function registerMailRoutes(
  server: WebServer,
  {
    mailbox,
    setFaults,
    faults,
  }: { mailbox: Mailbox; setFaults(faults: MailFaults): void; faults(): MailFaults },
): void {
  const found = (id: string) => {
    const mail = mailbox.message(id)
    if (mail === undefined) throw new ControlError(404, `there is no mail "${id}"`)
    return mail
  }

  server.get('/_control/messages', async () => ({ items: mailbox.messages() }))

  server.get('/_control/messages/:id', { schema: { params: MessageParams } }, async request =>
    found(request.params.id),
  )

  server.delete('/_control/messages', async (_request, reply) => {
    mailbox.clear()
    return reply.code(204).send()
  })

  server.get('/_control/faults', async () => faults())

  server.put('/_control/faults', { schema: { body: MailFaults } }, async (request, reply) => {
    setFaults(request.body)
    return reply.code(204).send()
  })

  server.get('/messages/:id/html', { schema: { params: MessageParams } }, async (request, reply) =>
    reply
      .header('content-security-policy', MAIL_POLICY)
      .type('text/html; charset=utf-8')
      .send(found(request.params.id).html ?? ''),
  )

  server.get(
    '/messages/:id/attachments/:index',
    { schema: { params: AttachmentParams } },
    async (request, reply) => {
      const { id, index } = request.params
      const attachment = found(id).attachments[index]
      if (attachment === undefined) throw new ControlError(404, `mail "${id}" has no attachment ${index}`)
      const filename = attachment.filename ?? `attachment-${index + 1}`
      return reply
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`)
        .header('x-content-type-options', 'nosniff')
        .type(attachment.content_type)
        .send(Buffer.from(attachment.content, attachment.encoding))
    },
  )
}
