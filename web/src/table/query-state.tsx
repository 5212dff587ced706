import type { ReactNode } from 'react'
import { problemOf } from '../api/problem.ts'
import { problemText } from '../text/problem-text.ts'
import { words } from '../text/words.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { SkeletonRows } from '../ui/skeleton-rows.tsx'
import { ProblemReference } from './request-reference.tsx'

type Shown = { data: unknown; error: Error | null; refetch: () => Promise<unknown> }

type Props<Query extends Shown> = {
  query: Query
  skeleton?: ReactNode
  /** What surrounds the skeleton or the failure, where the data brings its own surroundings. */
  frame?: (content: ReactNode) => ReactNode
  children: (data: NonNullable<Query['data']>) => ReactNode
}

/** One of three: on its way, failed with a way to retry, or there. What is there stays through later failures. */
export const QueryState = <Query extends Shown>({ query, skeleton, frame, children }: Props<Query>) => {
  if (query.data !== undefined && query.data !== null) return children(query.data)
  const content =
    query.error === null ? (
      (skeleton ?? <SkeletonRows />)
    ) : (
      <QueryProblem error={query.error} onRetry={() => void query.refetch()} />
    )
  return frame === undefined ? content : frame(content)
}

/** What did not load, in plain words, with the number to quote and another try. */
export const QueryProblem = ({ error, onRetry }: { error: Error; onRetry: () => void }) => {
  const problem = problemOf(error)
  return (
    <ProblemNotice
      title={words.problem.title}
      text={problemText(problem)}
      reference={<ProblemReference problem={problem} />}
      onRetry={onRetry}
    />
  )
}
