import type { Problem } from '../api/problem.ts'
import { words } from './words.ts'

/**
 * What a failed request means for whoever asked, in their language. The server's own `title` and `detail` are written
 * in English for whoever builds against it, and are not shown; its request id leads to them.
 */
export const problemText = ({ status }: Pick<Problem, 'status'>): string => {
  if (status === 0) return words.problem.unreachable
  if (status === 403) return words.problem.forbidden
  if (status === 404) return words.problem.gone
  if (status === 409 || status === 412) return words.problem.changed
  if (status === 429) return words.problem.tooMany
  return status < 500 ? words.problem.refused : words.problem.unknown
}
