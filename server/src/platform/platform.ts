import type { KeyRing } from './crypto/key-ring.ts'
import type { Database } from './db/database.ts'
import type { Inbox } from './inbox/inbox.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Limits } from './limits/limits.ts'
import type { Live } from './live/live.ts'
import type { Log } from './observability/log.ts'
import type { Metrics } from './observability/metrics.ts'
import type { Outbound } from './resilience/outbound.ts'
import type { TenantSecrets } from './secrets/tenant-secrets.ts'
import type { Clock } from './time/clock.ts'

/** What every module gets from `app.ts`: the ground, and nothing of the business. */
export type Platform = {
  readonly clock: Clock
  readonly db: Database
  readonly jobs: Jobs
  readonly inbox: Inbox
  readonly live: Live
  readonly limits: Limits
  readonly keys: KeyRing
  readonly secrets: TenantSecrets
  readonly log: Log
  readonly metrics: Metrics
  readonly outbound: Outbound
}
