import { defineErrors } from '../../platform/errors/app-error.ts'

export const tenantErrors = defineErrors({
  slugTaken: {
    code: 'tenants/slug-taken',
    status: 409,
    title: 'A business with this short name exists already.',
  },
})
