import { defineErrors } from '../../platform/errors/app-error.ts'

export const reportingErrors = defineErrors({
  unknownRequest: {
    code: 'reporting/unknown-request',
    status: 404,
    title: 'Nothing in this business carries this request id.',
  },
})
