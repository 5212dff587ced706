import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { createOfficeRouter } from './routes.tsx'

/** What a page reads from the address that somebody typed or was sent. */
const searchOf = (address: string) => {
  const history = createMemoryHistory({ initialEntries: [`/app${address}`] })
  const router = createOfficeRouter(new QueryClient(), history)
  const { pathname, search } = router.latestLocation
  return router.matchRoutes(pathname, search).at(-1)?.search
}

test.each([
  '/login?next=https://evil.example/x',
  '/login?next=//evil.example/x',
  '/login?next=/%5Cevil.example/x',
  '/login?next=/%09/evil.example/x',
  '/login?next=javascript:alert(1)',
  '/appointments?day=2026-13-77',
  '/appointments?day=2026-02-31',
  '/calendar?view=zzz&day=2026-02-31&by=people&who=7',
  '/catalogue?tab=zzz',
  '/reports?from=2026-02-31&to=2026-03-01',
  '/reports?from=2026-03-02&to=2026-03-01',
  '/reports?staff=7&location=zzz',
  '/jobs?state=zzz',
  '/inbox?state=zzz',
  '/test-call?tab=zzz&played=7',
])('what %s says besides its page is not used', address => {
  expect(searchOf(address)).toEqual({})
})

test.each([
  ['/login?next=%2Fcalls%3Fx%3D1', { next: '/calls?x=1' }],
  ['/appointments?day=2026-11-24', { day: '2026-11-24' }],
  ['/reports?from=2026-03-01&to=2026-03-31', { from: '2026-03-01', to: '2026-03-31' }],
  ['/reports?staff=0190c0de-0001-7a11-8c3e-000000000001', { staff: '0190c0de-0001-7a11-8c3e-000000000001' }],
  ['/jobs?state=dead', { state: 'dead' }],
  ['/inbox?state=waiting', { state: 'waiting' }],
  ['/test-call?tab=recorded&played=call_9', { tab: 'recorded', played: 'call_9' }],
])('what %s says is used', (address, search) => {
  expect(searchOf(address)).toEqual(search)
})
