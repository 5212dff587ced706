import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import type { SyncEntryId } from '../../../platform/ids/ids.ts'
import type { AppliedReading } from '../mirror/applied-reading.ts'
import type { ExternalEvent } from '../port.ts'

type Known = {
  id: SyncEntryId
  reference: string
  external_id: string | null
  starts_at: Temporal.Instant | null
  ends_at: Temporal.Instant | null
  state: string
  observed_state: string | null
}

type Doubt = { readonly id: SyncEntryId; readonly seen: ExternalEvent['occurrences'][number] | null }

/**
 * Compares what a reading saw of our own appointments with what we know. A reading may be older than what we wrote
 * meanwhile: what differs is only noted as doubtful, and whoever writes looks at it anew before anything follows.
 */
export async function noteWhatWasSeen(
  tx: Tx,
  { link, changes, reading, seenAt }: AppliedReading,
): Promise<{ readonly own: ReadonlySet<string>; readonly doubtful: readonly SyncEntryId[] }> {
  const references = changes.events.flatMap(event => event.reference ?? [])
  const byReference = new Map((await knownOf(tx, { references })).map(entry => [entry.reference, entry]))
  const doubts = changes.events.flatMap(event => doubtOf(event, byReference))
  const gone =
    changes.extent === 'since'
      ? await knownOf(tx, { linkId: link.id, externalIds: changes.removed })
      : await missing(tx, { linkId: link.id, window: reading.window, seenAt, references })
  const all: Doubt[] = [...doubts, ...gone.filter(isThought).map(({ id }) => ({ id, seen: null }))]
  return { own: new Set(byReference.keys()), doubtful: await note(tx, all, seenAt) }
}

function doubtOf(event: ExternalEvent, known: ReadonlyMap<string, Known>): Doubt[] {
  const entry = event.reference === null ? undefined : known.get(event.reference)
  if (entry === undefined) return []
  const [seen] = event.occurrences
  if (event.state === 'cancelled' || seen === undefined)
    return isThought(entry) ? [{ id: entry.id, seen: null }] : []
  const isWhereKnown =
    entry.starts_at !== null &&
    entry.ends_at !== null &&
    entry.starts_at.equals(seen.startsAt) &&
    entry.ends_at.equals(seen.endsAt)
  if (isWhereKnown && isThought(entry)) return []
  return [{ id: entry.id, seen }]
}

/** We think that it stands there. */
function isThought(entry: Known): boolean {
  return entry.observed_state === 'confirmed' || entry.observed_state === 'requested'
}

/** Not what is being written just now: its writer learns more than a reading knows. Returns what was noted. */
async function note(
  tx: Tx,
  doubts: readonly Doubt[],
  seenAt: Temporal.Instant,
): Promise<readonly SyncEntryId[]> {
  if (doubts.length === 0) return []
  const { rows } = await sql<{ id: SyncEntryId }>`
    update sync_entry
    set attempting = 'look', next_try_at = ${isoText(seenAt)},
      state = case when sync_entry.state = 'in_step' then 'unclear' else sync_entry.state end,
      seen_starts_at = doubt.starts_at, seen_ends_at = doubt.ends_at
    from unnest(${doubts.map(({ id }) => id)}::uuid[],
      ${doubts.map(({ seen }) => seen && isoText(seen.startsAt))}::timestamptz[],
      ${doubts.map(({ seen }) => seen && isoText(seen.endsAt))}::timestamptz[]) as doubt (id, starts_at, ends_at)
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.id = doubt.id
      and sync_entry.attempting is null and sync_entry.state in ('in_step', 'conflict')
    returning sync_entry.id
  `.execute(tx)
  return rows.map(({ id }) => id)
}

const KNOWN = sql`
  select sync_entry.id, sync_entry.reference, sync_entry.external_id, sync_entry.observed_starts_at as starts_at,
    sync_entry.observed_ends_at as ends_at, sync_entry.state, sync_entry.observed_state
  from sync_entry`

async function knownOf(
  tx: Tx,
  wanted: { references: readonly string[] } | { linkId: string; externalIds: readonly string[] },
): Promise<Known[]> {
  const condition =
    'references' in wanted
      ? sql`sync_entry.reference = any(${[...wanted.references]}::text[])`
      : sql`sync_entry.link_id = ${wanted.linkId} and sync_entry.external_id = any(${[...wanted.externalIds]}::text[])`
  const { rows } =
    await sql<Known>`${KNOWN} where sync_entry.tenant_id = ${tx.tenantId} and ${condition}`.execute(tx)
  return rows
}

/** What should be in a whole reading and is not. What is over may have gone unnoticed. */
async function missing(
  tx: Tx,
  wanted: {
    linkId: string
    window: { start: Temporal.Instant; end: Temporal.Instant }
    seenAt: Temporal.Instant
    references: readonly string[]
  },
): Promise<Known[]> {
  const { rows } = await sql<Known>`
    ${KNOWN}
    where sync_entry.tenant_id = ${tx.tenantId} and sync_entry.link_id = ${wanted.linkId}
      and sync_entry.state = 'in_step' and sync_entry.external_id is not null
      and sync_entry.observed_starts_at > ${instantSql(wanted.seenAt)}
      and sync_entry.observed_ends_at < ${instantSql(wanted.window.end)}
      and not sync_entry.reference = any(${[...wanted.references]}::text[])
  `.execute(tx)
  return rows
}
