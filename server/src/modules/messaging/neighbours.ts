import type { Calls } from '../calls/index.ts'
import type { Catalogue } from '../catalogue/index.ts'
import type { Customers } from '../customers/index.ts'
import type { Scheduling } from '../scheduling/index.ts'
import type { Tenants } from '../tenants/index.ts'

/** The front doors messaging reads from. */
export type MessagingNeighbours = {
  readonly tenants: Tenants
  readonly customers: Customers
  readonly catalogue: Catalogue
  readonly scheduling: Scheduling
  readonly calls: Calls
}
