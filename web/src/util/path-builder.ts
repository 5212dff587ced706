import type { CallLanguage, CallOutcome, InboxState, JobState } from '../api/contract.ts'
import type { LocalDate } from './local-date.ts'

/** What the calendar shows: which days, whose, and whether people or rooms. What is left out is the usual. */
export type CalendarSearch = {
  view?: CalendarView | undefined
  day?: LocalDate | undefined
  who?: string | undefined
  by?: 'rooms' | undefined
  start?: CalendarStart | undefined
}
/** Which calls are shown; what is left out is any. */
export type CallsSearch = {
  q?: string | undefined
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  outcome?: CallOutcome | undefined
  language?: CallLanguage | undefined
  claims?: 'ghost' | undefined
}
/** What a report is of; days left out, the last four weeks; people and places left out, all. */
export type ReportSearch = {
  from?: LocalDate | undefined
  to?: LocalDate | undefined
  staff?: string | undefined
  location?: string | undefined
}
export const catalogueTabs = ['services', 'team', 'matrix', 'rooms', 'hours', 'closed'] as const
export type CatalogueTab = (typeof catalogueTabs)[number]
/** How a login at another provider ended, as the server leads back. */
export const consentEnds = ['given', 'refused', 'failed', 'expired'] as const
export type ConsentEnd = (typeof consentEnds)[number]
export const calendarStarts = ['book', 'block', 'explain'] as const
export type CalendarStart = (typeof calendarStarts)[number]
export const calendarViews = ['day', 'week', 'month'] as const
export type CalendarView = (typeof calendarViews)[number]

/**
 * Every place of this application, as what a link needs: `<Link {...pb.call(id)}>`. The site map checks each at
 * compile time, the test beside this file each against the running router. Nothing else may write an address.
 */
export const pb = {
  login: () => ({ to: '/login' }) as const,
  /** The login that leads back to where someone was. */
  loginFor: (next: string) => ({ to: '/login', search: next === '/' ? {} : { next } }) as const,
  forgotten: () => ({ to: '/forgotten' }) as const,
  newPassword: () => ({ to: '/new-password' }) as const,
  verified: () => ({ to: '/verified' }) as const,
  invitation: () => ({ to: '/invitation' }) as const,
  own: () => ({ to: '/own' }) as const,
  people: () => ({ to: '/people' }) as const,
  keys: () => ({ to: '/keys' }) as const,
  businesses: () => ({ to: '/businesses' }) as const,
  audit: () => ({ to: '/audit' }) as const,
  auditAbout: (q: string, only?: 'logins') =>
    ({ to: '/audit', search: { ...(q !== '' && { q }), ...(only && { only }) } }) as const,
  today: () => ({ to: '/' }) as const,
  testCall: () => ({ to: '/test-call', search: {} }) as const,
  recordedCall: (played?: string) =>
    ({ to: '/test-call', search: { tab: 'recorded', ...(played && { played }) } }) as const,
  calls: () => ({ to: '/calls', search: {} }) as const,
  callsWith: (search: CallsSearch) => ({ to: '/calls', search }) as const,
  call: (callId: string) => ({ to: '/calls/$callId', params: { callId } }) as const,
  appointments: () => ({ to: '/appointments', search: {} }) as const,
  appointmentsOn: (day: LocalDate) => ({ to: '/appointments', search: { day } }) as const,
  calendar: () => ({ to: '/calendar', search: {} }) as const,
  calendarAt: (search: CalendarSearch) => ({ to: '/calendar', search }) as const,
  /** With what somebody means to do already open. */
  calendarStarting: (start: CalendarStart) => ({ to: '/calendar', search: { start } }) as const,
  customers: () => ({ to: '/customers', search: {} }) as const,
  customersWith: (words: string) => ({ to: '/customers', search: words === '' ? {} : { q: words } }) as const,
  customer: (customerId: string) => ({ to: '/customers/$customerId', params: { customerId } }) as const,
  open: () => ({ to: '/open' }) as const,
  reports: () => ({ to: '/reports', search: {} }) as const,
  reportsOf: (search: ReportSearch) => ({ to: '/reports', search }) as const,
  connected: () => ({ to: '/calendars', search: {} }) as const,
  /** What Cal.com has beside what the business has. */
  calendarImport: (connectionId: string) =>
    ({ to: '/calendars/$connectionId/import', params: { connectionId } }) as const,
  settings: () => ({ to: '/settings' }) as const,
  more: () => ({ to: '/more' }) as const,
  catalogue: () => ({ to: '/catalogue', search: {} }) as const,
  catalogueOf: (tab: CatalogueTab) => ({ to: '/catalogue', search: { tab } }) as const,
  jobs: () => ({ to: '/jobs', search: {} }) as const,
  jobsIn: (state: JobState) => ({ to: '/jobs', search: { state } }) as const,
  inbox: () => ({ to: '/inbox', search: {} }) as const,
  inboxIn: (state: InboxState) => ({ to: '/inbox', search: { state } }) as const,
  inboxEvent: (eventId: string) => ({ to: '/inbox/$eventId', params: { eventId } }) as const,
  receptionist: () => ({ to: '/receptionist' }) as const,
  receptionistVersion: (versionId: string) =>
    ({ to: '/receptionist/$versionId', params: { versionId } }) as const,
  requests: () => ({ to: '/requests' }) as const,
  request: (requestId: string) => ({ to: '/requests/$requestId', params: { requestId } }) as const,
  appointment: (appointmentId: string) =>
    ({ to: '/appointments/$appointmentId', params: { appointmentId } }) as const,
}
