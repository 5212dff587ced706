/**
 * The operations of Cal.com's API v2 that are used, each with the version it is asked in. A missing or unknown version
 * leads to another controller: 404, or fields that mean something else (failure 57).
 */
const BOOKINGS = '2024-08-13'
const SLOTS = '2024-09-04'
const EVENT_TYPES = '2024-06-14'
const SCHEDULES = '2024-06-11'

export const OPERATIONS = {
  'read account': { method: 'GET', path: '/v2/me', version: null },
  'list event types': { method: 'GET', path: '/v2/event-types', version: EVENT_TYPES },
  'list schedules': { method: 'GET', path: '/v2/schedules', version: SCHEDULES },
  'list teams': { method: 'GET', path: '/v2/teams', version: null },
  'list team event types': { method: 'GET', path: '/v2/teams/{id}/event-types', version: null },
  'list team members': { method: 'GET', path: '/v2/teams/{id}/memberships', version: null },
  'list calendars': { method: 'GET', path: '/v2/calendars', version: null },
  'read busy times': { method: 'GET', path: '/v2/calendars/busy-times', version: null },
  'list slots': { method: 'GET', path: '/v2/slots', version: SLOTS },
  'reserve slot': { method: 'POST', path: '/v2/slots/reservations', version: SLOTS },
  'release slot': { method: 'DELETE', path: '/v2/slots/reservations/{id}', version: SLOTS },
  'create booking': { method: 'POST', path: '/v2/bookings', version: BOOKINGS },
  'list bookings': { method: 'GET', path: '/v2/bookings', version: BOOKINGS },
  'read booking': { method: 'GET', path: '/v2/bookings/{id}', version: BOOKINGS },
  'move booking': { method: 'POST', path: '/v2/bookings/{id}/reschedule', version: BOOKINGS },
  'cancel booking': { method: 'POST', path: '/v2/bookings/{id}/cancel', version: BOOKINGS },
  'list webhooks': { method: 'GET', path: '/v2/webhooks', version: null },
  'create webhook': { method: 'POST', path: '/v2/webhooks', version: null },
  'change webhook': { method: 'PATCH', path: '/v2/webhooks/{id}', version: null },
} as const satisfies Readonly<
  Record<string, { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; path: string; version: string | null }>
>

export type CalcomOperation = keyof typeof OPERATIONS
