import { setTimeout as wait } from 'node:timers/promises'
import { createDice } from '../dice.ts'
import type { Proof, ProofOptions, ProofResult } from '../proof.ts'
import { type Acknowledged, runCaller } from './callers.ts'
import { type Fleet, startFleet } from './fleet.ts'
import { watchLive } from './live-page.ts'
import { collectMails, findLosses, waitUntilSettled } from './losses.ts'
import { countRuns, letTimeCome, type Runs, recordRuns, waitUntilRun } from './runs.ts'

/** As many as the salon has room for in hundred days, with places lost between two haircuts. */
const CALLERS = 600
const AT_ONCE = 8
/** One kill for so many callers, and one time for all schedules without a kill. */
const CALLERS_PER_KILL = 15
/** A worker is killed at most so long after a time was set: before it comes, while it is taken, while its jobs run. */
const LATEST_KILL_MS = 1500

export const cluster: Proof = {
  name: 'cluster',
  summary:
    'Two web and two worker processes on one external database, killed with -9 in turn: jobs and schedules run once, live pages see both, nothing is lost.',
  run: options => provesCluster(options),
}

/**
 * First half without faults: every job and every time of a schedule exactly once, over both workers, so every
 * confirmation arrives once. Second half under kills: nothing acknowledged may be lost, every job is done, every time
 * of a schedule is run by one job, and a mail that comes twice has the same Message-ID.
 */
export async function provesCluster(options: ProofOptions): Promise<ProofResult> {
  const callers = options.operations ?? CALLERS
  const fleet = await startFleet()
  try {
    await recordRuns(fleet)
    const done: Acknowledged = { events: [], appointments: [], repeated: 0 }
    const mails = collectMails(fleet.mail)
    const seen = await seesTheOthersChange(fleet, done, callers)
    const half = Math.ceil(callers / 2)
    const kills = Math.max(4, Math.floor(half / CALLERS_PER_KILL))
    const begin = new Date(0)
    await Promise.all([callAll(range(0, half), fleet, done), keepTime(fleet, Math.floor(kills / 2))])
    await waitUntilSettled(fleet)
    const calm = {
      ...mails.counts(),
      bookings: done.appointments.length,
      runs: await countRuns(fleet, begin),
    }
    const faults = new Date()
    await Promise.all([callAll(range(half, callers), fleet, done), killInTurn(fleet, kills, options.seed)])
    await waitUntilSettled(fleet)
    mails.stop()
    const losses = await findLosses(fleet, done, mails)
    const faulty = await countRuns(fleet, faults)
    const once =
      calm.mails === calm.bookings && calm.messageIds === calm.bookings && calm.runs.jobs_repeated === 0
    return {
      verify: 'cluster',
      seed: options.seed,
      holds: once && seen && [calm.runs, faulty].every(ranOnce) && sum(losses) === 0,
      callers,
      kills,
      live_pages_see_both: seen,
      jobs_ran_once_without_faults: once,
      acknowledged_events: done.events.length,
      acknowledged_appointments: done.appointments.length,
      repeated_requests: done.repeated,
      mails: mails.counts().mails,
      without_faults: calm.runs,
      under_kills: faulty,
      ...losses,
    }
  } finally {
    await fleet.stop()
  }
}

/** A job that a killed worker held is given out again; it is done once all the same. */
function ranOnce(runs: Runs): boolean {
  return runs.workers >= 2 && runs.jobs_not_done_once === 0 && runs.schedule_times_not_run_once === 0
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

async function keepTime(fleet: Fleet, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await letTimeCome(fleet)
    await waitUntilRun(fleet)
  }
}

/** Each member in turn; workers when a time of all schedules comes, or shortly before or after. */
async function killInTurn(fleet: Fleet, kills: number, seed: number): Promise<void> {
  const dice = createDice(seed)
  for (let kill = 0; kill < kills; kill += 1) {
    const index = kill % fleet.members.length
    if (fleet.members[index]?.role === 'worker') {
      await waitUntilRun(fleet)
      await letTimeCome(fleet)
      await wait(dice.between(0, LATEST_KILL_MS))
    }
    await fleet.replace(index)
  }
  await waitUntilRun(fleet)
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
