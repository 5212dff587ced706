import { createRoute, redirect } from '@tanstack/react-router'
import { isUnauthenticated } from '../api/problem.ts'
import { sessionQuery } from '../api/queries.ts'
import { LoneErrorPage } from '../pages/error-page.tsx'
import { OfficeLayout } from '../pages/office-layout.tsx'
import { setBusinessLocale } from '../text/language.ts'
import { pb } from '../util/path-builder.ts'
import { root } from './root.tsx'

/** Everything behind the login. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery()).catch(error => {
      if (isUnauthenticated(error)) throw redirect(pb.loginFor(location.href))
      throw error
    })
    await setBusinessLocale(session.tenant.locale)
    // Until the second factor that the role needs is set up, the server opens nothing else.
    if (session.user.second_factor === 'needed' && !location.pathname.endsWith(pb.own().to))
      throw redirect(pb.own())
    return { zone: session.tenant.time_zone, permissions: session.permissions }
  },
  errorComponent: LoneErrorPage,
  component: OfficeLayout,
})
