import { defineErrors } from '../../platform/errors/app-error.ts'

export const callErrors = defineErrors({
  unknown: { code: 'calls/unknown', status: 404, title: 'There is no such call.' },
})
