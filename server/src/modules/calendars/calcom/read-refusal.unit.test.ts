import { expect, test } from 'vitest'
import { readRefusal } from './read-refusal.ts'

const usual = (message: string, details?: unknown) => ({
  status: 'error',
  timestamp: '2026-11-23T07:00:00Z',
  path: '/v2/bookings',
  error: { code: 'BadRequestException', message, ...(details === undefined ? {} : { details }) },
})
const bare = (message: string) => ({ statusCode: 409, message })

test.each([
  [400, usual('User either already has booking at this time or is not available'), 'slot_taken'],
  [400, usual('One of the hosts either already has booking at this time or is not available'), 'slot_taken'],
  [409, bare('booking_conflict_error'), 'slot_taken'],
  [409, bare('no_available_users_found_error'), 'slot_taken'],
  [409, bare('round_robin_host_unavailable_for_booking'), 'slot_taken'],
  [400, usual(`The event type can't be booked at the "start" time provided. Too soon.`), 'out_of_window'],
  [400, usual('Attempting to book a meeting in the past.'), 'past'],
  [400, usual('You have reached the maximum number of active bookings'), 'booker_limit'],
  [400, usual('booking_seats_full_error'), 'full'],
  [409, bare('already_signed_up_for_this_booking_error'), 'duplicate_attendee'],
  [400, usual('Missing required booking field response: haar'), 'field_required'],
  [400, usual('Missing attendee phone number'), 'field_required'],
  [400, usual("Can't cancel booking with uid=x because it has been cancelled already."), 'cancelled_already'],
  [401, usual('Invalid API Key'), 'unauthorised'],
  [404, usual('Cannot POST /v2/bookings'), 'not_found'],
  [429, usual('CustomThrottlerGuard - Too many requests.'), 'too_many_requests'],
  [400, usual('Something new'), 'unknown'],
  [502, null, 'unknown'],
])('%i %o means %s', (status, body, code) => {
  expect(readRefusal(status, body).code).toBe(code)
})

test('the whole message is kept, with what validation found (failure 60)', () => {
  const details = { errors: [{ property: 'metadata', constraints: { invalid: 'too long' } }] }
  expect(readRefusal(400, usual('Bad Request Exception', details))).toEqual({
    code: 'invalid',
    status: 400,
    message: `Bad Request Exception ${JSON.stringify(details)}`,
  })
})
