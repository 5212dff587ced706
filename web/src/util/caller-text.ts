import type { CallSummary } from '../api/contract.ts'
import { words } from '../text/words.ts'
import { phoneText } from './phone-text.ts'

/** Who is calling: the customer's name, else the number, else that it is withheld. */
export const callerText = (call: Pick<CallSummary, 'customer' | 'from'>): string =>
  call.customer?.name ?? fromText(call.from)

export const fromText = (from: string | null): string =>
  from === null ? words.calls.withheld : phoneText(from)

/** What stands below the caller's name: the number, when the name is not the number already. */
export const callerDetail = (call: Pick<CallSummary, 'customer' | 'from'>): string | null =>
  call.customer === null ? null : fromText(call.from)
