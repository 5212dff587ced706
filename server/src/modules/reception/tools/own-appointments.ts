import { type AppointmentView, type ChangeTerms, changeSentence } from '../../scheduling/index.ts'
import { isWanted } from '../domain/offers/wanted-time.ts'
import { identify, type OwnAction } from './identify.ts'
import { picksUp } from './picks-up.ts'
import { resolveWhen } from './resolve-when.ts'
import { sentencesOf } from './sentences.ts'
import { servicesMeant } from './services-meant.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

export const MOST_NAMED = 3

/** What is still to come of whoever calls, if they are known well enough for this; else why not. */
export async function ownAppointments(
  parts: ToolParts,
  context: ToolContext,
  action: OwnAction,
): Promise<readonly AppointmentView[] | ToolAnswer> {
  const { tx, now, lang } = context
  const caller = await identify(parts, context, action)
  if ('status' in caller) return caller
  const upcoming = await parts.scheduling.upcomingOf(tx, {
    customerIds: caller.customerIds,
    // Whoever proved to be one person is not everybody who ever booked from this number.
    phoneE164: caller.by === 'number' ? caller.phoneE164 : null,
    now,
  })
  if (caller.customerIds.length === 0 && upcoming.length === 0)
    return { status: 'not_identified', say: sentencesOf(lang).notIdentified }
  return upcoming
}

/** Of what is still to come: the services, as far as whoever calls may hear of them. */
export async function upcomingServices(parts: ToolParts, context: ToolContext): Promise<string[]> {
  if (context.call.callerE164 === null) return []
  const own = await ownAppointments(parts, context, 'hear')
  return 'status' in own ? [] : own.map(({ service }) => service.name)
}

/** The one that is meant, or which there are. Several are never decided among silently (failure 85). */
export async function chooseOwn(
  parts: ToolParts,
  context: ToolContext,
  own: readonly AppointmentView[],
  said: { reference: string | undefined; description: string | undefined },
): Promise<AppointmentView | ToolAnswer> {
  if (own.length === 0) return { status: 'none', say: sentencesOf(context.lang).noAppointments }
  const meant = await meantBy(parts, context, own, said)
  const [one, another] = meant
  if (one && !another) return one
  return askWhich(context, meant.length > 1 ? meant : own)
}

export function askWhich(context: ToolContext, candidates: readonly AppointmentView[]): ToolAnswer {
  const sentences = sentencesOf(context.lang)
  const named = candidates.slice(0, MOST_NAMED)
  return {
    status: 'ask',
    what: 'which',
    say: sentences.askWhich(named.map(view => ({ service: view.service.name, slot: sentences.slot(view) }))),
    appointments: toldAppointments(named, context),
    more: candidates.length - named.length,
  }
}

/** The caller's own appointment of that reference, as far as they may move it; null: they have none. */
export async function ownByReference(
  parts: ToolParts,
  context: ToolContext,
  reference: string,
): Promise<AppointmentView | null> {
  const own = await ownAppointments(parts, context, 'move')
  if ('status' in own) return null
  return own.find(view => view.reference === tidyReference(reference)) ?? null
}

export function toldAppointments(views: readonly AppointmentView[], { lang }: ToolContext) {
  return views.map(view => ({
    reference: view.reference,
    service: view.service.name,
    spoken: sentencesOf(lang).slot(view),
    starts_at: view.startsAt.toString(),
  }))
}

async function meantBy(
  parts: ToolParts,
  context: ToolContext,
  own: readonly AppointmentView[],
  { reference, description }: { reference: string | undefined; description: string | undefined },
): Promise<readonly AppointmentView[]> {
  if (reference !== undefined) return own.filter(view => view.reference === tidyReference(reference))
  if (description === undefined) return own
  const services = context.known.services
  const named = new Set(
    servicesMeant(parts, services, { words: description, lang: context.lang }).map(service => service.name),
  )
  const byService = own.filter(view => named.has(view.service.name))
  const { opening } = context.known
  const when = resolveWhen(parts.catalogue, context, { phrase: description, opening })
  const wanted = 'status' in when ? null : when.wanted
  const among = byService.length > 0 ? byService : own
  if (wanted === null) return among
  return among.filter(view => isWanted(view.startsAt.epochMilliseconds, wanted, context.tenant.timeZone))
}

function tidyReference(said: string): string {
  return said.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
}

/** The rules are against it: by which, and who can help. */
export async function notAllowedAnswer(
  parts: ToolParts,
  context: ToolContext,
  terms: ChangeTerms,
): Promise<ToolAnswer> {
  const { lang } = context
  const number = terms.verdict === 'staff' ? await numberOfPerson(parts, context) : null
  const next = terms.verdict !== 'staff' ? 'none' : number === null ? 'callback' : 'transfer'
  return {
    status: 'not_allowed',
    say: sentencesOf(lang).notAllowed(changeSentence(terms, lang) ?? '', next),
    policy: { why: terms.why, verdict: terms.verdict },
    fee: null,
    next,
  }
}

/** Of whoever picks up now; null: nobody does. */
async function numberOfPerson(parts: ToolParts, context: ToolContext): Promise<string | null> {
  const transfer = await parts.tenants.readTransfer(context.tx, context.tenant.locationId)
  return transfer !== null && (await picksUp(parts, context, transfer)) ? transfer.phoneE164 : null
}
