/** A part of a whole. Without a whole there is no share: null, never 0. */
export type Share = { readonly part: number; readonly whole: number; readonly share: number | null }

export type Money = { readonly currency: string; readonly amountMinor: number }

/** Calls of one kind, as far as figures are made of them. */
export type CountedCalls = {
  readonly from: 'telephone' | 'test'
  readonly state: 'ongoing' | 'ended' | 'not_connected' | 'failed'
  readonly outcome: string | null
  readonly calls: number
}

/** Appointments of one kind: those of one state and currency, begun by now or not. */
export type CountedAppointments = {
  readonly state: 'requested' | 'confirmed' | 'checked_in' | 'completed' | 'cancelled' | 'no_show'
  readonly begun: boolean
  readonly currency: string
  readonly appointments: number
  readonly priceMinor: number
}

/** Calls of the telephone that were connected and are over: the whole of the booked share. */
const isOver = ({ from, state }: CountedCalls): boolean =>
  from === 'telephone' && (state === 'ended' || state === 'failed')

export const countsAsCall = ({ from }: CountedCalls): boolean => from === 'telephone'

const CAME = ['checked_in', 'completed'] as const
const came = (state: CountedAppointments['state']): boolean => (CAME as readonly string[]).includes(state)

export function callFigures(calls: readonly CountedCalls[]) {
  return {
    calls: total(calls.filter(countsAsCall), one => one.calls),
    testCalls: total(calls, one => (countsAsCall(one) ? 0 : one.calls)),
    booked: shareOf(
      total(calls, one => (isOver(one) && one.outcome === 'booked' ? one.calls : 0)),
      total(calls, one => (isOver(one) ? one.calls : 0)),
    ),
  }
}

export function appointmentFigures(counted: readonly CountedAppointments[]) {
  const number = (wanted: (one: CountedAppointments) => boolean): number =>
    total(counted, one => (wanted(one) ? one.appointments : 0))
  const missed = number(one => one.state === 'no_show')
  return {
    appointments: number(one => one.state !== 'cancelled'),
    cancelled: number(one => one.state === 'cancelled'),
    noShow: shareOf(missed, missed + number(one => came(one.state))),
    /** Their time has come and nobody said whether somebody came: in no share. */
    unsettled: number(one => one.begun && (one.state === 'confirmed' || one.state === 'requested')),
    revenue: moneyOf(counted.filter(one => came(one.state))),
    expected: moneyOf(counted.filter(one => one.state === 'confirmed' || one.state === 'requested')),
  }
}

export function shareOf(part: number, whole: number): Share {
  return { part, whole, share: whole === 0 ? null : part / whole }
}

function moneyOf(counted: readonly CountedAppointments[]): Money[] {
  const sums = new Map<string, number>()
  for (const { currency, priceMinor } of counted) sums.set(currency, (sums.get(currency) ?? 0) + priceMinor)
  return [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
}

function total<One>(counted: readonly One[], numberOf: (one: One) => number): number {
  return counted.reduce((sum, one) => sum + numberOf(one), 0)
}
