/** The mails received so far, in memory, and those who wait for one. */
import type { Mail } from './read-mail.ts'

export interface Mailbox {
  keep(mail: Mail): void
  /** Oldest first. */
  messages(): readonly Mail[]
  message(id: string): Mail | undefined
  clear(): void
  /** The first mail, old or new, that fits; rejects after `timeoutMs` with the subjects that were there. */
  waitFor(predicate: (mail: Mail) => boolean, timeoutMs: number): Promise<Mail>
  close(): void
}

const MAILS_KEPT = 500

export function createMailbox(): Mailbox {
  let mails: readonly Mail[] = []
  const waiting = new Set<{ offer(mail: Mail): void; giveUp(why: string): void }>()

  return {
    keep(mail) {
      mails = [...mails, mail].slice(-MAILS_KEPT)
      for (const waiter of waiting) waiter.offer(mail)
    },
    messages: () => mails,
    message: id => mails.find(mail => mail.id === id),
    clear() {
      mails = []
    },
    waitFor(predicate, timeoutMs) {
      const present = mails.find(predicate)
      if (present !== undefined) return Promise.resolve(present)
      const { promise, resolve, reject } = Promise.withResolvers<Mail>()
      const waiter = {
        offer: (mail: Mail) => {
          if (predicate(mail)) resolve(mail)
        },
        giveUp: (why: string) => reject(new Error(why)),
      }
      const timer = setTimeout(
        () => waiter.giveUp(`no such mail within ${timeoutMs} ms; ${listed(mails)}`),
        timeoutMs,
      )
      waiting.add(waiter)
      return promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(waiter)
      })
    },
    close() {
      for (const waiter of waiting) waiter.giveUp('the mail simulator was closed')
    },
  }
}

function listed(mails: readonly Mail[]): string {
  if (mails.length === 0) return 'there are no mails'
  return `there are: ${mails.map(mail => `"${mail.subject}" to ${mail.to.join(', ')}`).join('; ')}`
}
