import './ui/toolkit.css'
import 'virtual:theme.css'
import './ui/tokens.css'
import './ui/before-the-office.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode, startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { createOfficeQueryClient } from './api/query-client.ts'
import { createOfficeRouter } from './routes.tsx'
import { startLanguage, watchLanguage } from './text/language.ts'
import { Notices } from './ui/notices.tsx'
import { theme } from './ui/theme.ts'
import { focusContentOnNavigation } from './util/focus-content.ts'
import { pb } from './util/path-builder.ts'

const languageIsHere = startLanguage()

const queryClient = createOfficeQueryClient({
  onSignedOut: () => {
    const { pathname, href } = router.latestLocation
    if (pathname.endsWith(pb.login().to)) return
    void router.navigate(pb.loginFor(href))
  },
})
// Answers have words too: why something is not allowed.
watchLanguage(() => void queryClient.invalidateQueries())
const router = createOfficeRouter(queryClient)
router.subscribe('onResolved', focusContentOnNavigation)
// The page's own part is fetched while the session is asked for, and not after it.
const [matchedRoutes] = router.getMatchedRoutes(router.latestLocation.pathname)
for (const route of matchedRoutes) void router.loadRouteChunk(route)

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root".')

await languageIsHere
const reactRoot = createRoot(container)
// In slices, between which the browser answers a hand.
startTransition(() =>
  reactRoot.render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <Notices />
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  ),
)
