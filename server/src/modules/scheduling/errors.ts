import { defineErrors } from '../../platform/errors/app-error.ts'

export const schedulingErrors = defineErrors({
  slotTaken: {
    code: 'scheduling/slot-taken',
    status: 409,
    title: 'This time is no longer free.',
    spoken: { de: 'Dieser Termin ist leider gerade vergeben worden.', en: 'That time has just been taken.' },
  },
  slotExpired: {
    code: 'scheduling/slot-expired',
    status: 409,
    title: 'This offer has expired. Ask for free times again.',
    spoken: {
      de: 'Dieses Angebot ist leider abgelaufen. Ich schaue gern noch einmal nach.',
      en: 'That offer has expired. Let me check again.',
    },
  },
  invalidToken: {
    code: 'scheduling/invalid-token',
    status: 422,
    title: 'This is not a slot token of yours.',
    spoken: {
      de: 'Diesen Termin finde ich nicht. Ich schaue gern noch einmal nach freien Zeiten.',
      en: 'I cannot find that time. Let me look for free times again.',
    },
  },
  unknownService: { code: 'scheduling/unknown-service', status: 404, title: 'There is no such service.' },
  ambiguousService: {
    code: 'scheduling/ambiguous-service',
    status: 422,
    title: 'Several services fit this name.',
  },
  unknownStaff: {
    code: 'scheduling/unknown-staff',
    status: 404,
    title: 'Nobody of this name or id works here.',
  },
  badRange: { code: 'scheduling/bad-range', status: 422, title: 'The range of time is not valid.' },
  unknownAppointment: {
    code: 'scheduling/unknown-appointment',
    status: 404,
    title: 'There is no such appointment.',
  },
  otherService: {
    code: 'scheduling/other-service',
    status: 422,
    title: 'This slot is for another service than the appointment.',
  },
  feeDue: {
    code: 'scheduling/fee-due',
    status: 409,
    title: 'This costs a fee that nobody has agreed to yet.',
  },
  notAllowed: {
    code: 'scheduling/not-allowed',
    status: 409,
    title: 'The rules of the business do not allow this now.',
  },
  wrongState: {
    code: 'scheduling/wrong-state',
    status: 409,
    title: 'This does not follow from the state of the appointment.',
  },
  nothingToUndo: {
    code: 'scheduling/nothing-to-undo',
    status: 409,
    title: 'There is no change that can still be taken back.',
  },
  placeTaken: {
    code: 'scheduling/place-taken',
    status: 409,
    title: 'The place of the appointment is no longer free.',
  },
  unknownPolicy: { code: 'scheduling/unknown-policy', status: 404, title: 'There is no such policy.' },
  unknownScope: {
    code: 'scheduling/unknown-scope',
    status: 422,
    title: 'There is no such place, service or person for a policy.',
  },
})
