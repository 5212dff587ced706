import { defineErrors } from '../../platform/errors/app-error.ts'

export const callErrors = defineErrors({
  unknownCallback: {
    code: 'calls/unknown-callback-request',
    status: 404,
    title: 'There is no such callback request.',
  },
  unknown: { code: 'calls/unknown', status: 404, title: 'There is no such call.' },
})
