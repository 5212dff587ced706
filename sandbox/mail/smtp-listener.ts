import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import { type MailFaults, refusalOf, smtpError } from './mail-faults.ts'
import type { Mailbox } from './mailbox.ts'
import { readMail } from './read-mail.ts'

export interface SmtpListener {
  readonly port: number
  close(): Promise<void>
}

export interface SmtpListenerOptions {
  readonly host: string
  readonly port: number
  readonly mailbox: Mailbox
  /** Read anew at each recipient and each mail. */
  readonly faults: () => MailFaults
  readonly now: () => number
}

const SIZE_LIMIT = 10 * 1024 * 1024
const CLOSE_TIMEOUT_MS = 500

/** An SMTP server without TLS that takes any login, or none, and keeps what it accepts in the mailbox. */
export async function listenSmtp(options: SmtpListenerOptions): Promise<SmtpListener> {
  const { mailbox, faults, now } = options

  const accept = async (source: Buffer, session: SMTPServerSession) => {
    await delay(faults().delayMs)
    const { mailFrom, rcptTo } = session.envelope
    const envelope = {
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
    }
    mailbox.keep(
      await readMail(source, { envelope, receivedAt: Temporal.Instant.fromEpochMilliseconds(now()) }),
    )
  }

  const server = new SMTPServer({
    name: 'mail.sandbox.invalid',
    banner: 'AskProAI mail simulator',
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: SIZE_LIMIT,
    closeTimeout: CLOSE_TIMEOUT_MS,
    onAuth: ({ username }, _session, answer) => answer(null, { user: username ?? 'anyone' }),
    onRcptTo: ({ address }, _session, answer) => answer(refusalOf(address, faults())),
    onData: (stream, session, answer) => {
      buffer(stream)
        .then(source => {
          if (stream.sizeExceeded) throw smtpError(552, '5.3.4 Message is too large')
          return accept(source, session)
        })
        .then(() => answer(null), answer)
    },
  })
  server.on('error', error => process.stderr.write(`mail simulator: ${error.message}\n`))
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>()
  server.server.once('error', reject)
  server.listen(options.port, options.host, resolve)
  await listening
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('the SMTP server has no port')
  return {
    port: address.port,
    close: () => new Promise(closed => server.close(closed)),
  }
}
