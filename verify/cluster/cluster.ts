import type { Proof, ProofOptions, ProofResult } from '../proof.ts'
import { type Acknowledged, runCaller } from './callers.ts'
import { type Fleet, startFleet } from './fleet.ts'
import { watchLive } from './live-page.ts'
import { collectMails, findLosses, waitUntilSettled } from './losses.ts'

/** As many as the salon has room for in hundred days, with places lost between two haircuts. */
const CALLERS = 600
const AT_ONCE = 8
/** One kill for so many callers. */
const CALLERS_PER_KILL = 15

export const cluster: Proof = {
  name: 'cluster',
  summary:
    'Two web and two worker processes on one external database, killed with -9 in turn: jobs run once, live pages see both, nothing is lost.',
  run: options => provesCluster(options),
}

/**
 * First half without faults: every job exactly once, so every confirmation arrives once. Second half under kills:
 * nothing acknowledged may be lost, and a mail that comes twice has the same Message-ID.
 */
export async function provesCluster(options: ProofOptions): Promise<ProofResult> {
  const callers = options.operations ?? CALLERS
  const fleet = await startFleet()
  try {
    const done: Acknowledged = { events: [], appointments: [], repeated: 0 }
    const mails = collectMails(fleet.mail)
    const seen = await seesTheOthersChange(fleet, done, callers)
    const half = Math.ceil(callers / 2)
    await callAll(range(0, half), fleet, done)
    await waitUntilSettled(fleet)
    const calm = { ...mails.counts(), bookings: done.appointments.length }
    let kills = 0
    const calling = callAll(range(half, callers), fleet, done)
    const wanted = Math.max(4, Math.floor(half / CALLERS_PER_KILL))
    for (; kills < wanted; kills += 1) await fleet.replace(kills % fleet.members.length)
    await calling
    await waitUntilSettled(fleet)
    mails.stop()
    const losses = await findLosses(fleet, done, mails)
    const once = calm.mails === calm.bookings && calm.messageIds === calm.bookings
    return {
      verify: 'cluster',
      seed: options.seed,
      holds: once && seen && Object.values(losses).every(count => count === 0),
      callers,
      kills,
      live_pages_see_both: seen,
      jobs_ran_once_without_faults: once,
      acknowledged_events: done.events.length,
      acknowledged_appointments: done.appointments.length,
      repeated_requests: done.repeated,
      mails: mails.counts().mails,
      ...losses,
    }
  } finally {
    await fleet.stop()
  }
}

async function callAll(numbers: readonly number[], fleet: Fleet, done: Acknowledged): Promise<void> {
  const left = [...numbers]
  const setup = {
    apiKey: fleet.apiKey,
    retellKey: fleet.retellKey,
    webs: () => fleet.members.filter(member => member.role === 'web').map(member => member.url),
  }
  const line = async (): Promise<void> => {
    for (let number = left.shift(); number !== undefined; number = left.shift())
      await runCaller(number, setup, done)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, line))
}

/** A page that is open at one web process hears of a booking through the other, both ways. */
async function seesTheOthersChange(fleet: Fleet, done: Acknowledged, number: number): Promise<boolean> {
  const urls = fleet.members.filter(member => member.role === 'web').map(member => member.url)
  const [first = '', second = ''] = urls
  for (const [index, [page, other]] of [
    [first, second],
    [second, first],
  ].entries()) {
    const live = await watchLive(page ?? '', fleet.apiKey)
    const setup = { apiKey: fleet.apiKey, retellKey: fleet.retellKey, webs: () => [other ?? ''] }
    await runCaller(number + index, setup, done)
    const heard = await live.hears(done.appointments.at(-1) ?? 'none')
    live.close()
    if (!heard) return false
  }
  return true
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}
