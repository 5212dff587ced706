import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'
import { ProviderError } from '../../platform/errors/provider-error.ts'
import type { TenantId } from '../../platform/ids/ids.ts'
import type { Outbound } from '../../platform/resilience/outbound.ts'

export type Mail = {
  /** Null for what concerns an account of a person, who may belong to several businesses. */
  readonly tenantId: TenantId | null
  /** Stays the same when the mail is sent again, so that a repeat is recognised as one. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: { readonly method: string; readonly filename: string; readonly content: string } | null
}

export type EmailChannel = {
  /** Throws `ProviderError`; `retryable` says whether later may be better. */
  send(mail: Mail): Promise<'sent' | 'not_configured'>
  health(): Promise<{ status: 'ok' | 'down' | 'not_configured'; detail?: Record<string, string> }>
  close(): void
}

const PROVIDER = 'smtp'
/** Below the time a stop may take: a silent mail server must not hold the product up. */
const TIMEOUT_MS = 5000
const CONNECTIONS = 3
/** Monitors may ask every second; the mail server is asked twice a minute. */
const VERIFIED_FOR_MS = 30_000

/** E-mail over SMTP. Without an address of a server it says "not configured" and pretends nothing (failure 89). */
export function createSmtpChannel(outbound: Outbound, smtpUrl: () => string | null): EmailChannel {
  let open: { url: string; transport: Transporter } | null = null
  let verified: { url: string; at: number; result: Promise<'ok' | 'down'> } | null = null
  outbound.setPolicy(PROVIDER, {
    attemptMs: 8000,
    // The queue repeats; here only what never reached the server.
    attempts: 2,
    atOnce: CONNECTIONS,
    atOncePerTenant: CONNECTIONS - 1,
    // An answer about one letter says nothing of the server, unless it closes (421) or refuses our login.
    isOutage: error =>
      error.retryable && (error.status === null || [421, 454, 530, 534, 535].includes(error.status)),
  })
  const transport = (url: string): Transporter => {
    if (open?.url === url) return open.transport
    open?.transport.close()
    const timeouts = { connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS }
    open = {
      url,
      transport: nodemailer.createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...timeouts }),
    }
    return open.transport
  }
  const verify = async (url: string): Promise<'ok' | 'down'> => {
    try {
      await outbound.run({ provider: PROVIDER, operation: 'verify' }, () =>
        transport(url).verify().catch(fail('verify')),
      )
      return 'ok'
    } catch {
      return 'down'
    }
  }

  return {
    async send(mail) {
      const url = smtpUrl()
      if (url === null) return 'not_configured'
      await outbound.run(
        {
          provider: PROVIDER,
          operation: 'send',
          ...(mail.tenantId === null ? {} : { tenantId: mail.tenantId }),
        },
        () => transport(url).sendMail(toMessage(mail)).catch(fail('send')),
      )
      return 'sent'
    },
    async health() {
      const url = smtpUrl()
      if (url === null) return { status: 'not_configured' }
      const now = performance.now()
      if (verified?.url !== url || now - verified.at > VERIFIED_FOR_MS)
        verified = { url, at: now, result: verify(url) }
      const status = await verified.result
      return { status, detail: { breaker: outbound.breakerOf(PROVIDER) } }
    },
    close: () => open?.transport.close(),
  }
}

function toMessage(mail: Mail): SendMailOptions {
  return {
    messageId: mail.messageId,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(mail.calendar ? { icalEvent: mail.calendar } : {}),
  }
}

/**
 * 5yz answers are final, 4yz and everything about the connection may pass (RFC 5321 §4.2.1). A refused login is
 * ours to mend, not the recipient's fault: it is tried again.
 */
function fail(operation: 'send' | 'verify'): (error: unknown) => never {
  return error => {
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    const refused = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
    throw new ProviderError({
      provider: PROVIDER,
      operation,
      status: responseCode ?? null,
      retryable: !refused,
      message:
        responseCode === undefined
          ? `The mail server did not answer (${code ?? 'unknown'}).`
          : `The mail server answered ${responseCode}.`,
      cause: error,
    })
  }
}
