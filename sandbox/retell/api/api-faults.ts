/** Answers of the REST API that are wrong on purpose: refused, broken, lost on the way, or other than what was set. */
import { z } from 'zod'
import type { WebServer } from '../../web-server.ts'
import { ApiError } from './api-error.ts'

export const ApiFaultInput = z.strictObject({
  /** What is answered instead; `cut`: nothing, the connection ends. Without it the answer is right but for `answer`. */
  status: z.union([z.int().min(400).max(599), z.literal('cut')]).optional(),
  /** How many requests it meets. */
  times: z.int().min(1).max(10_000),
  /** Only requests whose path begins so; default: all. */
  path: z.string().default('/'),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
  /** So many requests that it would meet are let through first. */
  skip: z.int().min(0).default(0),
  /** `after`: what was asked for is done, and its answer is lost. */
  when: z.enum(['before', 'after']).default('before'),
  /** Fields of the answer that are other than they should be. */
  answer: z.record(z.string(), z.unknown()).optional(),
})
export type ApiFault = z.input<typeof ApiFaultInput>
type Fault = z.infer<typeof ApiFaultInput> & { left: number; toSkip: number }

const OnPurpose = 'Failed on purpose.'

export function createApiFaults() {
  let faults: Fault[] = []
  const meets = (fault: Fault, method: string, path: string): boolean => {
    const meant =
      path.startsWith(fault.path) && (fault.method === undefined || fault.method === method) && fault.left > 0
    if (!meant) return false
    if (fault.toSkip > 0) {
      fault.toSkip -= 1
      return false
    }
    fault.left -= 1
    return true
  }

  return {
    set: (fault: ApiFault): void => {
      const { times, skip, ...rest } = ApiFaultInput.parse(fault)
      faults = [...faults, { ...rest, times, skip, left: times, toSkip: skip }]
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
        if (fault.status === undefined || fault.when === 'after') return
        if (fault.status === 'cut') {
          reply.hijack()
          request.raw.socket.destroy()
        } else throw new ApiError(fault.status, OnPurpose)
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
        reply.code(fault.status).header('content-type', 'application/json')
        const body = JSON.stringify({ status: 'error', message: OnPurpose })
        reply.header('content-length', Buffer.byteLength(body))
        return body
      })
    },
  }
}

export type ApiFaults = ReturnType<typeof createApiFaults>
