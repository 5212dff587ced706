import type { Tx } from '../../platform/db/database.ts'
import { languageIn } from '../../platform/i18n/language.ts'
import type { CallId, MessageId, TenantId, WaitlistOfferId } from '../../platform/ids/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { type EntryView, waitlistOffered } from '../scheduling/index.ts'
import { confirmationWording } from './confirmation-wording.ts'
import { type DefineSending, type Letter, senderOf } from './deliver-message.ts'
import { mailLanguage } from './mail-language.ts'
import type { MessagingNeighbours } from './neighbours.ts'
import { type OfferFacts, renderOffer } from './offer-mail.ts'
import { offerWording } from './offer-wording.ts'
import { insertOfferMessage, readUnsentOffer } from './store.ts'

const ABOUT = { kind: 'waitlist_offer', callId: null }

type Offer = EntryView['offers'][number]

/**
 * Tells whoever waits that a place is offered to them: by e-mail, or where there is no address by asking somebody to
 * call. Whether the offer still stands is asked when it is sent.
 */
export function defineOfferMail(
  { db, jobs, clock, live }: Platform,
  neighbours: MessagingNeighbours,
  defineSending: DefineSending,
): void {
  const { scheduling, customers, calls, tenants } = neighbours

  const send = defineSending({ name: 'messaging.send-waitlist-offer', maxAttempts: 8, write })

  jobs.subscribe(waitlistOffered, {
    name: 'messaging.tell-waitlist-offer',
    payload: waitlistOffered.payload,
    priority: 'messages',
    maxAttempts: 12,
    safeToRepeat:
      'The message is unique for its offer; a second insert does nothing, and nobody is called twice.',
    run: ({ tenant_id, offer_id }) =>
      db.inTenant(tenant_id as TenantId, async tx => {
        const entry = await scheduling.entryOfOffer(tx, offer_id as WaitlistOfferId)
        const offer = entry?.offers.find(one => one.id === offer_id)
        if (!entry || offer?.state !== 'open') return
        const known = (await customers.read(tx, [entry.customerId])).get(entry.customerId)
        const recipient = entry.contactEmail ?? known?.email ?? null
        const callId = entry.callId as CallId | null
        const id = await insertOfferMessage(tx, {
          recipient,
          offerId: offer.id,
          callId,
          at: clock.now(),
        })
        if (id === null) return
        await live.announce(tx, { topic: 'message', id, call_id: callId })
        if (recipient !== null) await jobs.enqueue(tx, send, { tenant_id, message_id: id })
        else if (callId !== null) await askToCall(tx, { entry, offer, callId, phone: known?.phone ?? null })
      }),
  })

  /** They were on the telephone and gave no address. */
  async function askToCall(
    tx: Tx,
    { entry, offer, callId, phone }: { entry: EntryView; offer: Offer; callId: CallId; phone: string | null },
  ): Promise<void> {
    const { locale } = await tenants.read(tx)
    const language = languageIn(locale) ?? 'de'
    const when = (text: string): string =>
      confirmationWording(language).when(Temporal.Instant.from(text), entry.zone)
    await calls.requestCallback(tx, {
      callId,
      reason: offerWording(language).callThem({
        service: entry.service.name,
        when: when(offer.starts_at),
        deadline: when(offer.deadline_at),
      }),
      wantedWhen: null,
      dueAt: Temporal.Instant.from(offer.deadline_at),
      name: entry.attendeeName,
      phoneE164: entry.contactPhone ?? phone,
    })
  }

  /** Nothing, once the offer is over. The call it came from has ended long since, and hears nothing of it. */
  async function write(tx: Tx, messageId: MessageId): Promise<Letter | null> {
    const message = await readUnsentOffer(tx, messageId)
    const entry = message && (await scheduling.entryOfOffer(tx, message.offerId))
    const offer = entry?.offers.find(one => one.id === message?.offerId)
    if (!message || !entry || !offer) return null
    const deadlineAt = Temporal.Instant.from(offer.deadline_at)
    if (offer.state !== 'open' || Temporal.Instant.compare(deadlineAt, clock.now()) <= 0) {
      const superseded = `The offer is ${offer.state === 'open' ? 'expired' : offer.state}.`
      return { ...ABOUT, superseded }
    }
    const tenant = await tenants.read(tx)
    const facts: OfferFacts = {
      business: tenant.name,
      phone: (await tenants.numbers(tx))[0] ?? null,
      attendee: entry.attendeeName,
      service: entry.service.name,
      staff: offer.staff,
      startsAt: Temporal.Instant.from(offer.starts_at),
      deadlineAt,
      zone: entry.zone,
      language: await mailLanguage(neighbours, tx, {
        callId: entry.callId as CallId | null,
        customerId: entry.customerId,
        tenant,
      }),
    }
    const content = renderOffer(facts)
    return { ...ABOUT, mail: { from: senderOf(tenant), to: message.recipient, ...content, calendar: null } }
  }
}
