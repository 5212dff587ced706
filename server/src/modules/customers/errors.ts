import { defineErrors } from '../../platform/errors/app-error.ts'

export const customerErrors = defineErrors({
  unknown: { code: 'customers/unknown', status: 404, title: 'There is no such customer.' },
  badPhone: { code: 'customers/bad-phone', status: 422, title: 'This is not a phone number.' },
  badDate: { code: 'customers/bad-date', status: 422, title: 'This is not a date of birth.' },
  unknownTier: { code: 'customers/unknown-tier', status: 404, title: 'There is no such tier.' },
  tierNameTaken: { code: 'customers/tier-name-taken', status: 409, title: 'A tier has this name already.' },
  sameCustomer: {
    code: 'customers/same-customer',
    status: 422,
    title: 'A customer cannot be merged into themselves.',
  },
  alreadyMerged: {
    code: 'customers/already-merged',
    status: 409,
    title: 'One of the two was merged already.',
  },
  keepsOthers: {
    code: 'customers/keeps-others',
    status: 409,
    title: 'Others were merged into this record. Keep it, and merge the other one into it.',
  },
  unknownMerge: { code: 'customers/unknown-merge', status: 404, title: 'There is no such merge.' },
  undoneBefore: { code: 'customers/merge-undone', status: 409, title: 'This merge was undone already.' },
  badCsv: { code: 'customers/bad-csv', status: 422, title: 'The file cannot be read as customers.' },
  tooManyLines: {
    code: 'customers/too-many-lines',
    status: 422,
    title: 'The file has more than 10,000 lines. Send it in parts.',
  },
  tooManyCustomers: {
    code: 'customers/too-many-customers',
    status: 422,
    title: 'There are more customers than one file may have. Read them by pages.',
  },
})
