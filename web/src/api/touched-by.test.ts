import { expect, test } from 'vitest'
import { calendarQuery } from './calendar-queries.ts'
import { callPagesQuery } from './call-queries.ts'
import { inboxEventQuery, inboxPagesQuery } from './inbox-queries.ts'
import { jobPagesQuery, jobSummaryQuery } from './job-queries.ts'
import {
  appointmentQuery,
  appointmentsOfDayQuery,
  callQuery,
  openCallbackRequestsQuery,
  recentCallsQuery,
  sessionQuery,
} from './queries.ts'
import { requestQuery } from './request-queries.ts'
import { type LiveEvent, liveEventNames, touchedBy } from './touched-by.ts'

const keys = {
  session: sessionQuery().queryKey,
  recentCalls: recentCallsQuery().queryKey,
  callPages: callPagesQuery({ outcome: 'booked' }).queryKey,
  thisCall: callQuery('c1').queryKey,
  otherCall: callQuery('c2').queryKey,
  day: appointmentsOfDayQuery('2026-11-20').queryKey,
  thisAppointment: appointmentQuery('a1').queryKey,
  otherAppointment: appointmentQuery('a2').queryKey,
  calendar: calendarQuery({ first: '2026-11-20', last: '2026-11-20' }).queryKey,
  callbacks: openCallbackRequestsQuery().queryKey,
  jobs: jobPagesQuery(undefined).queryKey,
  jobsInState: jobPagesQuery('dead').queryKey,
  jobSummary: jobSummaryQuery().queryKey,
  inbox: inboxPagesQuery(undefined).queryKey,
  thisEvent: inboxEventQuery('e1').queryKey,
  otherEvent: inboxEventQuery('e2').queryKey,
}

/** Whatever happens is done by jobs. */
const jobLists = ['jobs', 'jobsInState', 'jobSummary']

const touched = (event: LiveEvent) =>
  Object.entries(keys)
    .filter(([, key]) => touchedBy(event, key))
    .map(([name]) => name)

test('a call touches the lists of calls and of events, its own page, and no other call', () => {
  expect(touched({ name: 'call', id: 'c1', callId: 'c1' })).toEqual([
    'recentCalls',
    'callPages',
    'thisCall',
    ...jobLists,
    'inbox',
  ])
})

test('blocked time touches the calendar, and no call', () => {
  expect(touched({ name: 'calendar', id: 'b1', callId: null })).toEqual(['calendar', ...jobLists])
})

test('an appointment touches the days, its own page, and the call that made it', () => {
  expect(touched({ name: 'appointment', id: 'a1', callId: 'c1' })).toEqual([
    'thisCall',
    'day',
    'thisAppointment',
    'calendar',
    ...jobLists,
  ])
})

test('an appointment that no call made touches no call', () => {
  expect(touched({ name: 'appointment', id: 'a1', callId: null })).toEqual([
    'day',
    'thisAppointment',
    'calendar',
    ...jobLists,
  ])
})

test('a message touches the call it belongs to, and no other', () => {
  expect(touched({ name: 'message', id: 'm1', callId: 'c1' })).toEqual(['thisCall', ...jobLists])
})

test('a callback request touches the work list and the call it came from', () => {
  expect(touched({ name: 'callback-request', id: 'r1', callId: 'c1' })).toEqual([
    'thisCall',
    'callbacks',
    ...jobLists,
  ])
})

test('a job touches every list of jobs and their figures', () => {
  expect(touched({ name: 'job', id: '7', callId: null })).toEqual(jobLists)
})

test('an event from outside touches the inbox and its own page, and no other event', () => {
  expect(touched({ name: 'inbox-event', id: 'e1', callId: null })).toEqual([
    ...jobLists,
    'inbox',
    'thisEvent',
  ])
})

test.each(liveEventNames)('a change of a %s may belong to the request that is looked at', name => {
  expect(touchedBy({ name, id: 'x', callId: null }, requestQuery('some-request').queryKey)).toBe(true)
})
