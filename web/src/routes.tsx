import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouterHistory,
  redirect,
} from '@tanstack/react-router'
import {
  appointmentsSearch,
  calendarSearch,
  catalogueSearch,
  customersSearch,
  inboxSearch,
  jobsSearch,
  type Search,
} from './address-search.ts'
import {
  apiKeysQuery,
  invitationsQuery,
  loginRulesQuery,
  membersQuery,
  ownSessionsQuery,
} from './api/account-queries.ts'
import { collisionsQuery } from './api/block-queries.ts'
import { calendarQuery } from './api/calendar-queries.ts'
import { allStaffQuery, catalogueServicesQuery, hoursQuery } from './api/catalogue-queries.ts'
import { customerPagesQuery, customerQuery, historyPagesQuery } from './api/customer-queries.ts'
import { inboxEventQuery, inboxPagesQuery } from './api/inbox-queries.ts'
import { jobPagesQuery, jobSummaryQuery, unsentConfirmationsQuery } from './api/job-queries.ts'
import { openWishesQuery, waitingQuery } from './api/open-queries.ts'
import { prefetched } from './api/prefetch.ts'
import { isUnauthenticated } from './api/problem.ts'
import {
  appointmentQuery,
  appointmentsOfDayQuery,
  callPagesQuery,
  callQuery,
  demoAccountsQuery,
  openCallbackRequestsQuery,
  recentCallsQuery,
  recordingsQuery,
  servicesQuery,
  sessionQuery,
} from './api/queries.ts'
import { receptionistQuery, versionPagesQuery, versionQuery } from './api/receptionist-queries.ts'
import { requestQuery } from './api/request-queries.ts'
import { rangeShown } from './pages/calendar/range-shown.ts'
import { ErrorPage, LoneErrorPage } from './pages/error-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import type { TestCallSearch } from './pages/test-call/test-call-page.tsx'
import { setBusinessLocale } from './text/language.ts'
import { localDateOf } from './util/local-date.ts'
import { pb } from './util/path-builder.ts'
import { wayBackOf } from './util/way-back.ts'

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: LoneErrorPage,
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): Search<'next', string> => ({ next: wayBackOf(next) }),
  loader: ({ context }) => prefetched(context.queryClient.prefetchQuery(demoAccountsQuery())),
  component: lazyRouteComponent(() => import('./pages/login/login-page.tsx'), 'LoginPage'),
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('./pages/links/forgotten-page.tsx'), 'ForgottenPage'),
})

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./pages/links/new-password-page.tsx'), 'NewPasswordPage'),
})

const verified = createRoute({
  getParentRoute: () => root,
  path: '/verified',
  component: lazyRouteComponent(() => import('./pages/links/verified-page.tsx'), 'VerifiedPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/links/invitation-page.tsx'), 'InvitationPage'),
})

const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery()).catch(error => {
      if (isUnauthenticated(error)) throw redirect(pb.loginFor(location.href))
      throw error
    })
    setBusinessLocale(session.tenant.locale)
    // Until the second factor that the role needs is set up, the server opens nothing else.
    if (session.user.second_factor === 'needed' && !location.pathname.endsWith(pb.own().to))
      throw redirect(pb.own())
    return { zone: session.tenant.time_zone, permissions: session.permissions }
  },
  errorComponent: LoneErrorPage,
  component: lazyRouteComponent(() => import('./pages/office-layout.tsx'), 'OfficeLayout'),
})

const today = createRoute({
  getParentRoute: () => office,
  path: '/',
  loader: ({ context: { queryClient, zone, permissions } }) =>
    prefetched(
      queryClient.prefetchQuery(recentCallsQuery()),
      queryClient.prefetchQuery(openCallbackRequestsQuery()),
      queryClient.prefetchQuery(openWishesQuery()),
      queryClient.prefetchQuery(collisionsQuery('open')),
      queryClient.prefetchQuery(unsentConfirmationsQuery(permissions)),
      queryClient.prefetchQuery(appointmentsOfDayQuery(localDateOf(Date.now(), zone))),
    ),
  component: lazyRouteComponent(() => import('./pages/today/today-page.tsx'), 'TodayPage'),
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
  component: lazyRouteComponent(() => import('./pages/test-call/test-call-page.tsx'), 'TestCallPage'),
})

const calls = createRoute({
  getParentRoute: () => office,
  path: '/calls',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchInfiniteQuery(callPagesQuery())),
  component: lazyRouteComponent(() => import('./pages/calls/calls-page.tsx'), 'CallsPage'),
})

const call = createRoute({
  getParentRoute: () => office,
  path: '/calls/$callId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(callQuery(params.callId))),
  component: lazyRouteComponent(() => import('./pages/call/call-page.tsx'), 'CallPage'),
})

const appointments = createRoute({
  getParentRoute: () => office,
  path: '/appointments',
  validateSearch: appointmentsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, zone }, deps }) =>
    prefetched(queryClient.prefetchQuery(appointmentsOfDayQuery(deps.day ?? localDateOf(Date.now(), zone)))),
  component: lazyRouteComponent(
    () => import('./pages/appointments/appointments-page.tsx'),
    'AppointmentsPage',
  ),
})

const appointment = createRoute({
  getParentRoute: () => office,
  path: '/appointments/$appointmentId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(appointmentQuery(params.appointmentId))),
  component: lazyRouteComponent(() => import('./pages/appointments/appointment-page.tsx'), 'AppointmentPage'),
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
  component: lazyRouteComponent(() => import('./pages/calendar/calendar-page.tsx'), 'CalendarPage'),
})

const customers = createRoute({
  getParentRoute: () => office,
  path: '/customers',
  validateSearch: customersSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(queryClient.prefetchInfiniteQuery(customerPagesQuery(deps.q ?? ''))),
  component: lazyRouteComponent(() => import('./pages/customers/customers-page.tsx'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => office,
  path: '/customers/$customerId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(
      queryClient.prefetchQuery(customerQuery(params.customerId)),
      queryClient.prefetchInfiniteQuery(historyPagesQuery(params.customerId)),
    ),
  component: lazyRouteComponent(() => import('./pages/customers/customer-page.tsx'), 'CustomerPage'),
})

const open = createRoute({
  getParentRoute: () => office,
  path: '/open',
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(openCallbackRequestsQuery()),
      queryClient.prefetchQuery(openWishesQuery()),
      queryClient.prefetchQuery(waitingQuery()),
    ),
  component: lazyRouteComponent(() => import('./pages/open/open-page.tsx'), 'OpenPage'),
})

const more = createRoute({
  getParentRoute: () => office,
  path: '/more',
  component: lazyRouteComponent(() => import('./pages/more/more-page.tsx'), 'MorePage'),
})

const catalogue = createRoute({
  getParentRoute: () => office,
  path: '/catalogue',
  validateSearch: catalogueSearch,
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(catalogueServicesQuery('active')),
      queryClient.prefetchQuery(allStaffQuery()),
      queryClient.prefetchQuery(hoursQuery()),
    ),
  component: lazyRouteComponent(() => import('./pages/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})

const jobs = createRoute({
  getParentRoute: () => office,
  path: '/jobs',
  validateSearch: jobsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(
      queryClient.prefetchInfiniteQuery(jobPagesQuery(deps.state)),
      queryClient.prefetchQuery(jobSummaryQuery()),
    ),
  component: lazyRouteComponent(() => import('./pages/jobs/jobs-page.tsx'), 'JobsPage'),
})

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/inbox',
  validateSearch: inboxSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(queryClient.prefetchInfiniteQuery(inboxPagesQuery(deps.state))),
  component: lazyRouteComponent(() => import('./pages/inbox/inbox-page.tsx'), 'InboxPage'),
})

const inboxEvent = createRoute({
  getParentRoute: () => office,
  path: '/inbox/$eventId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(inboxEventQuery(params.eventId))),
  component: lazyRouteComponent(() => import('./pages/inbox/inbox-event-page.tsx'), 'InboxEventPage'),
})

const requests = createRoute({
  getParentRoute: () => office,
  path: '/requests',
  component: lazyRouteComponent(() => import('./pages/requests/requests-page.tsx'), 'RequestsPage'),
})

const request = createRoute({
  getParentRoute: () => office,
  path: '/requests/$requestId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(requestQuery(params.requestId))),
  component: lazyRouteComponent(() => import('./pages/requests/request-page.tsx'), 'RequestPage'),
})

const receptionist = createRoute({
  getParentRoute: () => office,
  path: '/receptionist',
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(receptionistQuery()),
      queryClient.prefetchInfiniteQuery(versionPagesQuery()),
    ),
  component: lazyRouteComponent(
    () => import('./pages/receptionist/receptionist-page.tsx'),
    'ReceptionistPage',
  ),
})

const receptionistVersion = createRoute({
  getParentRoute: () => office,
  path: '/receptionist/$versionId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(
      queryClient.prefetchQuery(versionQuery(params.versionId)),
      queryClient.prefetchQuery(receptionistQuery()),
    ),
  component: lazyRouteComponent(() => import('./pages/receptionist/version-page.tsx'), 'VersionPage'),
})

const own = createRoute({
  getParentRoute: () => office,
  path: '/own',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchQuery(ownSessionsQuery())),
  component: lazyRouteComponent(() => import('./pages/own/own-page.tsx'), 'OwnPage'),
})

const people = createRoute({
  getParentRoute: () => office,
  path: '/people',
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(membersQuery()),
      queryClient.prefetchQuery(invitationsQuery()),
      queryClient.prefetchQuery(loginRulesQuery()),
    ),
  component: lazyRouteComponent(() => import('./pages/people/people-page.tsx'), 'PeoplePage'),
})

const keys = createRoute({
  getParentRoute: () => office,
  path: '/keys',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchQuery(apiKeysQuery())),
  component: lazyRouteComponent(() => import('./pages/keys/keys-page.tsx'), 'KeysPage'),
})

const nowhere = createRoute({
  getParentRoute: () => office,
  path: '$',
  component: NotFoundPage,
})

/** The site map. */
const routeTree = root.addChildren([
  login,
  forgotten,
  newPassword,
  verified,
  invitation,
  office.addChildren([
    today,
    testCall,
    calls,
    call,
    appointments,
    appointment,
    calendar,
    customers,
    customer,
    catalogue,
    open,
    more,
    jobs,
    inbox,
    inboxEvent,
    requests,
    request,
    receptionist,
    receptionistVersion,
    own,
    people,
    keys,
    nowhere,
  ]),
])

export const createOfficeRouter = (queryClient: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context: { queryClient },
    basepath: '/app',
    defaultPreload: 'intent',
    // Freshness is the query cache's business alone.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
    ...(history && { history }),
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createOfficeRouter>
  }
}
