import { defineErrors } from '../../platform/errors/app-error.ts'
import { MOST_OCCURRENCES } from './domain/series-rule.ts'

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
  closed: {
    code: 'scheduling/closed',
    status: 409,
    title: 'Nobody is there at this time.',
    spoken: {
      de: 'Zu dieser Zeit haben wir leider geschlossen.',
      en: 'I am afraid we are closed at that time.',
    },
  },
  startPassed: {
    code: 'scheduling/start-passed',
    status: 422,
    title: 'This time has passed.',
    spoken: {
      de: 'Diese Zeit ist schon vorbei. Wann danach passt es Ihnen?',
      en: 'That time has already passed. When after that would suit you?',
    },
  },
  beyondHorizon: {
    code: 'scheduling/beyond-horizon',
    status: 422,
    title: 'The calendar is not open that far ahead.',
    spoken: {
      de: 'So weit im Voraus ist der Kalender noch nicht offen.',
      en: 'The calendar is not open that far ahead yet.',
    },
  },
  serviceGone: {
    code: 'scheduling/service-gone',
    status: 409,
    title: 'This service is no longer offered.',
    spoken: {
      de: 'Diese Leistung bieten wir leider nicht mehr an.',
      en: 'I am afraid we no longer offer that service.',
    },
  },
  tooManyHolds: {
    code: 'scheduling/too-many-holds',
    status: 409,
    title: 'This holder keeps three slots already. Release or book one first.',
    spoken: {
      de: 'Ich halte Ihnen schon drei Termine frei. Welchen davon möchten Sie nehmen?',
      en: 'I am already keeping three appointments for you. Which of them would you like?',
    },
  },
  heldTooLong: {
    code: 'scheduling/held-too-long',
    status: 409,
    title: 'This slot has been kept for half an hour. Book it, or let it go.',
    spoken: {
      de: 'Länger kann ich Ihnen diesen Termin leider nicht freihalten. Möchten Sie ihn nehmen?',
      en: 'I am afraid I cannot keep that appointment any longer. Would you like to take it?',
    },
  },
  unknownHold: { code: 'scheduling/unknown-hold', status: 404, title: 'There is no such hold.' },
  unknownService: {
    code: 'scheduling/unknown-service',
    status: 404,
    title: 'There is no such service.',
    spoken: { de: 'Diese Leistung bieten wir leider nicht an.', en: 'I am afraid we do not offer that.' },
  },
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
  badRange: {
    code: 'scheduling/bad-range',
    status: 422,
    title: 'The range of time is not valid.',
    spoken: {
      de: 'Das Ende liegt vor dem Anfang. Von wann bis wann meinen Sie?',
      en: 'That ends before it begins. From when until when do you mean?',
    },
  },
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
  unknownWaitlistEntry: {
    code: 'scheduling/unknown-waitlist-entry',
    status: 404,
    title: 'Nobody of this id waits.',
  },
  unknownWaitlistOffer: {
    code: 'scheduling/unknown-waitlist-offer',
    status: 404,
    title: 'There is no such offer.',
  },
  offerOver: {
    code: 'scheduling/offer-over',
    status: 409,
    title: 'This offer was answered, taken back or has run out.',
    spoken: {
      de: 'Dieses Angebot gilt leider nicht mehr. Sobald wieder etwas frei wird, melden wir uns.',
      en: 'I am afraid that offer no longer stands. We will be in touch as soon as something becomes free.',
    },
  },
  notWaiting: {
    code: 'scheduling/not-waiting',
    status: 409,
    title: 'This entry of the waitlist has ended already.',
  },
  unknownGroup: {
    code: 'scheduling/unknown-group',
    status: 404,
    title: 'No appointments were booked together under this id.',
  },
  unknownSeries: { code: 'scheduling/unknown-series', status: 404, title: 'There is no such series.' },
  badRecurrence: {
    code: 'scheduling/bad-recurrence',
    status: 422,
    title: 'This is not a rule for a series.',
    spoken: {
      de: 'Wie sich das wiederholen soll, habe ich nicht verstanden. In welchem Abstand möchten Sie kommen?',
      en: 'I did not understand how that repeats. How often would you like to come?',
    },
  },
  seriesTooLong: {
    code: 'scheduling/series-too-long',
    status: 422,
    title: `A series has an end and at most ${MOST_OCCURRENCES} appointments.`,
    spoken: {
      de: `Eine Serie kann höchstens ${MOST_OCCURRENCES} Termine haben. Wie oft möchten Sie kommen?`,
      en: `A series can have at most ${MOST_OCCURRENCES} appointments. How many times would you like to come?`,
    },
  },
  unknownOccurrence: {
    code: 'scheduling/unknown-occurrence',
    status: 422,
    title: 'The rule of the series has no such start.',
  },
  seriesConflicts: {
    code: 'scheduling/series-conflicts',
    status: 409,
    title: 'Not all dates of the series can be had.',
    spoken: {
      de: 'Nicht alle diese Termine sind zu haben.',
      en: 'Not all of these appointments can be had.',
    },
  },
  seriesOver: {
    code: 'scheduling/series-over',
    status: 409,
    title: 'None of these appointments can be changed any more.',
  },
  unknownPolicy: { code: 'scheduling/unknown-policy', status: 404, title: 'There is no such policy.' },
  unknownScope: {
    code: 'scheduling/unknown-scope',
    status: 422,
    title: 'There is no such place, service or person for a policy.',
  },
})
