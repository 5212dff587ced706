import type { Catalogue } from '../catalogue/index.ts'
import type { Scheduling } from '../scheduling/index.ts'
import type { Tenants } from '../tenants/index.ts'
import type { CalendarAdapters } from './adapters.ts'
import type { Accounts } from './connections/accounts.ts'

/** The front doors that calendars are given. */
export type CalendarNeighbours = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly scheduling: Scheduling
}

export type CalendarParts = CalendarNeighbours & {
  readonly adapters: CalendarAdapters
  readonly accounts: Accounts
}
