import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { instantSql, isoText } from '../db/instant-sql.ts'
import { AppError } from '../errors/app-error.ts'
import { platformErrors } from '../errors/platform-errors.ts'
import type { Clock } from '../time/clock.ts'

/** Optional on every POST that creates. Kept 24 hours. */
export const idempotencyHeaders = z.looseObject({
  'idempotency-key': z.string().min(1).max(255).optional(),
})

const KEPT_HOURS = 24

type Answer = { readonly status: number; readonly body: Record<string, unknown> }

/**
 * Runs `create` once for a key. The answer is stored in the transaction of the effect; the same key and body
 * gets it again with `Idempotency-Replayed: true`, another body is refused. A refusal (thrown) stores nothing,
 * so it is computed anew. Two requests at once wait for each other on the key.
 */
export async function onceForKey(
  tx: Tx,
  http: { request: FastifyRequest; reply: FastifyReply; clock: Clock },
  create: () => Promise<Answer>,
): Promise<Answer> {
  const key = http.request.headers['idempotency-key']
  if (typeof key !== 'string') return await create()
  const hash = createHash('sha256')
    .update(`${http.request.url}\n${JSON.stringify(http.request.body)}${askedAt(http.request)}`)
    .digest('hex')
  const now = http.clock.now()
  if (!(await begin(tx, { key, hash, now }))) {
    const stored = await tx
      .selectFrom('http_idempotency')
      .select(['http_idempotency.request_hash', 'http_idempotency.status', 'http_idempotency.body'])
      .where('http_idempotency.tenant_id', '=', tx.tenantId)
      .where('http_idempotency.key', '=', key)
      .executeTakeFirstOrThrow()
    if (stored.request_hash !== hash) throw new AppError(platformErrors.idempotencyKeyReused)
    http.reply.header('idempotency-replayed', 'true')
    return { status: stored.status ?? 200, body: (stored.body ?? {}) as Record<string, unknown> }
  }
  const answer = await create()
  await tx
    .updateTable('http_idempotency')
    .set({ status: answer.status, body: JSON.stringify(answer.body) })
    .where('http_idempotency.tenant_id', '=', tx.tenantId)
    .where('http_idempotency.key', '=', key)
    .execute()
  return answer
}

/** An answer of another location is not given again to whoever may not see it. */
function askedAt({ principal }: FastifyRequest): string {
  return principal?.locations ? `\n${principal.locations.join()}` : ''
}

/** A key that is new, or so old that it counts as new. */
async function begin(tx: Tx, entry: { key: string; hash: string; now: Temporal.Instant }): Promise<boolean> {
  const anew = { request_hash: entry.hash, created_at: isoText(entry.now), status: null, body: null }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('http_idempotency')
    .values({ key: entry.key, ...anew })
    .onConflict(conflict =>
      conflict
        .columns(['tenant_id', 'key'])
        .doUpdateSet(anew)
        .where('http_idempotency.created_at', '<', instantSql(entry.now.subtract({ hours: KEPT_HOURS }))),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
