import { type MailSimulator, startMail } from '../../sandbox/mail/start-mail.ts'

/** What of a delivered e-mail is compared. */
export type DeliveredMail = { readonly id: string; readonly to: string; readonly messageId: string | null }

export type MailCollector = {
  readonly smtpUrl: string
  /** Every delivery so far, in order. */
  delivered(): readonly DeliveredMail[]
  close(): Promise<void>
}

/** Far below the time in which 500 mails, all that the simulator keeps, could arrive. */
const LOOK_MS = 100
/** Slow on purpose: so that kills fall between the delivery of a mail and the record of it. */
const DELAY_MS = 120

/** A mail server in the process of the proof, which outlives everything that is killed. */
export async function startMailCollector(): Promise<MailCollector> {
  const simulator = await startMail()
  simulator.setFaults({ delayMs: DELAY_MS })
  const mails = new Map<string, DeliveredMail>()
  const look = (): void => collect(simulator, mails)
  const looking = setInterval(look, LOOK_MS)
  return {
    smtpUrl: simulator.smtpUrl,
    delivered: () => {
      look()
      return [...mails.values()]
    },
    close: async () => {
      clearInterval(looking)
      await simulator.close()
    },
  }
}

function collect(simulator: MailSimulator, mails: Map<string, DeliveredMail>): void {
  for (const { id, to, message_id } of simulator.messages())
    if (!mails.has(id)) mails.set(id, { id, to: to.join(','), messageId: message_id })
}
