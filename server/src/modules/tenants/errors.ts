import { defineErrors } from '../../platform/errors/app-error.ts'

export const tenantErrors = defineErrors({
  slugTaken: {
    code: 'tenants/slug-taken',
    status: 409,
    title: 'A business with this short name exists already.',
  },
  unknownLocation: { code: 'tenants/unknown-location', status: 404, title: 'There is no such location.' },
  badTransferHours: {
    code: 'tenants/bad-transfer-hours',
    status: 422,
    title: 'The hours in which callers are put through are not valid.',
  },
})
