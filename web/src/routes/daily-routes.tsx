import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { appointmentsSearch, calendarSearch, callsSearch, customersSearch } from '../address-search.ts'
import { collisionsQuery } from '../api/block-queries.ts'
import { staffQuery } from '../api/booking-queries.ts'
import { calendarQuery } from '../api/calendar-queries.ts'
import { callPagesQuery } from '../api/call-queries.ts'
import {
  customerPagesQuery,
  customerQuery,
  duplicatesQuery,
  historyPagesQuery,
} from '../api/customer-queries.ts'
import { unsentConfirmationsQuery } from '../api/job-queries.ts'
import { openWishesQuery, waitingQuery } from '../api/open-queries.ts'
import { prefetched } from '../api/prefetch.ts'
import {
  appointmentQuery,
  appointmentsOfDayQuery,
  callQuery,
  openCallbackRequestsQuery,
  recentCallsQuery,
  recordingsQuery,
  servicesQuery,
} from '../api/queries.ts'
import { alarmsQuery } from '../api/receptionist-queries.ts'
import { rangeShown } from '../pages/calendar/range-shown.ts'
import type { TestCallSearch } from '../pages/test-call/test-call-page.tsx'
import { TodayPage } from '../pages/today/today-page.tsx'
import { localDateOf } from '../util/local-date.ts'
import { office } from './office-route.tsx'

const today = createRoute({
  getParentRoute: () => office,
  path: '/',
  loader: ({ context: { queryClient, zone, permissions } }) =>
    prefetched(
      queryClient.prefetchQuery(recentCallsQuery()),
      queryClient.prefetchQuery(openCallbackRequestsQuery()),
      queryClient.prefetchQuery(openWishesQuery()),
      queryClient.prefetchQuery(alarmsQuery()),
      queryClient.prefetchQuery(collisionsQuery('open')),
      queryClient.prefetchQuery(unsentConfirmationsQuery(permissions)),
      queryClient.prefetchQuery(appointmentsOfDayQuery(localDateOf(Date.now(), zone))),
    ),
  // Where most people arrive: part of what is loaded first.
  component: TodayPage,
})

const testCall = createRoute({
  getParentRoute: () => office,
  path: '/test-call',
  validateSearch: ({ tab, played }: Record<string, unknown>): TestCallSearch => ({
    tab: tab === 'recorded' ? tab : undefined,
    played: typeof played === 'string' ? played : undefined,
  }),
  loader: ({ context: { queryClient } }) =>
    prefetched(queryClient.prefetchQuery(recordingsQuery()), queryClient.prefetchQuery(servicesQuery())),
  component: lazyRouteComponent(() => import('../pages/test-call/test-call-page.tsx'), 'TestCallPage'),
})

const calls = createRoute({
  getParentRoute: () => office,
  path: '/calls',
  validateSearch: callsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(queryClient.prefetchInfiniteQuery(callPagesQuery(deps))),
  component: lazyRouteComponent(() => import('../pages/calls/calls-page.tsx'), 'CallsPage'),
})

const call = createRoute({
  getParentRoute: () => office,
  path: '/calls/$callId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(callQuery(params.callId))),
  component: lazyRouteComponent(() => import('../pages/call/call-page.tsx'), 'CallPage'),
})

const appointments = createRoute({
  getParentRoute: () => office,
  path: '/appointments',
  validateSearch: appointmentsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, zone }, deps }) =>
    prefetched(queryClient.prefetchQuery(appointmentsOfDayQuery(deps.day ?? localDateOf(Date.now(), zone)))),
  component: lazyRouteComponent(
    () => import('../pages/appointments/appointments-page.tsx'),
    'AppointmentsPage',
  ),
})

const appointment = createRoute({
  getParentRoute: () => office,
  path: '/appointments/$appointmentId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(appointmentQuery(params.appointmentId))),
  component: lazyRouteComponent(
    () => import('../pages/appointments/appointment-page.tsx'),
    'AppointmentPage',
  ),
})

const calendar = createRoute({
  getParentRoute: () => office,
  path: '/calendar',
  validateSearch: calendarSearch,
  loaderDeps: ({ search: { view, day } }) => ({ view, day }),
  loader: ({ context: { queryClient, zone }, deps: { view, day } }) =>
    prefetched(
      queryClient.prefetchQuery(calendarQuery(rangeShown(view, day ?? localDateOf(Date.now(), zone)))),
      queryClient.prefetchQuery(servicesQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/calendar/calendar-page.tsx'), 'CalendarPage'),
})

const customers = createRoute({
  getParentRoute: () => office,
  path: '/customers',
  validateSearch: customersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(
      queryClient.prefetchInfiniteQuery(customerPagesQuery(deps.q ?? '')),
      // They stand above the list, and would push it down.
      queryClient.prefetchQuery(duplicatesQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/customers/customers-page.tsx'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(
      queryClient.prefetchQuery(customerQuery(params.customerId)),
      queryClient.prefetchInfiniteQuery(historyPagesQuery(params.customerId)),
    ),
  component: lazyRouteComponent(() => import('../pages/customers/customer-page.tsx'), 'CustomerPage'),
})

const open = createRoute({
  getParentRoute: () => office,
  path: '/open',
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(openCallbackRequestsQuery()),
      queryClient.prefetchQuery(openWishesQuery()),
      queryClient.prefetchQuery(waitingQuery()),
      queryClient.prefetchQuery(staffQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/open/open-page.tsx'), 'OpenPage'),
})

const more = createRoute({
  getParentRoute: () => office,
  path: '/more',
  component: lazyRouteComponent(() => import('../pages/more/more-page.tsx'), 'MorePage'),
})

/** What owners and staff work with all day. */
export const dailyRoutes = [
  today,
  testCall,
  calls,
  call,
  appointments,
  appointment,
  calendar,
  customers,
  customer,
  open,
  more,
] as const
