import { defineErrors } from '../errors/app-error.ts'

export const accessErrors = defineErrors({
  notAuthenticated: {
    code: 'access/not-authenticated',
    status: 401,
    title: 'Send a valid API key (Authorization: Bearer …) or log in.',
  },
  notAllowed: { code: 'access/not-allowed', status: 403, title: 'You may not do this.' },
  csrf: { code: 'access/csrf', status: 403, title: 'The page is out of date. Reload it and try again.' },
  foreignPage: {
    code: 'access/foreign-page',
    status: 403,
    title: 'The request came from a page of somebody else.',
  },
  badSignature: {
    code: 'access/bad-signature',
    status: 401,
    title: 'The signature is missing, wrong, or too old.',
  },
})
