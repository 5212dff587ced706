import { createWebServer, listen, urlHost } from '../web-server.ts'
import { MailFaults, type MailFaultsInput } from './mail-faults.ts'
import { registerMailRoutes } from './mail-routes.ts'
import { createMailbox } from './mailbox.ts'
import type { Mail } from './read-mail.ts'
import { listenSmtp } from './smtp-listener.ts'

export type { Mail } from './read-mail.ts'

export interface StartMail {
  /** Of the page and the control API; 0, the default, takes a free port. */
  readonly port?: number
  readonly smtpPort?: number
  readonly host?: string
  /** Epoch milliseconds; dates the mails. */
  readonly now?: () => number
}

export interface MailSimulator extends AsyncDisposable {
  readonly url: string
  readonly smtpUrl: string
  /** Oldest first, the last 500. */
  messages(): readonly Mail[]
  /** The first mail, old or new, that fits; rejects after `timeoutMs` (5 s) with what was there instead. */
  waitForMessage(predicate: (mail: Mail) => boolean, timeoutMs?: number): Promise<Mail>
  setFaults(faults: MailFaultsInput): void
  clear(): void
  close(): Promise<void>
}

/** Starts the mail simulator: an SMTP server, and a page and control API to see what it received. */
export async function startMail(options: StartMail = {}): Promise<MailSimulator> {
  const { port = 0, smtpPort = 0, host = '127.0.0.1', now = Date.now } = options
  const mailbox = createMailbox()
  let faults = MailFaults.parse({})
  const setFaults = (given: MailFaultsInput) => {
    faults = MailFaults.parse(given)
  }
  const server = await createWebServer('mail/page')
  registerMailRoutes(server, { mailbox, setFaults, faults: () => faults })
  const smtp = await listenSmtp({ host, port: smtpPort, mailbox, faults: () => faults, now })
  const url = await listen(server, { host, port })
  const close = async () => {
    mailbox.close()
    await Promise.all([smtp.close(), server.close()])
  }
  return {
    url,
    smtpUrl: `smtp://${urlHost(host)}:${smtp.port}`,
    messages: mailbox.messages,
    waitForMessage: (predicate, timeoutMs = 5_000) => mailbox.waitFor(predicate, timeoutMs),
    setFaults,
    clear: mailbox.clear,
    close,
    [Symbol.asyncDispose]: close,
  }
}
