import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { Search } from '../address-search.ts'
import { prefetched } from '../api/prefetch.ts'
import { demoAccountsQuery } from '../api/queries.ts'
import { wayBackOf } from '../util/way-back.ts'
import { root } from './root.tsx'

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): Search<'next', string> => ({ next: wayBackOf(next) }),
  loader: ({ context }) => prefetched(context.queryClient.prefetchQuery(demoAccountsQuery())),
  component: lazyRouteComponent(() => import('../pages/login/login-page.tsx'), 'LoginPage'),
})

const forgotten = createRoute({
  getParentRoute: () => root,
  path: '/forgotten',
  component: lazyRouteComponent(() => import('../pages/links/forgotten-page.tsx'), 'ForgottenPage'),
})

const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('../pages/links/new-password-page.tsx'), 'NewPasswordPage'),
})

const verified = createRoute({
  getParentRoute: () => root,
  path: '/verified',
  component: lazyRouteComponent(() => import('../pages/links/verified-page.tsx'), 'VerifiedPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../pages/links/invitation-page.tsx'), 'InvitationPage'),
})

/** What is open before anybody has logged in. */
export const publicRoutes = [login, forgotten, newPassword, verified, invitation] as const
