import type { LocalDate } from './local-date.ts'

/**
 * Every place of this application, as what a link needs: `<Link {...pb.call(id)}>`. The site map checks each at
 * compile time, the test beside this file each against the running router. Nothing else may write an address.
 */
export const pb = {
  login: () => ({ to: '/login' }) as const,
  /** The login that leads back to where someone was. */
  loginFor: (next: string) => ({ to: '/login', search: next === '/' ? {} : { next } }) as const,
  today: () => ({ to: '/' }) as const,
  testCall: () => ({ to: '/test-call', search: {} }) as const,
  recordedCall: (played?: string) =>
    ({ to: '/test-call', search: { tab: 'recorded', ...(played && { played }) } }) as const,
  calls: () => ({ to: '/calls' }) as const,
  call: (callId: string) => ({ to: '/calls/$callId', params: { callId } }) as const,
  appointments: () => ({ to: '/appointments', search: {} }) as const,
  appointmentsOn: (day: LocalDate) => ({ to: '/appointments', search: { day } }) as const,
  appointment: (appointmentId: string) =>
    ({ to: '/appointments/$appointmentId', params: { appointmentId } }) as const,
}
