import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** So long a process may stand still, using no time of the processor, before it counts as one that hangs. */
const STANDS_STILL_MS = 60_000
/** A start needs some seconds of it; whoever has used so much turns in circles. */
const MOST_CPU_MS = 120_000
/** Where nobody says how much a process uses, time alone counts. */
const BLIND_MS = 90_000
const LOOK_AGAIN_MS = 50
/** USER_HZ of Linux on every machine that Node runs on. */
const MS_PER_TICK = 10

/**
 * Waits until `isReady`, for as long as the process gets on: on a machine that is busy with other things a start takes
 * minutes, and is none the worse for it. False: it has stood still, or turns in circles, or `givenUp` says so.
 */
export async function untilStarted(parts: {
  /** Null: it does not run at the moment. */
  readonly pid: () => number | null
  readonly isReady: () => Promise<boolean>
  readonly givenUp: () => boolean
  readonly now?: () => number
  readonly cpuMsOf?: (pid: number) => Promise<number | null>
  readonly lookAgainMs?: number
}): Promise<boolean> {
  const { pid, isReady, givenUp, now = () => performance.now(), cpuMsOf = cpuMs } = parts
  const getsOn = createProgress(now)
  while (!givenUp()) {
    if (await isReady()) return true
    const running = pid()
    if (!getsOn(running, running === null ? null : await cpuMsOf(running))) return false
    await wait(parts.lookAgainMs ?? LOOK_AGAIN_MS)
  }
  return false
}

/** Told again and again which process runs and what it has used: whether it still gets on. */
function createProgress(now: () => number): (pid: number | null, cpu: number | null) => boolean {
  let known = { pid: null as number | null, cpu: 0, movedAt: now() }
  return (pid, cpu) => {
    if (pid !== known.pid || (cpu ?? 0) > known.cpu) known = { pid, cpu: cpu ?? 0, movedAt: now() }
    const longest = cpu === null ? BLIND_MS : STANDS_STILL_MS
    return now() - known.movedAt <= longest && (cpu ?? 0) <= MOST_CPU_MS
  }
}

/** What a process has used of the processor; null where that is not known. */
async function cpuMs(pid: number): Promise<number | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    // Behind the name, which may have spaces: fields 14 and 15 (proc(5)).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
  } catch {
    return null
  }
}
