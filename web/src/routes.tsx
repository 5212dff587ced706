import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, type RouterHistory } from '@tanstack/react-router'
import { ErrorPage } from './pages/error-page.tsx'
import { NotFoundPage } from './pages/not-found-page.tsx'
import { businessRoutes } from './routes/business-routes.tsx'
import { dailyRoutes } from './routes/daily-routes.tsx'
import { office } from './routes/office-route.tsx'
import { publicRoutes } from './routes/public-routes.tsx'
import { root } from './routes/root.tsx'
import { systemRoutes } from './routes/system-routes.tsx'

const nowhere = createRoute({
  getParentRoute: () => office,
  path: '$',
  component: NotFoundPage,
})

/** The site map. */
const routeTree = root.addChildren([
  ...publicRoutes,
  office.addChildren([...dailyRoutes, ...businessRoutes, ...systemRoutes, nowhere]),
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
