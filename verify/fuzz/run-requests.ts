import type { ProductProcess } from '../product/product-process.ts'
import { signedHeaders } from '../product/signed-request.ts'
import type { ShownIds } from './foreign-ids.ts'
import type { FuzzRequest } from './fuzz-request.ts'
import { faultsOf, idsIn } from './judge-answer.ts'
import { fillPlaces } from './known-things.ts'
import { type Answer, createSender } from './send-request.ts'
import { businessOf, type TwoBusinesses } from './two-businesses.ts'

const SLOW_MS = 1000
/** A machine that does something else at the moment is not a slow answer. */
const SLOW_TRIES = 3
const SHOWN_SLOW = 5
/** Of one id: the last to whom it was shown. */
const IDS_REMEMBERED = 4
const SHOWN_REQUEST = 400

export type Run = {
  /** Sends one request and judges its answer. */
  try(request: FuzzRequest): Promise<void>
  readonly shownIds: ShownIds
  /** One sentence for every kind of fault, with the first request that had it. */
  problems(): string[]
  figures(): Record<string, unknown>
  close(): void
}

export function createRun(options: {
  readonly product: ProductProcess
  readonly businesses: TwoBusinesses
  readonly errorTypes: ReadonlySet<string>
}): Run {
  const { businesses } = options
  const sender = createSender(options.product.url)
  const statuses = new Map<string, number>()
  const faults = new Map<string, { times: number; first: string }>()
  const slowest: Array<{ subject: string; ms: number }> = []
  const shownIds: ShownIds = new Map()

  const note = (request: FuzzRequest, fault: string): void => {
    const kind = `${request.subject} (${request.trick}): ${fault}`
    const known = faults.get(kind)
    if (known) known.times += 1
    else faults.set(kind, { times: 1, first: describe(request) })
  }

  const deliver = async (request: FuzzRequest): Promise<Answer | 'refused'> => {
    const own = request.signed
      ? await signedHeaders(request.body ?? '')
      : { ...businesses.headersOf(request.caller) }
    return await sender.send({ ...request, headers: { ...own, ...request.headers } })
  }

  const count = (status: string): void => {
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }

  const rememberIds = (request: FuzzRequest, answer: Answer): void => {
    const stranger = request.caller === 'nobody' || request.caller === 'wrong-key'
    const shown = { to: stranger ? null : businessOf(request).own, by: request.subject }
    for (const id of idsIn(request, answer))
      shownIds.set(id, [...(shownIds.get(id) ?? []), shown].slice(-IDS_REMEMBERED))
  }

  const tryOne = async (wanted: FuzzRequest): Promise<void> => {
    const request = fill(wanted, businesses)
    let answer: Answer | 'refused'
    try {
      answer = await deliver(request)
    } catch (error) {
      note(request, `was not answered: ${error instanceof Error ? error.message : String(error)}`)
      return
    }
    count(answer === 'refused' ? answer : String(answer.status))
    if (answer === 'refused') return
    const facts = { errorTypes: options.errorTypes, secrets: businesses.secrets }
    for (const fault of faultsOf(request, answer, facts)) note(request, fault)
    rememberIds(request, answer)
    const ms = await settledMs(answer.ms, () => deliver(request))
    if (ms > SLOW_MS) note(request, `takes longer than ${SLOW_MS} ms`)
    slowest.push({ subject: `${request.subject} (${request.trick})`, ms: Math.round(ms) })
    slowest.sort((one, other) => other.ms - one.ms).splice(SHOWN_SLOW)
  }

  return {
    try: tryOne,
    shownIds,
    problems: () => [...faults].map(([kind, { times, first }]) => `${kind}; ${times} times, first: ${first}`),
    figures: () => ({
      statuses: Object.fromEntries([...statuses].toSorted()),
      slowest: [...slowest],
      ids_checked: shownIds.size,
    }),
    close: sender.close,
  }
}

/** The time of an answer; of a slow one, the best of several, because a loaded machine makes any answer slow once. */
async function settledMs(ms: number, again: () => Promise<Answer | 'refused'>): Promise<number> {
  let best = ms
  for (let attempt = 0; attempt < SLOW_TRIES && best > SLOW_MS; attempt += 1) {
    const answer = await again()
    if (answer !== 'refused') best = Math.min(best, answer.ms)
  }
  return best
}

function fill(request: FuzzRequest, businesses: TwoBusinesses): FuzzRequest {
  const { own, other } = businessOf(request)
  const things = { own: businesses.things[own], other: businesses.things[other] }
  const filled = (text: string): string => fillPlaces(text, things)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, filled(value)]),
  )
  return {
    ...request,
    path: fillPath(request.path, filled),
    headers,
    body: request.body === null ? null : filled(request.body),
  }
}

/** A token or a name in an address is written as addresses are. */
function fillPath(path: string, filled: (text: string) => string): string {
  return path.replaceAll(/~(?:own|other)\.[\w-]+\.\d+~/g, place => encodeURIComponent(filled(place)))
}

function describe({ method, path, caller, headers, body }: FuzzRequest): string {
  return `${method} ${path} as ${caller} ${JSON.stringify(headers)} ${body ?? ''}`.slice(0, SHOWN_REQUEST)
}
