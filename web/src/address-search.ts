import type { AuditWish } from './api/audit-queries.ts'
import { callLanguages, callOutcomes } from './api/call-queries.ts'
import type { InboxState, JobState } from './api/contract.ts'
import { isInboxState } from './api/inbox-queries.ts'
import { isJobState } from './api/job-queries.ts'
import { isLocalDate, type LocalDate } from './util/local-date.ts'
import {
  type CalendarSearch,
  type CallsSearch,
  type CatalogueTab,
  type ConsentEnd,
  calendarStarts,
  calendarViews,
  catalogueTabs,
  consentEnds,
  type ReportSearch,
} from './util/path-builder.ts'

/** What somebody typed behind the question mark of an address. */
type Typed = Record<string, unknown>

/**
 * What an address says besides its page. The key of a value that is none is there and undefined: the router lays this
 * over the address as it was typed, and a key left out would let the typed value through.
 */
export type Search<Key extends string, Value> = { [K in Key]?: Value | undefined }

export const appointmentsSearch = ({ day }: Typed): Search<'day', LocalDate> => ({
  day: isLocalDate(day) ? day : undefined,
})

export const calendarSearch = ({ view, day, who, by, start }: Typed): CalendarSearch => ({
  view: calendarViews.find(known => known === view),
  day: isLocalDate(day) ? day : undefined,
  who: typeof who === 'string' ? who : undefined,
  by: by === 'rooms' ? by : undefined,
  start: calendarStarts.find(known => known === start),
})

export const customersSearch = ({ q }: Typed): Search<'q', string> => ({
  // The router reads a word of digits as a number.
  q: typeof q === 'string' || typeof q === 'number' ? String(q) : undefined,
})

export const auditSearch = ({ q, only }: Typed): AuditWish => ({
  q: typeof q === 'string' && q !== '' ? q.slice(0, 100) : undefined,
  only: only === 'logins' ? only : undefined,
})

export const callsSearch = ({ q, from, to, outcome, language, claims }: Typed): CallsSearch => ({
  // The router reads a word of digits as a number.
  q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 100) : undefined,
  from: isLocalDate(from) ? from : undefined,
  to: isLocalDate(to) ? to : undefined,
  outcome: callOutcomes.find(known => known === outcome),
  language: callLanguages.find(known => known === language),
  claims: claims === 'ghost' ? claims : undefined,
})

export const catalogueSearch = ({ tab }: Typed): Search<'tab', CatalogueTab> => ({
  tab: catalogueTabs.find(known => known === tab),
})

export const reportSearch = ({ from, to, staff, location }: Typed): ReportSearch => ({
  ...(isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : { from: undefined, to: undefined }),
  staff: isId(staff) ? staff : undefined,
  location: isId(location) ? location : undefined,
})

const isId = (typed: unknown): typed is string => typeof typed === 'string' && /^[0-9a-f-]{36}$/i.test(typed)

export const connectedSearch = ({ consent }: Typed): Search<'consent', ConsentEnd> => ({
  consent: consentEnds.find(known => known === consent),
})

export const jobsSearch = ({ state }: Typed): Search<'state', JobState> => ({
  state: isJobState(state) ? state : undefined,
})

export const inboxSearch = ({ state }: Typed): Search<'state', InboxState> => ({
  state: isInboxState(state) ? state : undefined,
})
