import { defineErrors } from '../../platform/errors/app-error.ts'

export const reportingErrors = defineErrors({
  unknownRequest: {
    code: 'reporting/unknown-request',
    status: 404,
    title: 'Nothing in this business carries this request id.',
  },
  wordsNotKept: {
    code: 'reporting/words-not-kept',
    status: 409,
    title: 'What was said in this call was not kept, so that it cannot be said again.',
  },
  noWorld: {
    code: 'reporting/no-world',
    status: 409,
    title: 'Only calls of the demo businesses can be held again: a simulation makes no other.',
  },
  badPeriod: {
    code: 'reporting/bad-period',
    status: 400,
    title: 'No report has this period.',
  },
  unknownPart: {
    code: 'reporting/unknown-part',
    status: 404,
    title: 'No person or location of this business has this id.',
  },
})
