import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { auditSearch, catalogueSearch, connectedSearch, reportSearch } from '../address-search.ts'
import {
  apiKeysQuery,
  invitationsQuery,
  loginRulesQuery,
  membersQuery,
  ownSessionsQuery,
} from '../api/account-queries.ts'
import { auditPagesQuery } from '../api/audit-queries.ts'
import { allStaffQuery, catalogueServicesQuery, hoursQuery } from '../api/catalogue-queries.ts'
import { connectionsQuery, linksQuery, openConflictsQuery } from '../api/connected-queries.ts'
import { prefetched } from '../api/prefetch.ts'
import { receptionistQuery, versionPagesQuery, versionQuery } from '../api/receptionist-queries.ts'
import { reportQuery } from '../api/report-queries.ts'
import { onboardingQuery, placesQuery, settingsQuery } from '../api/settings-queries.ts'
import { reportShown } from '../pages/reports/report-period.ts'
import { localDateOf } from '../util/local-date.ts'
import { office } from './office-route.tsx'

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
  component: lazyRouteComponent(() => import('../pages/catalogue/catalogue-page.tsx'), 'CataloguePage'),
})

const reports = createRoute({
  getParentRoute: () => office,
  path: '/reports',
  validateSearch: reportSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, zone }, deps }) =>
    prefetched(
      queryClient.prefetchQuery(reportQuery(reportShown(deps, localDateOf(Date.now(), zone)))),
      queryClient.prefetchQuery(allStaffQuery()),
      queryClient.prefetchQuery(placesQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/reports/reports-page.tsx'), 'ReportsPage'),
})

const connected = createRoute({
  getParentRoute: () => office,
  path: '/calendars',
  validateSearch: connectedSearch,
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(connectionsQuery()),
      queryClient.prefetchQuery(linksQuery()),
      queryClient.prefetchQuery(openConflictsQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/connected/connected-page.tsx'), 'ConnectedPage'),
})

const calendarImport = createRoute({
  getParentRoute: () => office,
  path: '/calendars/$connectionId/import',
  component: lazyRouteComponent(() => import('../pages/connected/import-page.tsx'), 'ImportPage'),
})

const settings = createRoute({
  getParentRoute: () => office,
  path: '/settings',
  loader: ({ context: { queryClient } }) =>
    prefetched(
      queryClient.prefetchQuery(settingsQuery()),
      queryClient.prefetchQuery(placesQuery()),
      queryClient.prefetchQuery(onboardingQuery()),
    ),
  component: lazyRouteComponent(() => import('../pages/settings/settings-page.tsx'), 'SettingsPage'),
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
    () => import('../pages/receptionist/receptionist-page.tsx'),
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
  component: lazyRouteComponent(() => import('../pages/receptionist/version-page.tsx'), 'VersionPage'),
})

const own = createRoute({
  getParentRoute: () => office,
  path: '/own',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchQuery(ownSessionsQuery())),
  component: lazyRouteComponent(() => import('../pages/own/own-page.tsx'), 'OwnPage'),
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
  component: lazyRouteComponent(() => import('../pages/people/people-page.tsx'), 'PeoplePage'),
})

const keys = createRoute({
  getParentRoute: () => office,
  path: '/keys',
  loader: ({ context: { queryClient } }) => prefetched(queryClient.prefetchQuery(apiKeysQuery())),
  component: lazyRouteComponent(() => import('../pages/keys/keys-page.tsx'), 'KeysPage'),
})

const audit = createRoute({
  getParentRoute: () => office,
  path: '/audit',
  validateSearch: auditSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    prefetched(queryClient.prefetchInfiniteQuery(auditPagesQuery(deps))),
  component: lazyRouteComponent(() => import('../pages/audit/audit-page.tsx'), 'AuditPage'),
})

/** What the business is, and who may do what in it. */
export const businessRoutes = [
  catalogue,
  reports,
  connected,
  calendarImport,
  settings,
  receptionist,
  receptionistVersion,
  own,
  people,
  keys,
  audit,
] as const
