import { defineErrors } from '../../platform/errors/app-error.ts'

export const catalogueErrors = defineErrors({
  unknownStaff: { code: 'catalogue/unknown-staff', status: 404, title: 'Nobody with this id works here.' },
  unknownResource: {
    code: 'catalogue/unknown-resource',
    status: 404,
    title: 'There is no staff member, room or device with this id.',
  },
  badRepetition: {
    code: 'catalogue/bad-repetition',
    status: 422,
    title: 'This does not say when blocked time comes again.',
  },
  unknownCollision: {
    code: 'catalogue/unknown-collision',
    status: 404,
    title: 'There is no such collision.',
  },
  unknownClosure: { code: 'catalogue/unknown-closure', status: 404, title: 'There is no such closure.' },
  unknownException: {
    code: 'catalogue/unknown-exception',
    status: 404,
    title: 'There is no such exception to the hours.',
  },
  exceptionExists: {
    code: 'catalogue/exception-exists',
    status: 409,
    title: 'There is an exception for this date already.',
  },
  unknownAbsence: { code: 'catalogue/unknown-absence', status: 404, title: 'There is no such absence.' },
  unknownService: {
    code: 'catalogue/unknown-service',
    status: 422,
    title: 'At least one of the services does not exist.',
  },
  noService: { code: 'catalogue/no-service', status: 404, title: 'There is no such service.' },
  nameTaken: {
    code: 'catalogue/name-taken',
    status: 409,
    title: 'Somebody or something of this location has this name already.',
  },
  serviceNameTaken: {
    code: 'catalogue/service-name-taken',
    status: 409,
    title: 'A service of this business has this name already, perhaps one that is archived.',
  },
  serviceTooLong: {
    code: 'catalogue/service-too-long',
    status: 422,
    title: 'A service takes a day at most.',
  },
  badService: {
    code: 'catalogue/bad-service',
    status: 422,
    title: 'The parts of this service contradict each other.',
  },
  hoursOverlap: {
    code: 'catalogue/hours-overlap',
    status: 422,
    title: 'Two windows of a week overlap.',
  },
  periodTwice: {
    code: 'catalogue/period-twice',
    status: 422,
    title: 'Two periods of these hours begin on the same date.',
  },
  badRange: { code: 'catalogue/bad-range', status: 422, title: 'The range of time is not valid.' },
})
