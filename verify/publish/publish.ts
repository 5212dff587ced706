import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { type RetellSimulator, startRetell } from '../../sandbox/retell/start-retell.ts'
import { createDice, type Dice } from '../dice.ts'
import { onFreshProduct } from '../product/fresh-product.ts'
import type { ProductProcess } from '../product/product-process.ts'
import { RETELL_KEY } from '../product/signed-request.ts'
import type { Proof, ProofResult } from '../proof.ts'

const PUBLICATIONS = 40
const NUMBER = '+493023125001'
const KILLED_WITHIN_MS = 900
/** A publication that does not move for so long will not move any more; its steps have waits of their own. */
const STANDS_STILL_MS = 180_000
const MOST_SHOWN = 20

export const publish: Proof = {
  name: 'publish',
  summary: `The product is killed with signal 9 in each of ${PUBLICATIONS} publications of the receptionist.`,
  run: ({ operations, seed }) => provePublish({ seed, publications: operations ?? PUBLICATIONS }),
}

const voiced = z.object({ voice_id: z.string() })
const now = z.object({ start_from: z.looseObject({}), live: z.object({ definition: voiced }).nullable() })
const ended = z.object({
  id: z.string(),
  state: z.string(),
  reason: z.string().nullable(),
  ended_at: z.string().nullable(),
  step: z.string(),
  steps: z.array(z.unknown()),
})

export async function provePublish(wish: { seed: number; publications: number }): Promise<ProofResult> {
  const retell = await startRetell()
  retell.knowNumbers([NUMBER])
  const environment = { ASKPRO_DEMO: '1', RETELL_BASE_URL: retell.url, RETELL_API_KEY: RETELL_KEY }
  try {
    return await onFreshProduct({ name: 'publish', environment }, product => carryOut(wish, product, retell))
  } finally {
    await retell.close()
  }
}

async function carryOut(
  wish: { seed: number; publications: number },
  product: ProductProcess,
  retell: RetellSimulator,
): Promise<ProofResult> {
  const begun = performance.now()
  const dice = createDice(wish.seed)
  const problems: string[] = []
  const ends: Record<string, number> = {}
  retell.setTarget({ productUrl: product.url, connection: 'default', apiKey: RETELL_KEY })
  const made = await product.command(['api-key', 'create', '--tenant', 'salon', '--scope', 'all'])
  const api = createApi(product.url, z.object({ key: z.string() }).parse(made).key)
  for (let count = 1; count <= wish.publications; count += 1) {
    const end = await publishOnce({ product, retell, api, dice, voice: `voice-${count}`, kill: count > 1 })
    ends[end.state] = (ends[end.state] ?? 0) + 1
    problems.push(...end.problems.map(problem => `publication ${count}: ${problem}`))
  }
  problems.push(...product.endedByItself())
  return {
    ...{ verify: 'publish', seed: wish.seed, holds: problems.length === 0 },
    ...{ publications: wish.publications, ends },
    seconds: Math.round((performance.now() - begun) / 1000),
    problems: problems.slice(0, MOST_SHOWN),
  }
}

type Api = ReturnType<typeof createApi>

function createApi(url: string, key: string) {
  return async <T>(shape: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${url}/api/v1/receptionist${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path} is answered ${response.status}.`)
    return shape.parse(await response.json())
  }
}

/** Begins, kills, starts again, and waits for the end; then every number must lead to what is said to be live. */
async function publishOnce(given: {
  product: ProductProcess
  retell: RetellSimulator
  api: Api
  dice: Dice
  voice: string
  kill: boolean
}): Promise<{ state: string; problems: string[] }> {
  const { product, retell, api, dice, voice, kill } = given
  const before = await api(now, 'GET', '')
  const brain = dice.chance(0.5) ? 'hosted' : 'custom'
  const definition = { ...before.start_from, brain, voice_id: voice }
  const draft = await api(z.object({ id: z.string() }), 'PUT', '/draft', { definition })
  const { id } = await api(ended, 'POST', '/publications', { version_id: draft.id })
  if (kill) {
    await wait(dice.between(0, KILLED_WITHIN_MS))
    await product.kill()
    await product.untilReady()
  }
  const end = await untilEnded(api, id)
  if (end === null) return { state: 'none', problems: ['it did not end'] }
  const after = await api(now, 'GET', '')
  const live = after.live?.definition.voice_id ?? null
  const bound = await boundVoice(retell)
  const expected = end.state === 'live' ? voice : (before.live?.definition.voice_id ?? null)
  return {
    state: end.state,
    problems: [
      ...(live === expected ? [] : [`it ended ${end.state} and ${live} is live, not ${expected}`]),
      ...(bound === live ? [] : [`the number leads to ${bound} and ${live} is said to be live`]),
      ...(end.state === 'live' || end.reason !== null ? [] : ['it was rolled back without a reason']),
    ],
  }
}

async function untilEnded(api: Api, id: string): Promise<z.infer<typeof ended> | null> {
  let stand = ''
  let movedAt = performance.now()
  while (performance.now() - movedAt < STANDS_STILL_MS) {
    const found = await api(ended, 'GET', `/publications/${id}`)
    if (found.ended_at !== null) return found
    const now = `${found.state} ${found.step} ${found.steps.length}`
    if (now !== stand) movedAt = performance.now()
    stand = now
    await wait(200)
  }
  return null
}

const number = z.object({
  inbound_agents: z.array(z.object({ agent_id: z.string(), agent_version: z.number() })),
})

/** The voice of the agent that answers, as Retell has it. */
async function boundVoice({ url }: RetellSimulator): Promise<string | null> {
  const ask = async (path: string): Promise<unknown> =>
    await (await fetch(url + path, { headers: { authorization: `Bearer ${RETELL_KEY}` } })).json()
  const [agent] = number.parse(await ask(`/get-phone-number/${NUMBER}`)).inbound_agents
  if (agent === undefined) return null
  const { agent_id, agent_version } = agent
  return voiced.parse(await ask(`/get-agent/${agent_id}?version=${agent_version}`)).voice_id
}
