import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeyRing } from '../../server/src/platform/crypto/key-ring.ts'
import { withDatabase } from '../product/embedded-postgres.ts'
import type { ProductProcess } from '../product/product-process.ts'

/** A channel by which a provider tells of changes in a calendar: whose it is, its name, and the secret that proves it. */
export type Channel = { readonly connection: string; readonly name: string; readonly secret: string }

/** As consent and a link would have made it, without a provider: sealed with the installation's key, as such rows once were. */
export async function openChannel(
  product: ProductProcess,
  { slug, provider }: { slug: string; provider: 'google' | 'microsoft' },
): Promise<Channel> {
  const key = Buffer.from((await readFile(join(product.dataDir, 'secret-key'), 'utf8')).trim(), 'hex')
  const channel = { connection: randomUUID(), name: randomUUID(), secret: `push-secret-of-${slug}` }
  const link = randomUUID()
  const sealed = createKeyRing(key).sealer.seal(channel.secret, `calendar_link/${link}/push`)
  await withDatabase(product.dataDir, query =>
    query(
      `with connection as (
         insert into calendar_connection (tenant_id, id, provider, name, created_at)
         select tenant.id, $2, $3, 'Kalender', now() from tenant where tenant.slug = $1 returning tenant_id, id
       )
       insert into calendar_link (tenant_id, id, connection_id, resource_id, target, target_name, direction,
         next_read_at, push_id, push_resource, push_sealed_secret, push_expires_at, created_at)
       select connection.tenant_id, $4, connection.id, resource.id, 'primary', 'Kalender', 'read', '2100-01-01',
         $5::text, $5::text, $6, '2100-01-01', now()
       from connection join resource on resource.tenant_id = connection.tenant_id and resource.kind = 'staff'
       limit 1`,
      [slug, channel.connection, provider, link, channel.name, sealed],
    ),
  )
  return channel
}
