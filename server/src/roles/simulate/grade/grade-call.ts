import type { Outcome } from '../../../modules/calls/index.ts'
import type { CustomerId } from '../../../platform/ids/ids.ts'
import type { HeldCall } from '../run-call.ts'
import type { CallerScript } from '../script.ts'
import { changedRows, compareRows } from './compare-rows.ts'
import type { StateRow, WorldState } from './read-state.ts'

export type Graded = {
  readonly before: WorldState
  readonly after: WorldState
  readonly call: HeldCall
  readonly outcome: Outcome | null
  readonly customers: ReadonlyMap<string, CustomerId>
}

/** Everything that is not as the script expects; empty: passed. */
export function gradeCall(script: CallerScript, graded: Graded): string[] {
  return [
    ...gradeOutcome(script, graded),
    ...gradeAppointments(script, graded),
    ...gradeUnchanged(script, graded),
    ...gradeCustomers(script, graded),
    ...gradeCounts(script, graded),
    ...gradeRest(graded),
    ...gradeWords(script, graded.call),
  ]
}

function gradeOutcome({ expect }: CallerScript, { outcome, call }: Graded): string[] {
  const ended = call.ended ? [] : ['the call did not come to an end']
  if (expect.outcome === undefined || expect.outcome === outcome) return ended
  return [...ended, `outcome: expected ${expect.outcome}, was ${outcome}`]
}

function gradeAppointments({ expect }: CallerScript, { before, after }: Graded): string[] {
  const gone = [...before.appointments.keys()].filter(id => !after.appointments.has(id))
  return [
    ...compareRows('appointments', expect.appointments, changedRows(before.appointments, after.appointments)),
    ...gone.map(id => `appointments: ${id} is gone`),
  ]
}

/** "k1.appointments": every appointment of that customer; "k1": the customer. */
function gradeUnchanged({ expect }: CallerScript, { before, after, customers }: Graded): string[] {
  return expect.unchanged.flatMap(name => {
    const [key = '', what = 'customer'] = name.split('.')
    const id = customers.get(key)
    if (id === undefined) return [`unchanged: there is no customer "${key}"`]
    if (what === 'appointments') {
      const of = (rows: ReadonlyMap<string, StateRow>): string =>
        JSON.stringify(
          [...rows.values()]
            .filter(row => row.fields.customer_id === id && before.appointments.has(row.id))
            .map(row => row.content)
            .toSorted(),
        )
      return of(before.appointments) === of(after.appointments) ? [] : [`unchanged: ${name} changed`]
    }
    if (what !== 'customer') return [`unchanged: "${name}" is not known`]
    return before.customers.get(id)?.content === after.customers.get(id)?.content
      ? []
      : [`unchanged: ${name} changed`]
  })
}

function gradeCustomers({ expect }: CallerScript, { before, after }: Graded): string[] {
  const changed = changedRows(before.customers, after.customers)
  if (Array.isArray(expect.customers)) return compareRows('customers', expect.customers, changed)
  const known = changed.filter(row => before.customers.has(row.id))
  const created = changed.length - known.length
  return [
    ...known.map(row => `customers: changed: ${JSON.stringify(row.fields)}`),
    ...(expect.customers === undefined || expect.customers === created
      ? []
      : [`customers: expected ${expect.customers} new, were ${created}`]),
  ]
}

function gradeCounts({ expect }: CallerScript, { before, after }: Graded): string[] {
  const wishes = changedRows(before.wishes, after.wishes)
  return [
    ...differs(
      'callback_requests',
      expect.callback_requests,
      after.callbackRequests - before.callbackRequests,
    ),
    ...differs('waitlist', expect.waitlist, after.waitlist - before.waitlist),
    ...(typeof expect.wishes === 'number' ? differs('wishes', expect.wishes, wishes.length) : []),
    ...(Array.isArray(expect.wishes) ? compareRows('wishes', expect.wishes, wishes) : []),
  ]
}

function differs(name: string, expected: number, actual: number): string[] {
  return expected === actual ? [] : [`${name}: expected ${expected}, were ${actual}`]
}

function gradeRest({ before, after }: Graded): string[] {
  return [...after.rest]
    .filter(([table, digest]) => before.rest.get(table) !== digest)
    .map(([table]) => `rows of ${table} changed`)
}

function gradeWords({ expect }: CallerScript, { turns }: HeldCall): string[] {
  const [first] = turns
  const said = (text: string, words: string): boolean => text.toLowerCase().includes(words.toLowerCase())
  return [
    ...expect.said_first
      .filter(words => !said(first?.text ?? '', words))
      .map(words => `said_first: "${words}" is not in "${first?.text}"`),
    ...expect.never_said.flatMap(words =>
      turns.filter(turn => said(turn.text, words)).map(turn => `never_said: "${words}" in "${turn.text}"`),
    ),
    ...(expect.turns_at_most !== undefined && turns.length > expect.turns_at_most
      ? [`turns: expected ${expect.turns_at_most} at most, were ${turns.length}`]
      : []),
    ...turns.flatMap(turn => turn.unproven.map(problem => `no receipt: ${problem}`)),
  ]
}
