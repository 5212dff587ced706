import type { Catalogue } from '../../catalogue/index.ts'
import type { Reception } from '../../reception/index.ts'
import type { Tenants } from '../../tenants/index.ts'
import type { Connections } from '../connections.ts'

/** What the agents of businesses are made with. */
export type AgentParts = {
  readonly tenants: Tenants
  readonly catalogue: Catalogue
  readonly reception: Reception
  readonly connections: Connections
  /** Where Retell's REST API is asked; null: nowhere. */
  readonly apiUrl: () => string | null
  /** Where Retell finds us. */
  readonly publicUrl: () => string
}
