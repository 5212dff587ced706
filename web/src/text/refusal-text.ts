import { wordFor, words } from './words.ts'

/** What `allowed` says of an action: that it may be done, or why not, here and there with the kind of reason. */
type Allowed = true | { readonly no: string; readonly why?: string }

/** Why something may not be done now, in the reader's language as far as we know the reason; null when it may. */
export const refusalText = (allowed: Allowed): string | null => {
  if (allowed === true) return null
  return (allowed.why && wordFor(words.system.refusal, allowed.why)) || allowed.no
}
