/** Answers of a simulated API that are wrong on purpose: refused, broken, late, lost on the way, or other than they should be. */
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { WebServer } from './web-server.ts'

export const ApiFaultInput = z.strictObject({
  /** What is answered instead; `cut`: nothing, the connection ends. Without it the answer is right but for `answer`. */
  status: z.union([z.int().min(400).max(599), z.literal('cut')]).optional(),
  /** How many requests it meets. */
  times: z.int().min(1).max(1_000_000),
  /** Only requests whose path begins so; default: all. */
  path: z.string().default('/'),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** So many requests that it would meet are let through first. */
  skip: z.int().min(0).default(0),
  /** Which part of the requests that it would meet; the same ones in every run. */
  share: z.number().gt(0).max(1).default(1),
  /** `after`: what was asked for is done, and its answer is lost. */
  when: z.enum(['before', 'after']).default('before'),
  /** The provider's own word for what went wrong, where its errors have one. */
  reason: z.string().optional(),
  retryAfterSeconds: z.int().min(0).optional(),
  delayMs: z.int().min(0).max(600_000).default(0),
  /** Fields of the answer that are other than they should be. */
  answer: z.record(z.string(), z.unknown()).optional(),
})
export type ApiFault = z.input<typeof ApiFaultInput>
type Fault = z.infer<typeof ApiFaultInput> & { left: number; toSkip: number; chance: () => number }

/** An error as the provider words it. */
type WordError = (status: number, message: string, reason: string | undefined) => object

const OnPurpose = 'Failed on purpose.'

export function createApiFaults(wordError: WordError) {
  let faults: Fault[] = []
  const meets = (fault: Fault, method: string, path: string): boolean => {
    const meant =
      path.startsWith(fault.path) && (fault.method === undefined || fault.method === method) && fault.left > 0
    if (!meant || fault.chance() >= fault.share) return false
    if (fault.toSkip > 0) {
      fault.toSkip -= 1
      return false
    }
    fault.left -= 1
    return true
  }
  const bodyOf = (fault: Fault, status: number): string =>
    JSON.stringify(wordError(status, OnPurpose, fault.reason))

  const refuse = async (reply: FastifyReply, fault: Fault, status: number | 'cut'): Promise<void> => {
    if (status === 'cut') {
      reply.hijack()
      reply.raw.destroy()
      return
    }
    if (fault.retryAfterSeconds !== undefined) reply.header('retry-after', fault.retryAfterSeconds)
    await reply.code(status).type('application/json').send(bodyOf(fault, status))
  }

  return {
    set: (fault: ApiFault): void => {
      const { times, skip, ...rest } = ApiFaultInput.parse(fault)
      faults = [...faults, { ...rest, times, skip, left: times, toSkip: skip, chance: createChance() }]
    },
    /** Returns how many requests met one since. */
    clear: (): number => {
      const met = faults.reduce((sum, { times, left }) => sum + times - left, 0)
      faults = []
      return met
    },
    /** Lets each fault meet the requests it is meant for. */
    attachTo(api: WebServer): void {
      const met = new WeakMap<object, Fault>()
      api.addHook('onRequest', async (request, reply) => {
        const fault = faults.find(one => meets(one, request.method, request.url))
        if (fault === undefined) return
        met.set(request.raw, fault)
        if (fault.delayMs > 0) await wait(fault.delayMs)
        if (fault.status === undefined || fault.when === 'after') return
        await refuse(reply, fault, fault.status)
      })
      api.addHook('preSerialization', async (request, _reply, payload) => {
        const fault = met.get(request.raw)
        if (fault?.answer === undefined || typeof payload !== 'object' || payload === null) return payload
        return { ...payload, ...fault.answer }
      })
      api.addHook('onSend', async (request, reply, payload) => {
        const fault = met.get(request.raw)
        if (fault?.when !== 'after' || fault.status === undefined || reply.statusCode >= 400) return payload
        if (fault.status === 'cut') {
          request.raw.socket.destroy()
          return payload
        }
        const body = bodyOf(fault, fault.status)
        reply.code(fault.status).header('content-type', 'application/json')
        reply.header('content-length', Buffer.byteLength(body))
        return body
      })
    },
  }
}

export type ApiFaults = ReturnType<typeof createApiFaults>

/** Numbers of [0, 1) that look random and are the same in every run (mulberry32). */
function createChance(): () => number {
  let state = 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
