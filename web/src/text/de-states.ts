import type {
  AppointmentSource,
  AppointmentState,
  CallOutcome,
  CallState,
  MessageState,
} from '../api/contract.ts'

/** One German word per state of the contract; a new state does not compile until it has its word. */
export const deStates = {
  outcome: {
    booked: 'Gebucht',
    moved: 'Verschoben',
    cancelled: 'Abgesagt',
    waitlist: 'Warteliste',
    callback: 'Rückruf',
    transferred: 'Weitergeleitet',
    answered: 'Auskunft',
    wish: 'Terminwunsch',
    emergency: 'Notfall',
    abandoned: 'Ohne Ergebnis',
    failed: 'Fehlgeschlagen',
  } satisfies Record<CallOutcome, string>,

  callState: {
    ongoing: 'Läuft',
    ended: 'Beendet',
    not_connected: 'Nicht verbunden',
    failed: 'Abgebrochen',
  } satisfies Record<CallState, string>,

  appointmentState: {
    confirmed: 'Bestätigt',
    requested: 'Angefragt',
    checked_in: 'Ist da',
    completed: 'Erledigt',
    cancelled: 'Abgesagt',
    no_show: 'Nicht erschienen',
  } satisfies Record<AppointmentState, string>,

  source: {
    phone: 'Telefon',
    web: 'Online',
    api: 'Schnittstelle',
    staff: 'Team',
  } satisfies Record<AppointmentSource, string>,

  messageState: {
    queued: 'Wartet',
    sent: 'Gesendet',
    failed: 'Fehlgeschlagen',
    not_configured: 'Versand nicht eingerichtet',
    no_address: 'Keine Adresse',
    not_allowed: 'Nicht erlaubt',
    superseded: 'Überholt',
  } satisfies Record<MessageState, string>,

  messageReason: {
    corrections_off: 'Richtigstellungen an Anrufer sind ausgeschaltet (Einstellungen).',
    number_withheld: 'Die Nummer war unterdrückt.',
    caller_unknown: 'Unter dieser Nummer ist niemand bekannt.',
    several_callers: 'Unter dieser Nummer sind mehrere bekannt; wer anrief, ist nicht sicher.',
    no_email: 'Von dieser Person ist keine E-Mail-Adresse bekannt.',
  },

  channel: { email: 'E-Mail', sms: 'SMS', whatsapp: 'WhatsApp', push: 'Push' },

  provider: { retell: 'Telefon (Retell)', browser: 'Browser (Test)' },

  disconnection: {
    user_hangup: 'Anrufer hat aufgelegt',
    agent_hangup: 'Empfang hat verabschiedet',
    call_transfer: 'Weiterleitung',
    inactivity: 'Stille',
    voicemail_reached: 'Anrufbeantworter',
    max_duration_reached: 'Höchstdauer erreicht',
    dial_no_answer: 'Niemand hat abgenommen',
    dial_busy: 'Besetzt',
    dial_failed: 'Anwahl fehlgeschlagen',
  },
}
