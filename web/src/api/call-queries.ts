import { addDays } from '../util/local-date.ts'
import type { CallsSearch } from '../util/path-builder.ts'
import { client, unwrap } from './client.ts'
import type { CallLanguage, CallOutcome } from './contract.ts'
import { pagesQuery } from './pages-query.ts'
import { topics } from './queries.ts'

const knownOutcomes = {
  booked: true,
  moved: true,
  cancelled: true,
  waitlist: true,
  callback: true,
  transferred: true,
  answered: true,
  wish: true,
  emergency: true,
  abandoned: true,
  failed: true,
} satisfies Record<CallOutcome, true>
export const callOutcomes = Object.keys(knownOutcomes) as CallOutcome[]

const knownLanguages = { de: true, en: true } satisfies Record<CallLanguage, true>
export const callLanguages = Object.keys(knownLanguages) as CallLanguage[]

/** What the server is asked for; the last day of a range is in it. */
export const callsWanted = ({ to, ...search }: CallsSearch) => ({
  ...Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)),
  ...(to !== undefined && { to: addDays(to, 1) }),
})

/** Calls, newest first, fifty at a time. */
export const callPagesQuery = (search: CallsSearch) => {
  const wanted = callsWanted(search)
  return pagesQuery([topics.calls, 'pages', wanted], (page, signal) =>
    unwrap(client.GET('/api/v1/calls', { params: { query: { limit: 50, ...wanted, ...page } }, signal })),
  )
}
