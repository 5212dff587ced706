import type { Permission } from '../api/contract.ts'
import { wordFor, words } from './words.ts'

/** Why something may not be done now, in the reader's language as far as we know the reason; null when it may. */
export const refusalText = (permission: Permission): string | null =>
  permission === true ? null : (wordFor(words.system.refusal, permission.why) ?? permission.no)
