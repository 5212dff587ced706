/** What can be linked of an account: one of its event types, all its bookings, or a calendar that is connected there. */
export type CalcomTarget =
  | { readonly kind: 'event_type'; readonly id: number }
  | { readonly kind: 'account' }
  | { readonly kind: 'calendar'; readonly credential: number; readonly calendar: string }

export function targetId(target: CalcomTarget): string {
  switch (target.kind) {
    case 'event_type':
      return `event_type/${target.id}`
    case 'account':
      return 'account'
    case 'calendar':
      return `calendar/${target.credential}/${target.calendar}`
    default:
      return target satisfies never
  }
}

/** Null for what never was a target of ours. */
export function parseTarget(text: string): CalcomTarget | null {
  if (text === 'account') return { kind: 'account' }
  const [, id] = /^event_type\/(\d{1,12})$/.exec(text) ?? []
  if (id !== undefined) return { kind: 'event_type', id: Number(id) }
  const [, credential, calendar] = /^calendar\/(\d{1,12})\/(.+)$/.exec(text) ?? []
  if (credential === undefined || calendar === undefined) return null
  return { kind: 'calendar', credential: Number(credential), calendar }
}
