import { defineErrors } from '../../platform/errors/app-error.ts'

export const calendarErrors = defineErrors({
  unknownConnection: {
    code: 'calendars/unknown-connection',
    status: 404,
    title: 'There is no such connection to a calendar.',
  },
  notOfCalcom: {
    code: 'calendars/not-of-calcom',
    status: 422,
    title: 'Only Cal.com can be asked for this.',
  },
  stalePreview: {
    code: 'calendars/stale-preview',
    status: 409,
    title: 'What is there or here was changed since it was compared. Look at it again.',
  },
  unknownLink: { code: 'calendars/unknown-link', status: 404, title: 'There is no such link to a calendar.' },
  unknownEntry: {
    code: 'calendars/unknown-entry',
    status: 404,
    title: 'There is no such appointment in a calendar.',
  },
  unknownConflict: { code: 'calendars/unknown-conflict', status: 404, title: 'There is no such conflict.' },
  unknownFeed: { code: 'calendars/unknown-feed', status: 404, title: 'There is no such feed.' },
  notConfigured: {
    code: 'calendars/not-configured',
    status: 409,
    title: 'This installation is not configured for this provider.',
  },
  noConsent: {
    code: 'calendars/no-consent',
    status: 409,
    title: 'This provider is not logged in to by consent.',
  },
  notConnected: {
    code: 'calendars/not-connected',
    status: 409,
    title: 'Nobody has logged in at the provider with this connection, or it is switched off.',
  },
  accessRefused: {
    code: 'calendars/access-refused',
    status: 409,
    title: 'The provider does not accept the access. Connect anew.',
  },
  noAnswer: { code: 'calendars/no-answer', status: 502, title: 'The provider gave no usable answer.' },
  unknownTarget: {
    code: 'calendars/unknown-target',
    status: 422,
    title: 'The provider has no such calendar or event type.',
  },
  unfitTarget: {
    code: 'calendars/unfit-target',
    status: 422,
    title: 'Appointments could not be booked there as it is set up.',
  },
  readOnlyTarget: {
    code: 'calendars/read-only-target',
    status: 422,
    title: 'Appointments cannot be written there.',
  },
  unknownOwner: {
    code: 'calendars/unknown-owner',
    status: 422,
    title: 'Nobody who works here, and no room and no service, has this id.',
  },
  linkExists: { code: 'calendars/link-exists', status: 409, title: 'This is linked already.' },
  settled: { code: 'calendars/conflict-settled', status: 409, title: 'Somebody settled this before.' },
  cannotFollow: {
    code: 'calendars/cannot-follow',
    status: 409,
    title: 'The appointment cannot be had as it stands in the other calendar.',
  },
  notToSettleSo: {
    code: 'calendars/not-to-settle-so',
    status: 422,
    title: 'This conflict cannot be settled in this way.',
  },
  nothingToRetry: {
    code: 'calendars/nothing-to-retry',
    status: 409,
    title: 'Both sides agree, or somebody has to decide first.',
  },
})
