import type { Failure } from '../provider-failure.ts'

/** Statuses that mean something else for each operation; everything else is read here. */
export type GoogleAnswer =
  | { readonly kind: 'ok'; readonly json: unknown }
  | { readonly kind: 'status'; readonly status: 400 | 404 | 409 | 410 | 412; readonly detail: string }
  | Failure
