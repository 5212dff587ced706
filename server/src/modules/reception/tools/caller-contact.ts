import { emailAddress } from '../../../platform/i18n/email-address.ts'
import { knownSurroundings, refuseCallerName } from '../caller-name.ts'
import { sentencesOf } from './sentences.ts'
import type { ToolAnswer, ToolContext, ToolParts } from './tool.ts'

export type CallerContact = {
  readonly name: string
  readonly phoneE164: string | null
  readonly email: string | null
}

/** What can be entered under, or what to ask. A nonsense name is asked again; without a number the calling one counts. */
export async function checkContact(
  parts: ToolParts,
  context: ToolContext,
  said: { name?: string | undefined; phone?: string | undefined; email?: string | undefined },
): Promise<CallerContact | ToolAnswer> {
  const { customers } = parts
  const sentences = sentencesOf(context.lang)
  const name = customers.tidyName(said.name ?? '')
  if (name === '' || refuseCallerName(name, knownSurroundings(parts, context), context.lang) !== null)
    return { status: 'ask', what: 'name', say: sentences.askName }
  const phoneE164 =
    (said.phone === undefined ? null : customers.parsePhone(said.phone)) ?? context.call.callerE164
  if (said.phone !== undefined && phoneE164 === null)
    return { status: 'ask', what: 'phone', say: sentences.askPhone }
  const email = usableEmail(said.email)
  if (email === 'unusable') return { status: 'ask', what: 'email', say: sentences.askEmail }
  return { name, phoneE164, email }
}

/** As people say and models write addresses: with spaces, in capitals. */
function usableEmail(said: string | undefined): string | null | 'unusable' {
  if (said === undefined) return null
  return emailAddress.safeParse(said.replaceAll(' ', '').toLowerCase()).data ?? 'unusable'
}
