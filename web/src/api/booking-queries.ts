import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { client, unwrap } from './client.ts'
import type { Slot } from './contract.ts'
import { topics } from './queries.ts'

export const staffQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'staff', 'active'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/staff', { signal }))).items,
    staleTime: 5 * 60_000,
  })

const FOUND_AT_ONCE = 8

/** Customers by name, number or e-mail, as somebody types; without a word the newest. */
export const foundCustomersQuery = (words: string) =>
  queryOptions({
    queryKey: [topics.customers, 'found', words],
    queryFn: async ({ signal }) => {
      const query = { limit: FOUND_AT_ONCE, ...(words !== '' && { q: words }) }
      return (await unwrap(client.GET('/api/v1/customers', { params: { query }, signal }))).items
    },
    // What was found for the word before stays until the next answer, so that the list does not jump.
    placeholderData: keepPreviousData,
  })

export type BookedFor = { id: string } | { name: string; phone: string | null; email: string | null }

export type BookingWish = {
  slot: Slot
  customer: BookedFor
  attendeeName: string | null
  note: string | null
  /** The same for every try of one wish, so that it is booked once. */
  key: string
}

export const bookAppointment = ({ slot, customer, attendeeName, note, key }: BookingWish) =>
  unwrap(
    client.POST('/api/v1/appointments', {
      params: { header: { 'idempotency-key': key } },
      body: {
        token: slot.token,
        customer,
        note,
        ...(attendeeName !== null && { attendee_name: attendeeName }),
      },
    }),
  )
