import { z } from 'zod'
import type { Failure } from '../provider-failure.ts'

/** Statuses that mean something else for each operation; everything else is read here. */
export type GraphAnswer =
  | { readonly kind: 'ok'; readonly json: unknown }
  | { readonly kind: 'status'; readonly status: 400 | 404 | 409 | 410 | 412; readonly detail: string }
  | Failure

const refusal = z.object({
  error: z.object({ code: z.string().default(''), message: z.string().default('') }),
})
/** The mailbox is not one of Exchange Online, or has no licence: nobody can mend it by connecting anew. */
const NO_MAILBOX = 'MailboxNotEnabledForRESTAPI'

/** What a refusal of Graph means. A calendar that may be read but not written is no reason to connect anew. */
export function readRefusal(status: number, json: unknown, harm: 'reads' | 'writes'): GraphAnswer {
  const { code, message } = refusal.catch({ error: { code: '', message: '' } }).parse(json).error
  const detail = `${status} ${code}: ${message}`.slice(0, 500)
  if (code === NO_MAILBOX) return { kind: 'refused', detail }
  if (status === 401 || (status === 403 && harm === 'reads')) return { kind: 'unauthorised', detail }
  if (status === 423) return { kind: 'later', detail, afterSeconds: null }
  if (status === 400 || status === 404 || status === 409 || status === 410 || status === 412)
    return { kind: 'status', status, detail }
  return { kind: 'refused', detail }
}
