import type { Platform } from '../../platform/platform.ts'
import type { Calls } from '../calls/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import type { Scheduling } from '../scheduling/index.ts'
import type { Tenants } from '../tenants/index.ts'
import { defineMessagingJobs } from './jobs.ts'
import { createSmtpChannel } from './smtp-channel.ts'
import { messagesOfCall } from './views.ts'

export type { MessageView } from './views.ts'

export type Messaging = ReturnType<typeof createMessaging>

export type MessagingNeighbours = {
  readonly tenants: Tenants
  readonly customers: Customers
  readonly catalogue: Catalogue
  readonly scheduling: Scheduling
  readonly calls: Calls
}

/** What customers are told in writing, once, and what became of it. */
export function createMessaging(
  platform: Platform,
  neighbours: MessagingNeighbours,
  options: { smtpUrl: () => string | null },
) {
  const email = createSmtpChannel(options.smtpUrl)
  defineMessagingJobs(platform, neighbours, email)
  return {
    messagesOfCall,
    /** Whether e-mail can be sent at all, and whether the server answers. */
    emailHealth: email.health,
    close: email.close,
  }
}
