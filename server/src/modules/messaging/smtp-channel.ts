import nodemailer, { type Transporter } from 'nodemailer'
import { ProviderError } from '../../platform/errors/provider-error.ts'
import { refuseInTransaction } from '../../platform/resilience/outbound.ts'

export type Mail = {
  /** Stays the same when the mail is sent again, so that a repeat is recognised as one. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly filename: string; readonly content: string } | null
}

export type EmailChannel = {
  /** Throws `ProviderError`; `retryable` says whether later may be better. */
  send(mail: Mail): Promise<'sent' | 'not_configured'>
  health(): Promise<'ok' | 'down' | 'not_configured'>
  close(): void
}

/** Below the time a stop may take: a silent mail server must not hold the product up. */
const TIMEOUT_MS = 5000

/** E-mail over SMTP. Without an address of a server it says "not configured" and pretends nothing (failure 89). */
export function createSmtpChannel(smtpUrl: () => string | null): EmailChannel {
  let open: { url: string; transport: Transporter } | null = null
  const transport = (): Transporter | null => {
    const url = smtpUrl()
    if (url === null) return null
    if (open?.url === url) return open.transport
    open?.transport.close()
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
    open = { url, transport: nodemailer.createTransport({ url, pool: true, maxConnections: 3, ...timeouts }) }
    return open.transport
  }
  return {
    async send(mail) {
      refuseInTransaction('smtp')
      const sender = transport()
      if (!sender) return 'not_configured'
      try {
        await sender.sendMail({
          messageId: mail.messageId,
          from: mail.from,
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          disableFileAccess: true,
          disableUrlAccess: true,
          ...(mail.calendar ? { icalEvent: { method: 'PUBLISH', ...mail.calendar } } : {}),
        })
        return 'sent'
      } catch (error) {
        throw toProviderError(error)
      }
    },
    async health() {
      const sender = transport()
      if (!sender) return 'not_configured'
      try {
        await sender.verify()
        return 'ok'
      } catch {
        return 'down'
      }
    },
    close: () => open?.transport.close(),
  }
}

/**
 * 5yz answers are final, 4yz and everything about the connection may pass (RFC 5321 §4.2.1). A refused login is
 * ours to mend, not the recipient's fault: it is tried again.
 */
function toProviderError(error: unknown): ProviderError {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
  return new ProviderError({
    provider: 'smtp',
    operation: 'send',
    status: responseCode ?? null,
    retryable: !refused,
    message:
      responseCode === undefined
        ? `The mail server did not answer (${code ?? 'unknown'}).`
        : `The mail server answered ${responseCode}.`,
    cause: error,
  })
}
