import { expect, test } from 'vitest'
import {
  appointmentQuery,
  appointmentsOfDayQuery,
  callPagesQuery,
  callQuery,
  openCallbackRequestsQuery,
  recentCallsQuery,
  sessionQuery,
} from './queries.ts'
import { type LiveEvent, touchedBy } from './touched-by.ts'

const keys = {
  session: sessionQuery().queryKey,
  recentCalls: recentCallsQuery().queryKey,
  callPages: callPagesQuery().queryKey,
  thisCall: callQuery('c1').queryKey,
  otherCall: callQuery('c2').queryKey,
  day: appointmentsOfDayQuery('2026-11-20').queryKey,
  thisAppointment: appointmentQuery('a1').queryKey,
  otherAppointment: appointmentQuery('a2').queryKey,
  callbacks: openCallbackRequestsQuery().queryKey,
}

const touched = (event: LiveEvent) =>
  Object.entries(keys)
    .filter(([, key]) => touchedBy(event, key))
    .map(([name]) => name)

test('a call touches the lists of calls and its own page, and no other call', () => {
  expect(touched({ name: 'call', id: 'c1', callId: 'c1' })).toEqual(['recentCalls', 'callPages', 'thisCall'])
})

test('an appointment touches the days, its own page, and the call that made it', () => {
  expect(touched({ name: 'appointment', id: 'a1', callId: 'c1' })).toEqual([
    'thisCall',
    'day',
    'thisAppointment',
  ])
})

test('an appointment that no call made touches no call', () => {
  expect(touched({ name: 'appointment', id: 'a1', callId: null })).toEqual(['day', 'thisAppointment'])
})

test('a message touches nothing but the call it belongs to', () => {
  expect(touched({ name: 'message', id: 'm1', callId: 'c1' })).toEqual(['thisCall'])
})

test('a callback request touches the work list and the call it came from', () => {
  expect(touched({ name: 'callback-request', id: 'r1', callId: 'c1' })).toEqual(['thisCall', 'callbacks'])
})
