import { defineErrors } from '../../platform/errors/app-error.ts'

export const callErrors = defineErrors({
  unknownCallback: {
    code: 'calls/unknown-callback-request',
    status: 404,
    title: 'There is no such callback request.',
  },
  unknownAssignee: {
    code: 'calls/unknown-assignee',
    status: 422,
    title: 'Nobody who works here has this id.',
  },
  unknownWish: { code: 'calls/unknown-wish', status: 404, title: 'There is no such wish.' },
  unknown: { code: 'calls/unknown', status: 404, title: 'There is no such call.' },
})
