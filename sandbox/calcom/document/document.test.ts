import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { booking, startAsked } from '../testing/ask.ts'
import { createDocumentCheck } from './document-check.ts'

const DOCUMENT = join(import.meta.dirname, '../../../../shared/contracts/calcom-openapi.json')

test('every answer fits Cal.com’s own document, wherever that lies beside the repository', async () => {
  const { ask, state } = await startAsked()
  const json = { eventTypeId: 101, slotStart: '2026-11-25T09:00:00Z' }
  const reserved = await ask('POST', '/v2/slots/reservations', { json })
  const { uid } = (await ask('POST', '/v2/bookings', { json: booking() })).body.data
  const moved = await ask('POST', `/v2/bookings/${uid}/reschedule`, {
    json: { start: '2026-11-24T13:00:00Z' },
  })
  const hook = { subscriberUrl: 'http://127.0.0.1:9/hook', active: false, triggers: ['BOOKING_CREATED'] }
  const { id } = (await ask('POST', '/v2/webhooks', { json: hook })).body.data
  const reads = [
    ...['/v2/me', '/v2/event-types', '/v2/event-types/101', '/v2/schedules', '/v2/teams', '/v2/calendars'],
    ...['/v2/teams/10/event-types', '/v2/teams/10/memberships', '/v2/webhooks', `/v2/webhooks/${id}`],
    `/v2/calendars/busy-times?dateFrom=2026-11-24&dateTo=2026-11-25&calendarsToLoad[0][credentialId]=1&calendarsToLoad[0][externalId]=mara@salon.example`,
    ...['/v2/bookings?status=upcoming,past&take=2', `/v2/bookings/${uid}`],
    '/v2/slots?start=2026-11-24&end=2026-11-25&eventTypeId=101',
    '/v2/slots?start=2026-11-24&end=2026-11-25&eventTypeId=101&format=range',
    `/v2/slots/reservations/${reserved.body.data.reservationUid}`,
  ]
  for (const path of reads) expect([path, (await ask('GET', path)).status]).toEqual([path, 200])
  await ask('PATCH', `/v2/webhooks/${id}`, { json: { active: true } })
  await ask('DELETE', `/v2/webhooks/${id}`)
  await ask('DELETE', `/v2/slots/reservations/${reserved.body.data.reservationUid}`)
  await ask('POST', `/v2/bookings/${moved.body.data.uid}/cancel`, { json: {} })

  const { document } = await state()
  expect(document.violations).toEqual([])
  expect(document.present).toBe(existsSync(DOCUMENT))
  if (document.present) expect(Object.keys(document.checked)).toHaveLength(23)
})

test('what does not fit it is noticed', async () => {
  const { ask, state } = await startAsked()
  await ask('POST', '/v2/bookings', { json: booking({ lenghtInMinutes: 30 }) })
  await ask('GET', '/v2/bookings?phone=1')
  const { document } = await state()
  if (document.present)
    expect(document.violations).toEqual([
      'POST /v2/bookings: unknown field lenghtInMinutes',
      'GET /v2/bookings: unknown parameter phone',
    ])
})

test('without the document nothing is checked, and the report says so', () => {
  const check = createDocumentCheck('/nowhere/calcom-openapi.json')
  check.check(
    { method: 'GET', path: '/v2/me', query: {}, body: null },
    { version: undefined, status: 200, answer: '{}' },
  )
  expect(check.report()).toEqual({ present: false, checked: {}, violations: [] })
})
