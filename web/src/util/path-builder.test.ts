import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { createOfficeRouter } from '../routes.tsx'
import { pb } from './path-builder.ts'

const CALL = '0190c0de-0001-7a11-8c3e-000000000001'

const places = {
  login: pb.login(),
  loginFor: pb.loginFor('/calls?x=1'),
  forgotten: pb.forgotten(),
  newPassword: pb.newPassword(),
  verified: pb.verified(),
  invitation: pb.invitation(),
  own: pb.own(),
  people: pb.people(),
  keys: pb.keys(),
  businesses: pb.businesses(),
  audit: pb.audit(),
  auditAbout: pb.auditAbout('Petra'),
  auditLogins: pb.auditAbout('', 'logins'),
  today: pb.today(),
  testCall: pb.testCall(),
  recordedCall: pb.recordedCall(),
  recordedCallPlayed: pb.recordedCall('call_9'),
  calls: pb.calls(),
  callsWith: pb.callsWith({ q: '0171', outcome: 'booked', claims: 'ghost' }),
  call: pb.call(CALL),
  callWithOddId: pb.call('a/b?c'),
  appointments: pb.appointments(),
  appointmentsOn: pb.appointmentsOn('2026-11-24'),
  appointment: pb.appointment(CALL),
  calendar: pb.calendar(),
  calendarAt: pb.calendarAt({ view: 'week', day: '2026-11-24' }),
  calendarStarting: pb.calendarStarting('book'),
  customers: pb.customers(),
  customersWith: pb.customersWith('Lindner'),
  customer: pb.customer(CALL),
  open: pb.open(),
  reports: pb.reports(),
  reportsOf: pb.reportsOf({ from: '2026-11-01', to: '2026-11-24' }),
  connected: pb.connected(),
  settings: pb.settings(),
  more: pb.more(),
  catalogue: pb.catalogue(),
  catalogueOf: pb.catalogueOf('hours'),
  jobs: pb.jobs(),
  jobsInState: pb.jobsIn('dead'),
  inbox: pb.inbox(),
  inboxInState: pb.inboxIn('waiting'),
  inboxEvent: pb.inboxEvent(CALL),
  receptionist: pb.receptionist(),
  calendarImport: pb.calendarImport(CALL),
  receptionistVersion: pb.receptionistVersion(CALL),
  requests: pb.requests(),
  request: pb.request('trace.of_me-1'),
}

const router = createOfficeRouter(new QueryClient(), createMemoryHistory({ initialEntries: ['/app/login'] }))

test('every address is what it was when someone bookmarked it', () => {
  const addresses = Object.entries(places).map(([name, place]) => [
    name,
    router.buildLocation({ ...place, _fromLocation: router.latestLocation }).publicHref,
  ])
  expect(Object.fromEntries(addresses)).toMatchInlineSnapshot(`
    {
      "appointment": "/app/appointments/0190c0de-0001-7a11-8c3e-000000000001",
      "appointments": "/app/appointments",
      "appointmentsOn": "/app/appointments?day=2026-11-24",
      "audit": "/app/audit",
      "auditAbout": "/app/audit?q=Petra",
      "auditLogins": "/app/audit?only=logins",
      "businesses": "/app/businesses",
      "calendar": "/app/calendar",
      "calendarAt": "/app/calendar?view=week&day=2026-11-24",
      "calendarImport": "/app/calendars/0190c0de-0001-7a11-8c3e-000000000001/import",
      "calendarStarting": "/app/calendar?start=book",
      "call": "/app/calls/0190c0de-0001-7a11-8c3e-000000000001",
      "callWithOddId": "/app/calls/a%2Fb%3Fc",
      "calls": "/app/calls",
      "callsWith": "/app/calls?q=0171&outcome=booked&claims=ghost",
      "catalogue": "/app/catalogue",
      "catalogueOf": "/app/catalogue?tab=hours",
      "connected": "/app/calendars",
      "customer": "/app/customers/0190c0de-0001-7a11-8c3e-000000000001",
      "customers": "/app/customers",
      "customersWith": "/app/customers?q=Lindner",
      "forgotten": "/app/forgotten",
      "inbox": "/app/inbox",
      "inboxEvent": "/app/inbox/0190c0de-0001-7a11-8c3e-000000000001",
      "inboxInState": "/app/inbox?state=waiting",
      "invitation": "/app/invitation",
      "jobs": "/app/jobs",
      "jobsInState": "/app/jobs?state=dead",
      "keys": "/app/keys",
      "login": "/app/login",
      "loginFor": "/app/login?next=%2Fcalls%3Fx%3D1",
      "more": "/app/more",
      "newPassword": "/app/new-password",
      "open": "/app/open",
      "own": "/app/own",
      "people": "/app/people",
      "receptionist": "/app/receptionist",
      "receptionistVersion": "/app/receptionist/0190c0de-0001-7a11-8c3e-000000000001",
      "recordedCall": "/app/test-call?tab=recorded",
      "recordedCallPlayed": "/app/test-call?tab=recorded&played=call_9",
      "reports": "/app/reports",
      "reportsOf": "/app/reports?from=2026-11-01&to=2026-11-24",
      "request": "/app/requests/trace.of_me-1",
      "requests": "/app/requests",
      "settings": "/app/settings",
      "testCall": "/app/test-call",
      "today": "/app/",
      "verified": "/app/verified",
    }
  `)
})

test.each(Object.entries(places))('the address of %s leads to its own page', (_, place) => {
  const { pathname, search } = router.buildLocation({ ...place, _fromLocation: router.latestLocation })
  const match = router.matchRoutes(pathname, search).at(-1)
  expect(match?.fullPath).toBe(place.to)
})

test('an address that leads nowhere shows so inside of the office', () => {
  expect(router.matchRoutes('/nowhere', {}).at(-1)?.fullPath).toBe('/$')
})

test('every page of the site map can be linked to', () => {
  const linked = new Set<string>(Object.values(places).map(place => place.to))
  const pages = Object.values(router.routesByPath).map(route => route.fullPath)
  expect(pages.filter(page => page !== '/$' && !linked.has(page))).toEqual([])
})
