import type { Tx } from '../../../platform/db/database.ts'
import type { Platform } from '../../../platform/platform.ts'
import { localDateOf } from '../../../platform/time/zoned.ts'
import type { OpeningQuestion, Reception } from '../../reception/index.ts'
import type { CalledNumber, Tenants } from '../../tenants/index.ts'
import type { Parties } from './to-call-event.ts'

/** What of the receptionist that speaks now matters before a word is said; null: nobody has published one. */
export type AgentNow = (
  tx: Tx,
) => Promise<{ readonly brain: 'custom' | 'hosted'; readonly opening: OpeningQuestion | null } | null>

type Found = { readonly number: CalledNumber & { kind: 'found' }; readonly parties: Parties }

/** Retell's answer to a ringing phone. Every dynamic variable is a string: anything else voids the whole answer. */
export type InboundAnswer = {
  readonly call_inbound: {
    readonly dynamic_variables: Readonly<Record<string, string>>
    readonly metadata?: Readonly<Record<string, string>>
    /** Only for a hosted model: our own words are not set by it. */
    readonly agent_override?: { readonly retell_llm: { readonly begin_message: string } }
  }
}

/** For the agent's prompt, in the language it speaks. */
const callerNumberWords = {
  de: { withheld: 'unterdrückt', known: 'bekannt' },
  en: { withheld: 'withheld', known: 'known' },
} as const

/** What the agent is told about the business and the day; for a number of nobody, one polite sentence. */
export async function answerInbound(
  platform: Platform,
  { tenants, reception, agentNow }: { tenants: Tenants; reception: Reception; agentNow: AgentNow },
  found: Found | null,
): Promise<InboundAnswer> {
  if (!found) {
    const { say } = reception.notAvailable()
    const dynamic_variables = { tenant_name: '', greeting: say, caller_known: 'false' }
    return { call_inbound: { dynamic_variables, agent_override: { retell_llm: { begin_message: say } } } }
  }
  const { tenant, known, lang, agent } = await platform.db.inTenant(found.number.tenantId, async tx => ({
    tenant: await tenants.read(tx),
    agent: await agentNow(tx),
    known: await reception.isKnownCaller(tx, found.parties.callerE164),
    lang: await reception.languageFor(tx, found.parties.callerE164),
  }))
  const now = platform.clock.now().epochMilliseconds
  const today = localDateOf(now, tenant.timeZone)
  const greeting = reception.greeting(tenant, lang, agent?.opening ?? null)
  return {
    call_inbound: {
      dynamic_variables: {
        tenant_name: tenant.name,
        greeting,
        today_iso: today.toString(),
        today_spoken: reception.spokenToday(today, lang),
        caller_known: known ? 'true' : 'false',
        caller_number: callerNumberWords[lang][found.parties.callerE164 === null ? 'withheld' : 'known'],
        time_zone: tenant.timeZone,
        language: lang,
      },
      metadata: { tenant: tenant.slug },
      ...(agent?.brain === 'custom' ? {} : { agent_override: { retell_llm: { begin_message: greeting } } }),
    },
  }
}
