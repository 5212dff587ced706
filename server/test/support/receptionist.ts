import Retell from 'retell-sdk'
import type { JobAttempt, JobDefinition } from '../../src/platform/jobs/jobs.ts'
import { send } from './send.ts'
import { RETELL_KEY } from './test-config.ts'
import type { Json, TestProduct } from './test-product.ts'

/** Attempts that publishing and turning back have, as their jobs say. */
const FORWARD = 'voice.publish-receptionist'
const BACK = 'voice.turn-back-receptionist'

/** A business publishing its receptionist, and what Retell has of it then. Its jobs are run by the test, attempt by attempt. */
export function receptionistOf(product: TestProduct, key = product.keys.salon) {
  const sdk = new Retell({ apiKey: RETELL_KEY, baseURL: product.retell.url, maxRetries: 0 })
  const job = (name: string): JobDefinition<unknown> => {
    const found = product.app.platform.jobs.definitions().get(name)
    if (!found) throw new Error(`There is no job ${name}.`)
    return found
  }

  const call = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) =>
    await send(product.url, { method, path: `/api/v1/receptionist${path}`, key, body })

  async function edit(changes: Record<string, unknown>): Promise<Json> {
    const { body: now } = await call('GET', '')
    const definition = { ...now.start_from, ...changes }
    return (await call('PUT', '/draft', { definition })).body
  }

  async function start(versionId: string): Promise<Json> {
    return (await call('POST', '/publications', { version_id: versionId })).body
  }

  /** As a worker would, without its waits: forward until it is over, and back if it turned. */
  async function work(publicationId: string): Promise<Json> {
    const payload = {
      tenant_id: await product.tenantId('salon'),
      publication_id: publicationId,
    }
    const forward = job(FORWARD)
    for (let number = 1; number <= forward.maxAttempts; number += 1)
      if (await attempt(forward, payload, { number, last: number === forward.maxAttempts })) break
    return await publication(publicationId)
  }

  async function turnBack(publicationId: string): Promise<boolean> {
    const payload = { tenant_id: await product.tenantId('salon'), publication_id: publicationId }
    return await attempt(job(BACK), payload, { number: 1, last: false })
  }

  async function publication(id: string): Promise<Json> {
    return (await call('GET', `/publications/${id}`)).body
  }

  /** The agent and version that each number of the account leads to. */
  async function bindings(): Promise<string[]> {
    const { items } = await sdk.phoneNumber.list()
    return (items ?? []).map(({ inbound_agents: agents }) =>
      (agents ?? []).map(one => `${one.agent_id}/${one.agent_version}`).join(' '),
    )
  }

  return { sdk, call, edit, start, work, turnBack, publication, bindings }
}

async function attempt(job: JobDefinition<unknown>, payload: unknown, attempt: JobAttempt): Promise<boolean> {
  return await job.run(payload, attempt).then(
    () => true,
    () => false,
  )
}
