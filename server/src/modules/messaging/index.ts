import type { Platform } from '../../platform/platform.ts'
import { createCorrections } from './correct-caller.ts'
import { UNTRUE, type Untrue } from './correction-wording.ts'
import { createDelivery } from './deliver-message.ts'
import { defineMessagingJobs } from './jobs.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { createSendCode } from './send-code.ts'
import { createSmtpChannel } from './smtp-channel.ts'
import { messagesOfCall } from './views.ts'

export type { ReadUntrue } from './correct-caller.ts'
export type { MessageView } from './views.ts'
export { UNTRUE, type Untrue }

export type Messaging = ReturnType<typeof createMessaging>

/** What customers are told in writing, once, and what became of it. */
export function createMessaging(
  platform: Platform,
  neighbours: MessagingNeighbours,
  options: { smtpUrl: () => string | null; mail: () => 'configured' | 'not_configured' },
) {
  const email = createSmtpChannel(platform.outbound, options.smtpUrl)
  const defineSending = createDelivery(platform, neighbours, email)
  defineMessagingJobs(platform, neighbours, { defineSending, email })
  return {
    messagesOfCall,
    /** Mails a one-time code to the address we know, as soon as the transaction is committed. */
    sendCode: createSendCode(platform, neighbours, defineSending),
    /** Given where to read what was untrue: corrects the caller of a call that is over, once. */
    corrections: createCorrections(platform, neighbours, defineSending),
    /** Whether a message to an address would be sent: nobody is told of one that will not be. */
    mail: options.mail,
    /** Whether e-mail can be sent at all, and whether the server answers. */
    emailHealth: email.health,
    close: email.close,
  }
}
