import { defineErrors } from './app-error.ts'

/** Failures that no single module owns. */
export const platformErrors = defineErrors({
  internal: { code: 'platform/internal', status: 500, title: 'Something broke on our side.' },
  notFound: { code: 'platform/not-found', status: 404, title: 'There is nothing at this address.' },
  invalidRequest: { code: 'platform/invalid-request', status: 400, title: 'The request is not valid.' },
  malformedBody: { code: 'platform/malformed-body', status: 400, title: 'The body is not valid JSON.' },
  bodyTooLarge: { code: 'platform/body-too-large', status: 413, title: 'The body is too large.' },
  unsupportedMediaType: {
    code: 'platform/unsupported-media-type',
    status: 415,
    title: 'Send the body as application/json.',
  },
  exportTooLong: {
    code: 'platform/export-too-long',
    status: 422,
    title: 'These are more rows than one file may have. Ask for fewer.',
  },
  malformedRequest: {
    code: 'platform/malformed-request',
    status: 400,
    title: 'This is not an HTTP request.',
  },
  requestTimeout: {
    code: 'platform/request-timeout',
    status: 408,
    title: 'The request took too long to arrive.',
  },
  headersTooLarge: { code: 'platform/headers-too-large', status: 431, title: 'The headers are too large.' },
  tooManyRequests: {
    code: 'platform/too-many-requests',
    status: 429,
    title: 'Too many requests. Wait before the next.',
    spoken: {
      de: 'Einen Moment bitte, das waren sehr viele Anfragen auf einmal.',
      en: 'One moment please, that was a lot at once.',
    },
  },
  overloaded: {
    code: 'platform/overloaded',
    status: 503,
    title: 'Too much to do at the moment. Please try again shortly.',
  },
  unavailable: {
    code: 'platform/unavailable',
    status: 503,
    title: 'Not ready yet. Please try again shortly.',
  },
  staleVersion: {
    code: 'platform/stale-version',
    status: 409,
    title: 'Somebody changed this meanwhile. Read it again.',
  },
  idempotencyKeyReused: {
    code: 'platform/idempotency-key-reused',
    status: 422,
    title: 'This Idempotency-Key was used with another body.',
  },
})
