import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { SystemTx } from '../../../platform/db/database.ts'
import { instantSql, isoText } from '../../../platform/db/instant-sql.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { networkOf } from '../../../platform/http/client-address.ts'
import type { Platform } from '../../../platform/platform.ts'
import { identityErrors } from '../errors.ts'

type Rule = {
  /** Failed tries that cost nothing. */
  readonly free: number
  /** After the last free one; doubled with each further one. */
  readonly firstLockSeconds: number
  readonly longestLockSeconds: number
}

/**
 * How often may be guessed before waiting. An account is locked however many addresses the tries come from, and an
 * address however many accounts it tries. What is quiet for a day is forgotten.
 */
const ATTEMPT_RULES = {
  account: { free: 5, firstLockSeconds: 30, longestLockSeconds: 15 * 60 },
  'second-factor': { free: 5, firstLockSeconds: 60, longestLockSeconds: 60 * 60 },
  address: { free: 30, firstLockSeconds: 30, longestLockSeconds: 15 * 60 },
  mail: { free: 5, firstLockSeconds: 60, longestLockSeconds: 60 * 60 },
} as const satisfies Readonly<Record<string, Rule>>

export type AttemptKind = keyof typeof ATTEMPT_RULES
type Refusal = {
  readonly seconds: number
  /** A try that is still being looked at may turn out right, which would open it. */
  readonly mayOpen: boolean
}
export type Subject = { readonly kind: AttemptKind; readonly name: string }
/** What a try closes, should it turn out wrong. */
export type Lock = { readonly subject: Subject; readonly seconds: number }
type Begun = { readonly refused: Refusal } | { readonly refused: null; readonly locks: readonly Lock[] }

const FORGOTTEN_AFTER_HOURS = 24
/** What is looked at for longer than this died with its process. */
const LONGEST_LOOK_MS = 15_000
const LONGEST_WAIT_MS = 10_000
const LOOK_AGAIN_MS = 150
/** Whoever comes when so many wait is refused at once: waiting is not to cost more than guessing. */
const MOST_WAITING = 50

/**
 * Counts tries before they are looked at, in rows of one table: tries at the same moment, by any process, wait for
 * each other on the row and each counts. A good one gives its count back; who is locked out by tries that are still
 * being looked at waits for what becomes of them, so that many good ones at once do not lock each other out.
 */
export function createAttempts(
  { db, keys, clock }: Platform,
  /** Hears of each try that was wrong and closed something, once. */
  onLock: (lock: Lock, subjects: readonly Subject[]) => Promise<void>,
) {
  const keyOf = ({ kind, name }: Subject): string =>
    `${kind}:${keys.sign('login-attempt', `${kind}:${networkOf(name)}`)}`
  /** Always in one order, so that two who count the same rows never wait for each other in a circle. */
  const inOrder = (subjects: readonly Subject[]): Subject[] =>
    subjects.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  let waiting = 0

  return {
    /**
     * Counts one try at each subject, then looks: null is a wrong one, and so is a throw. What is right gives the
     * count back. @throws AppError when a subject is locked; then nothing was counted.
     */
    async guess<T>(subjects: readonly Subject[], look: () => Promise<T | null>): Promise<T | null> {
      const locks = await begin(subjects)
      let found: T | null = null
      try {
        found = await look()
        return found
      } finally {
        await settle(subjects, found === null ? 'wrong' : 'right')
        if (found === null) for (const lock of locks) await onLock(lock, subjects)
      }
    },
    /** Counts what can be neither right nor wrong, such as letters that are asked for. @throws AppError when locked. */
    async count(subjects: readonly Subject[]): Promise<void> {
      await begin(subjects)
      await settle(subjects, 'wrong')
    },
    /** Deletes what is long quiet. */
    async forget(tx: SystemTx): Promise<void> {
      await tx
        .deleteFrom('login_attempt')
        .where(
          'login_attempt.last_at',
          '<',
          instantSql(clock.now().subtract({ hours: FORGOTTEN_AFTER_HOURS })),
        )
        .execute()
    },
  }

  async function begin(subjects: readonly Subject[]): Promise<readonly Lock[]> {
    let begun = await countUnlessLocked(subjects)
    if (begun.refused?.mayOpen && waiting < MOST_WAITING) {
      waiting++
      try {
        for (let waited = 0; begun.refused?.mayOpen && waited < LONGEST_WAIT_MS; waited += LOOK_AGAIN_MS) {
          await pause(LOOK_AGAIN_MS)
          begun = await countUnlessLocked(subjects)
        }
      } finally {
        waiting--
      }
    }
    if (begun.refused === null) return begun.locks
    throw new AppError(identityErrors.tooManyAttempts, undefined, {
      extensions: { retry_after: Math.ceil(begun.refused.seconds) },
    })
  }

  async function settle(subjects: readonly Subject[], outcome: 'right' | 'wrong'): Promise<void> {
    await db.acrossTenants(`identity: a try was ${outcome}`, async tx => {
      for (const subject of inOrder(subjects))
        if (outcome === 'wrong') await lookedAt(tx, subject)
        // The account begins anew; an address gets back what this try counted.
        else await (subject.kind === 'address' ? giveBack : clear)(tx, subject)
    })
  }

  async function lookedAt(tx: SystemTx, subject: Subject): Promise<void> {
    await tx
      .updateTable('login_attempt')
      .set(eb => ({ pending: eb('login_attempt.pending', '-', 1) }))
      .where('login_attempt.subject', '=', keyOf(subject))
      .where('login_attempt.pending', '>', 0)
      .execute()
  }

  async function countUnlessLocked(subjects: readonly Subject[]): Promise<Begun> {
    return await db.acrossTenants('identity: count a try to log in', async tx => {
      const ordered = inOrder(subjects)
      const refusals = []
      for (const subject of ordered) refusals.push(await refusalOf(tx, subject))
      const longest = refusals
        .filter(refusal => refusal !== null)
        .toSorted((one, other) => other.seconds - one.seconds)[0]
      if (longest) return { refused: longest }
      const locks = []
      for (const subject of ordered) locks.push({ subject, seconds: await count(tx, subject) })
      return { refused: null, locks: locks.filter(({ seconds }) => seconds > 0) }
    })
  }

  /** Takes the lock of the row, so that the tries of one moment come in turn. */
  async function refusalOf(tx: SystemTx, subject: Subject): Promise<Refusal | null> {
    await tx
      .insertInto('login_attempt')
      .values({ subject: keyOf(subject), failures: 0, last_at: isoText(clock.now()) })
      .onConflict(conflict => conflict.column('subject').doNothing())
      .execute()
    const row = await tx
      .selectFrom('login_attempt')
      .select(['login_attempt.locked_until', 'login_attempt.last_at', 'login_attempt.pending'])
      .where('login_attempt.subject', '=', keyOf(subject))
      .forUpdate()
      .executeTakeFirst()
    const now = clock.now()
    const seconds = row?.locked_until?.since(now).total('seconds') ?? 0
    if (!row || seconds <= 0) return null
    const idleMs = now.since(row.last_at).total('milliseconds')
    return { seconds, mayOpen: row.pending > 0 && idleMs < LONGEST_LOOK_MS }
  }

  async function giveBack(tx: SystemTx, subject: Subject): Promise<void> {
    await tx
      .updateTable('login_attempt')
      .set(eb => ({
        failures: eb('login_attempt.failures', '-', 1),
        pending: sql<number>`greatest(0, login_attempt.pending - 1)`,
        locked_until: sql`case when login_attempt.failures > ${ATTEMPT_RULES[subject.kind].free} then login_attempt.locked_until end`,
      }))
      .where('login_attempt.subject', '=', keyOf(subject))
      .where('login_attempt.failures', '>', 0)
      .execute()
  }

  async function clear(tx: SystemTx, subject: Subject): Promise<void> {
    await tx.deleteFrom('login_attempt').where('login_attempt.subject', '=', keyOf(subject)).execute()
  }

  /** For how many seconds this try closes the subject, should it turn out wrong. */
  async function count(tx: SystemTx, subject: Subject): Promise<number> {
    const rule: Rule = ATTEMPT_RULES[subject.kind]
    const now = clock.now()
    const stale = instantSql(now.subtract({ hours: FORGOTTEN_AFTER_HOURS }))
    const failures = sql<number>`case when login_attempt.last_at < ${stale} then 1 else login_attempt.failures + 1 end`
    const row = await tx
      .updateTable('login_attempt')
      .set(eb => ({ failures, pending: eb('login_attempt.pending', '+', 1), last_at: isoText(now) }))
      .where('login_attempt.subject', '=', keyOf(subject))
      .returning('login_attempt.failures')
      .executeTakeFirst()
    const lock = lockSeconds(rule, row?.failures ?? 0)
    if (lock > 0)
      await tx
        .updateTable('login_attempt')
        .set({ locked_until: isoText(now.add({ seconds: lock })) })
        .where('login_attempt.subject', '=', keyOf(subject))
        .execute()
    return lock
  }
}

export type Attempts = ReturnType<typeof createAttempts>

/** How long the next try has to wait after so many failed ones. */
function lockSeconds(rule: Rule, failures: number): number {
  if (failures < rule.free) return 0
  return Math.min(rule.longestLockSeconds, rule.firstLockSeconds * 2 ** Math.min(30, failures - rule.free))
}
