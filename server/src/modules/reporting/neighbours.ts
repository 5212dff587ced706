import type { Calls } from '../calls/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import type { Messaging } from '../messaging/index.ts'
import type { Reception } from '../reception/index.ts'
import type { Scheduling } from '../scheduling/index.ts'
import type { Tenants } from '../tenants/index.ts'

/** The front doors that screens are put together from. */
export type ReportingNeighbours = {
  readonly tenants: Tenants
  readonly customers: Customers
  readonly catalogue: Catalogue
  readonly scheduling: Scheduling
  readonly calls: Calls
  readonly messaging: Messaging
  readonly reception: Pick<Reception, 'claimsOfCall' | 'countClaims'>
}
