import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { inboxSearch, jobsSearch } from '../address-search.ts'
import { inboxEventQuery, inboxPagesQuery } from '../api/inbox-queries.ts'
import { jobPagesQuery, jobSummaryQuery } from '../api/job-queries.ts'
import { operatorQuery } from '../api/operator-queries.ts'
import { prefetched } from '../api/prefetch.ts'
import { requestQuery } from '../api/request-queries.ts'
import { office } from './office-route.tsx'

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
  component: lazyRouteComponent(() => import('../pages/jobs/jobs-page.tsx'), 'JobsPage'),
})

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/inbox',
  validateSearch: inboxSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(queryClient.prefetchInfiniteQuery(inboxPagesQuery(deps.state))),
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
})

const inboxEvent = createRoute({
  getParentRoute: () => office,
  path: '/inbox/$eventId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(inboxEventQuery(params.eventId))),
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-event-page.tsx'), 'InboxEventPage'),
})

const requests = createRoute({
  getParentRoute: () => office,
  path: '/requests',
  component: lazyRouteComponent(() => import('../pages/requests/requests-page.tsx'), 'RequestsPage'),
})

const request = createRoute({
  getParentRoute: () => office,
  path: '/requests/$requestId',
  loader: ({ context: { queryClient }, params }) =>
    prefetched(queryClient.prefetchQuery(requestQuery(params.requestId))),
  component: lazyRouteComponent(() => import('../pages/requests/request-page.tsx'), 'RequestPage'),
})

const businesses = createRoute({
  getParentRoute: () => office,
  path: '/businesses',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchQuery(operatorQuery())),
  component: lazyRouteComponent(() => import('../pages/businesses/businesses-page.tsx'), 'BusinessesPage'),
})

/** What goes on behind the pages. */
export const systemRoutes = [jobs, inbox, inboxEvent, requests, request, businesses] as const
