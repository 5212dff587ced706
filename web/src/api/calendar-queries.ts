import { queryOptions } from '@tanstack/react-query'
import { addDays, type LocalDate } from '../util/local-date.ts'
import { client, unwrap } from './client.ts'
import { topics } from './queries.ts'

/** Everything that is drawn of some days, both of them included. */
export const calendarQuery = ({ first, last }: { first: LocalDate; last: LocalDate }) =>
  queryOptions({
    queryKey: [topics.calendar, first, last],
    queryFn: ({ signal }) => {
      const query = { from: first, to: addDays(last, 1) }
      return unwrap(client.GET('/api/v1/calendar', { params: { query }, signal }))
    },
  })

export type SlotWish = {
  serviceId: string
  day: LocalDate
  /** How many days from this one on. */
  days?: number
  most?: number
  staffId?: string | undefined
  /** The appointment that is to be moved: its own place never blocks it. */
  moving?: string | undefined
}

/** Free starts of a service on a day, each with the token that books it. */
export const slotsQuery = ({ serviceId, day, days = 1, most = 2000, staffId, moving }: SlotWish) =>
  queryOptions({
    queryKey: [topics.slots, serviceId, day, days, most, staffId ?? null, moving ?? null],
    queryFn: async ({ signal }) => {
      const query = {
        service: serviceId,
        from: day,
        to: addDays(day, days),
        limit: most,
        ...(staffId !== undefined && { staff: staffId }),
        ...(moving !== undefined && { moving }),
      }
      return (await unwrap(client.GET('/api/v1/availability', { params: { query }, signal }))).items
    },
    // A token counts for half an hour.
    staleTime: 60_000,
  })

export type ExplainWish = {
  serviceId: string
  /** Wall time of the business, `2026-11-26T10:00`. */
  at: string
  staffId?: string | undefined
  moving?: string | undefined
}

/** Why a start is or is not offered. */
export const explanationQuery = ({ serviceId, at, staffId, moving }: ExplainWish) =>
  queryOptions({
    queryKey: [topics.slots, 'explanation', serviceId, at, staffId ?? null, moving ?? null],
    queryFn: ({ signal }) => {
      const query = {
        service: serviceId,
        at,
        ...(staffId !== undefined && { staff: staffId }),
        ...(moving !== undefined && { moving }),
      }
      return unwrap(client.GET('/api/v1/availability/explanation', { params: { query }, signal }))
    },
  })

type MoveWish = {
  id: string
  token: string
  version?: number | undefined
  /** Why the rules do not count this once. */
  override?: string | undefined
}

export const moveAppointment = ({ id, token, version, override }: MoveWish) =>
  unwrap(
    client.POST('/api/v1/appointments/{id}/move', {
      params: { path: { id } },
      body: { token, version: version ?? null, override: override ?? null },
    }),
  )

/** Takes the last change of an appointment back. */
export const undoChange = (id: string) =>
  unwrap(client.POST('/api/v1/appointments/{id}/undo', { params: { path: { id } }, body: {} }))

export type Outcome = 'checked_in' | 'completed' | 'no_show'

export const settleAppointment = (id: string, state: Outcome) =>
  unwrap(client.POST('/api/v1/appointments/{id}/outcome', { params: { path: { id } }, body: { state } }))

export const answerRequest = (id: string, answer: 'confirm' | 'decline') => {
  const wish = { params: { path: { id } }, body: {} }
  return answer === 'confirm'
    ? unwrap(client.POST('/api/v1/appointments/{id}/confirm', wish))
    : unwrap(client.POST('/api/v1/appointments/{id}/decline', wish))
}
