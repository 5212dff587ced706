import type { QueryKey } from '@tanstack/react-query'
import { topics } from './queries.ts'

export const liveEventNames = [
  'call',
  'appointment',
  'message',
  'callback-request',
  'job',
  'inbox-event',
  'waitlist',
  'receptionist',
  'calendar',
] as const
export type LiveEvent = { name: (typeof liveEventNames)[number]; id: string; callId: string | null }

/** Whether what the query under this key shows may have changed by the event. */
export const touchedBy = (event: LiveEvent, [topic, part, id]: QueryKey): boolean => {
  // Whatever happens may have been caused by the request that is looked at, and is done by jobs.
  if (topic === topics.requests || topic === topics.jobs) return true
  if (topic === topics.calls && part === 'one') return id === callOf(event)
  switch (event.name) {
    case 'call':
      return topic === topics.calls || topic === topics.wishes || (topic === topics.inbox && part === 'pages')
    case 'appointment':
      return isAboutBookings(topic) || (topic === topics.appointments && (part !== 'one' || id === event.id))
    case 'calendar':
      return isAboutTime(topic) || topic === topics.catalogue
    case 'callback-request':
      return topic === topics.callbackRequests
    case 'waitlist':
      return topic === topics.waitlist
    case 'message':
    case 'job':
      return false
    case 'receptionist':
      return topic === topics.receptionist
    case 'inbox-event':
      return topic === topics.inbox && (part !== 'one' || id === event.id)
    default:
      return event.name satisfies never
  }
}

const isAboutTime = (topic: unknown) =>
  topic === topics.calendar || topic === topics.slots || topic === topics.connected

const isAboutBookings = (topic: unknown) => isAboutTime(topic) || topic === topics.customers

const callOf = (event: LiveEvent) => (event.name === 'call' ? event.id : event.callId)
