import { defineErrors } from '../../platform/errors/app-error.ts'

export const tenantErrors = defineErrors({
  slugTaken: {
    code: 'tenants/slug-taken',
    status: 409,
    title: 'A business with this short name exists already.',
  },
  unknown: { code: 'tenants/unknown', status: 404, title: 'There is no business with this short name.' },
})
