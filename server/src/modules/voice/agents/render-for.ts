import type { Tx } from '../../../platform/db/database.ts'
import type { VoiceAgentId } from '../../../platform/ids/ids.ts'
import type { Tenant } from '../../tenants/index.ts'
import type { AgentDefinition } from '../domain/agent/definition.ts'
import { type RenderedAgent, type RenderFacts, renderAgent } from '../retell/agent/render-agent.ts'
import { toolDefinitions } from '../retell/agent/tool-definitions.ts'
import type { AgentParts } from './neighbours.ts'

/** What of calls the business allows to be kept now. */
export function storageIn({ settings }: Pick<Tenant, 'settings'>): RenderFacts['storage'] {
  return { transcripts: settings.store_transcripts, recordings: settings.store_recordings }
}

/** A definition as the provider would be given it today, with what the business is now. */
export async function renderFor(
  tx: Tx,
  { tenants, catalogue, reception, publicUrl }: AgentParts,
  wanted: {
    definition: AgentDefinition
    agentId: VoiceAgentId
    /** Finds its language model again at the provider. */
    reference: string
    connection: string
  },
): Promise<RenderedAgent> {
  const tenant = await tenants.read(tx)
  const staff = await catalogue.listStaff(tx)
  const services = await catalogue.listServices(tx)
  const base = publicUrl().replace(/\/$/, '')
  const name = encodeURIComponent(wanted.connection)
  return renderAgent(wanted.definition, {
    reference: wanted.agentId,
    modelReference: wanted.reference,
    businessName: tenant.name,
    timeZone: tenant.timeZone,
    names: [...staff, ...services].map(named => named.name),
    storage: storageIn(tenant),
    tools: toolDefinitions(reception.tools),
    addresses: {
      webhook: `${base}/webhooks/retell/${name}`,
      inbound: `${base}/voice/retell/${name}/inbound`,
      tools: `${base}/voice/retell/${name}/tools`,
    },
  })
}
