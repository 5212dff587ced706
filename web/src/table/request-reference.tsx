import { Link } from '@tanstack/react-router'
import type { Problem } from '../api/problem.ts'
import { words } from '../text/words.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { pb } from '../util/path-builder.ts'
import styles from './request-reference.module.css'

/** A request id: to be quoted, and to be followed through everything it caused. */
export const RequestReference = ({ requestId }: { requestId: string }) => (
  <span className={styles.reference}>
    {words.problem.requestId} <CopyText text={requestId} />
    <Link className={styles.follow} {...pb.request(requestId)}>
      {words.requests.follow}
    </Link>
  </span>
)

/** The same for a failure; nothing when no server has answered. */
export const ProblemReference = ({ problem }: { problem: Problem }) =>
  problem.requestId === null ? null : <RequestReference requestId={problem.requestId} />
