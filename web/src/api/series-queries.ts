import { queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Appointment } from './contract.ts'
import { topics } from './queries.ts'

/** A series with all its appointments, in order of time. */
export const seriesQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.appointments, 'series', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/series/{id}', { params: { path: { id } }, signal })),
  })

/** What is cancelled with an appointment of a series: it alone, it and those behind it, or all still to come. */
export type CancelScope = 'this' | 'following' | 'all'

/** @throws Problem as for the call below; `fee` in the minor unit was agreed to for each. */
export const cancelAppointment = (appointment: Appointment, fee: number | null) =>
  unwrap(
    client.POST('/api/v1/appointments/{id}/cancel', {
      params: { path: { id: appointment.id } },
      body: { fee_agreed: fee },
    }),
  )

export const cancelOfSeries = (
  appointment: Appointment,
  { seriesId, scope, fee }: { seriesId: string; scope: CancelScope; fee: number | null },
) =>
  unwrap(
    client.POST('/api/v1/series/{id}/cancel', {
      params: { path: { id: seriesId } },
      body: { scope, appointment_id: appointment.id, fee_agreed: fee, dry_run: false, conflicts: 'refuse' },
    }),
  )
