import { defineErrors } from '../../platform/errors/app-error.ts'

export const customerErrors = defineErrors({
  unknown: { code: 'customers/unknown', status: 404, title: 'There is no such customer.' },
  badPhone: { code: 'customers/bad-phone', status: 422, title: 'This is not a phone number.' },
})
