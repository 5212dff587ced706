import { queryOptions } from '@tanstack/react-query'
import { addDays } from '../util/local-date.ts'
import { client, rememberCsrfToken, unwrap } from './client.ts'
import { everyPage } from './every-page.ts'
import { isNotFound } from './problem.ts'

/** The first part of every key; an arriving live event invalidates by it. */
export const topics = {
  session: 'session',
  appointments: 'appointments',
  calls: 'calls',
  callbackRequests: 'callback-requests',
  catalogue: 'catalogue',
  calendar: 'calendar',
  slots: 'slots',
  customers: 'customers',
  wishes: 'wishes',
  waitlist: 'waitlist',
  jobs: 'jobs',
  inbox: 'inbox',
  requests: 'requests',
  people: 'people',
  apiKeys: 'api-keys',
  audit: 'audit',
  receptionist: 'receptionist',
  reports: 'reports',
  settings: 'settings',
  onboarding: 'onboarding',
  connected: 'connected',
  imports: 'imports',
  operator: 'operator',
} as const

export const sessionQuery = () =>
  queryOptions({
    queryKey: [topics.session],
    queryFn: async ({ signal }) => {
      const session = await unwrap(client.GET('/api/v1/session', { signal }))
      rememberCsrfToken(session.csrf_token)
      return session
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The demo's logins; empty where this is not a demo. */
export const demoAccountsQuery = () =>
  queryOptions({
    queryKey: ['demo-accounts'],
    queryFn: async ({ signal }) => {
      const demo = await unwrap(client.GET('/api/v1/session/demo', { signal })).catch(error => {
        if (isNotFound(error)) return { accounts: [] }
        throw error
      })
      return demo.accounts
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

/** All appointments that start on one day of the tenant's calendar, in order. */
export const appointmentsOfDayQuery = (localDate: string) =>
  queryOptions({
    queryKey: [topics.appointments, 'day', localDate],
    queryFn: async ({ signal }) => {
      const range = { from: localDate, to: addDays(localDate, 1) }
      const appointments = await everyPage(page =>
        unwrap(client.GET('/api/v1/appointments', { params: { query: { ...range, ...page } }, signal })),
      )
      return appointments.toSorted((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at))
    },
  })

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.appointments, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(client.GET('/api/v1/appointments/{id}', { params: { path: { id } }, signal })),
  })

export const recentCallsQuery = () =>
  queryOptions({
    queryKey: [topics.calls, 'recent'],
    queryFn: async ({ signal }) => {
      const list = await unwrap(client.GET('/api/v1/calls', { params: { query: { limit: 20 } }, signal }))
      return list.items
    },
  })

export const callQuery = (id: string) =>
  queryOptions({
    queryKey: [topics.calls, 'one', id],
    queryFn: ({ signal }) => unwrap(client.GET('/api/v1/calls/{id}', { params: { path: { id } }, signal })),
  })

/** The call a provider knows under this id; null until its first event has arrived. */
export const callOfProviderQuery = (providerCallId: string) =>
  queryOptions({
    queryKey: [topics.calls, 'provider', providerCallId],
    queryFn: async ({ signal }) => {
      const query = { provider_call_id: providerCallId }
      const list = await unwrap(client.GET('/api/v1/calls', { params: { query }, signal }))
      return list.items.find(call => call.provider_call_id === providerCallId) ?? null
    },
  })

export const openCallbackRequestsQuery = () =>
  queryOptions({
    queryKey: [topics.callbackRequests, 'open'],
    queryFn: ({ signal }) =>
      everyPage(page => {
        const query = { state: 'open', ...page } as const
        return unwrap(client.GET('/api/v1/callback-requests', { params: { query }, signal }))
      }),
  })

export const servicesQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'services'],
    queryFn: async ({ signal }) => (await unwrap(client.GET('/api/v1/services', { signal }))).items,
    staleTime: 5 * 60_000,
  })

export const recordingsQuery = () =>
  queryOptions({
    queryKey: [topics.catalogue, 'recordings'],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET('/api/v1/test-calls/recordings', { signal }))).items,
    staleTime: 5 * 60_000,
  })
