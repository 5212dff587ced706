/** Who waits for it: a caller on the line comes before a message, a message before a report. */
export type Priority = 'live' | 'messages' | 'sync' | 'reports'

/** The queue takes smaller numbers first. */
export const PRIORITY: Readonly<Record<Priority, number>> = { live: -20, messages: 0, sync: 10, reports: 20 }
