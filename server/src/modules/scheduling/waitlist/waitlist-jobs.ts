import { sql } from 'kysely'
import { z } from 'zod'
import { instantSql } from '../../../platform/db/instant-sql.ts'
import type { TenantId } from '../../../platform/ids/ids.ts'
import type { EventDefinition, JobDefinition } from '../../../platform/jobs/jobs.ts'
import type { Platform } from '../../../platform/platform.ts'
import { calendarOpened } from '../../catalogue/index.ts'
import { MOST_UNANSWERED } from '../domain/waitlist.ts'
import { appointmentCancelled, appointmentMoved, waitingEnded } from '../events.ts'
import type { createAnswerOffer } from './answer-offer.ts'
import { countUnanswered, endEntry, overdueOffers } from './waitlist-store.ts'

const job = z.object({ tenant_id: z.uuid() })

type OfferPlaces = (tenantId: TenantId) => Promise<number>

/** The clock's own name where it settles something. */
const ACTOR = 'product'

/** Holds that ran out so long before a look freed a place that nobody has heard of. */
const LOOK_BACK_MINUTES = 3
/** Everybody who waits is looked at so often, whatever happened. */
const FULL_LOOK_MINUTES = 30

/** What is free is offered after everything that frees a place. The job is there before what it runs. */
export function defineOfferJob({ jobs }: Platform, run: OfferPlaces): JobDefinition<{ tenant_id: string }> {
  const common = {
    priority: 'messages',
    maxAttempts: 12,
    safeToRepeat: 'Who has an open offer gets no second one, and a start is offered to somebody once.',
    run: async ({ tenant_id }: { tenant_id: string }) => {
      await run(tenant_id as TenantId)
    },
  } as const
  const follow = <P extends { tenant_id: string }>(event: EventDefinition<P>, name: string): void =>
    jobs.subscribe(event, { ...common, name, payload: event.payload })
  follow(appointmentCancelled, 'scheduling.offer-place-of-cancelled')
  follow(appointmentMoved, 'scheduling.offer-place-of-moved')
  follow(waitingEnded, 'scheduling.offer-place-of-waiting')
  follow(calendarOpened, 'scheduling.offer-opened-time')
  return jobs.define({ ...common, name: 'scheduling.offer-free-places', payload: job })
}

/** Deadlines, windows that are over, and what became free without anybody doing anything. */
export function scheduleWaitlist(
  { db, jobs, clock }: Platform,
  parts: { answers: ReturnType<typeof createAnswerOffer>; offerPlaces: OfferPlaces },
): void {
  const expireOffers = async (tenantId: TenantId): Promise<void> => {
    const overdue = await db.inTenant(tenantId, tx => overdueOffers(tx, clock.now()))
    for (const { id } of overdue)
      await db.inTenant(tenantId, async tx => {
        const offer = await parts.answers.lockOffer(tx, id)
        if (offer?.state !== 'open' || !parts.answers.isOver(offer)) return
        await parts.answers.giveUp(tx, offer, { state: 'expired', actor: ACTOR })
        if ((await countUnanswered(tx, offer.entryId)) >= MOST_UNANSWERED)
          await endEntry(tx, offer.entryId, { state: 'lapsed', actor: ACTOR, at: clock.now() })
      })
  }
  const lapseEntries = (tenantId: TenantId): Promise<unknown> =>
    db.inTenant(tenantId, tx =>
      sql`
        update waitlist_entry
        set state = 'lapsed', ended_at = ${instantSql(clock.now())}, ended_by = ${ACTOR}, version = version + 1
        where waitlist_entry.tenant_id = ${tx.tenantId} and waitlist_entry.state = 'waiting'
          and waitlist_entry.last_ends_at <= ${instantSql(clock.now())}
          and not exists (
            select from waitlist_offer
            where waitlist_offer.tenant_id = waitlist_entry.tenant_id
              and waitlist_offer.entry_id = waitlist_entry.id and waitlist_offer.state = 'open')
      `.execute(tx),
    )
  jobs.schedule({
    name: 'scheduling.tend-waitlist',
    cadence: { everyMs: 60_000 },
    missed: 'run_once',
    priority: 'messages',
    maxAttempts: 3,
    safeToRepeat: 'An offer runs out once; who has an open offer gets no second one.',
    run: async due => {
      const minute = Math.floor(due.epochMilliseconds / 60_000)
      const who = await db.acrossTenants('scheduling: who waits, and for whom time has run', async tx => {
        const now = clock.now()
        const { rows } = await sql<{ tenant_id: TenantId; overdue: boolean; over: boolean; freed: boolean }>`
          select waitlist_entry.tenant_id,
            bool_or(waitlist_entry.last_ends_at <= ${instantSql(now)}) as over,
            exists (
              select from waitlist_offer
              where waitlist_offer.tenant_id = waitlist_entry.tenant_id and waitlist_offer.state = 'open'
                and waitlist_offer.deadline_at <= ${instantSql(now)}) as overdue,
            exists (
              select from hold
              where hold.tenant_id = waitlist_entry.tenant_id and hold.expires_at <= ${instantSql(now)}
                and hold.expires_at > ${instantSql(now.subtract({ minutes: LOOK_BACK_MINUTES }))}) as freed
          from waitlist_entry
          where waitlist_entry.state = 'waiting'
          group by waitlist_entry.tenant_id
        `.execute(tx)
        return rows
      })
      for (const { tenant_id, overdue, over, freed } of who) {
        if (overdue) await expireOffers(tenant_id)
        if (over) await lapseEntries(tenant_id)
        if (freed || minute % FULL_LOOK_MINUTES === 0) await parts.offerPlaces(tenant_id)
      }
    },
  })
}
