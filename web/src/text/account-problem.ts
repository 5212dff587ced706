import { problemOf } from '../api/problem.ts'
import { problemText } from './problem-text.ts'
import { wordFor, words } from './words.ts'

/** Why a password, a code or a link was not taken. */
export const accountProblem = (error: Error): string => {
  const { passkeys } = words.access
  if (error instanceof DOMException)
    return error.name === 'InvalidStateError' ? passkeys.known : passkeys.stopped
  const problem = problemOf(error)
  if (problem.status === 422)
    return wordFor(words.access.verdict, problem.verdict ?? '') ?? problemText(problem)
  if (problem.status === 410) return words.access.links.over
  if (problem.status === 429) return words.login.tooMany
  if (problem.type === '/errors/identity/last-owner') return words.access.links.lastOwner
  if (problem.type === '/errors/identity/wrong-password') return words.login.wrongPassword
  if (problem.type === '/errors/identity/wrong-code') return words.login.wrongCode
  if (problem.type === '/errors/identity/wrong-passkey') return passkeys.wrong
  if (problem.type === '/errors/identity/passkey-needed') return passkeys.needed
  return problemText(problem)
}
