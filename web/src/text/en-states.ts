import type { Words } from './de.ts'
import type { deStates } from './de-states.ts'

export const enStates = {
  outcome: {
    booked: 'Booked',
    moved: 'Rescheduled',
    cancelled: 'Cancelled',
    waitlist: 'Waiting list',
    callback: 'Callback',
    transferred: 'Transferred',
    answered: 'Question answered',
    wish: 'Requested time',
    emergency: 'Emergency',
    abandoned: 'No outcome',
    failed: 'Failed',
  },

  callState: {
    ongoing: 'In progress',
    ended: 'Ended',
    not_connected: 'Not connected',
    failed: 'Dropped',
  },

  appointmentState: {
    confirmed: 'Confirmed',
    requested: 'Requested',
    checked_in: 'Checked in',
    completed: 'Completed',
    cancelled: 'Cancelled',
    no_show: 'No-show',
  },

  source: {
    phone: 'Phone',
    web: 'Online',
    api: 'API',
    staff: 'Team',
  },

  messageState: {
    queued: 'Queued',
    sent: 'Sent',
    failed: 'Failed',
    not_configured: 'Sending not set up',
    no_address: 'No address',
    not_allowed: 'Not allowed',
    superseded: 'Out of date',
  },

  messageReason: {
    corrections_off: 'Corrections to callers are switched off (settings).',
    number_withheld: 'The number was withheld.',
    caller_unknown: 'Nobody is known under this number.',
    several_callers: 'Several people are known under this number; who called is not certain.',
    no_email: 'No email address of this person is known.',
  },

  channel: { email: 'Email', sms: 'SMS', whatsapp: 'WhatsApp', push: 'Push' },

  provider: { retell: 'Phone (Retell)', browser: 'Browser (test)' },

  disconnection: {
    user_hangup: 'Caller hung up',
    agent_hangup: 'Receptionist said goodbye',
    call_transfer: 'Transfer',
    inactivity: 'Silence',
    voicemail_reached: 'Voicemail',
    max_duration_reached: 'Maximum duration reached',
    dial_no_answer: 'No answer',
    dial_busy: 'Busy',
    dial_failed: 'Could not be dialled',
  },
} satisfies Pick<Words, keyof typeof deStates>
