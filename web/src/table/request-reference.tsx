import { Link } from '@tanstack/react-router'
import type { Problem } from '../api/problem.ts'
import { words } from '../text/words.ts'
import { CopyText } from '../ui/copy-text.tsx'
import { pb } from '../util/path-builder.ts'
import styles from './request-reference.module.css'

type Props = {
  requestId: string
  /** `short` where many stand below each other, `bare` beside its own name. */
  look?: 'full' | 'short' | 'bare'
}

/** A request id: to be quoted, and to be followed through everything it caused. */
export const RequestReference = ({ requestId, look = 'full' }: Props) => (
  <span className={styles.reference}>
    {look !== 'bare' && words.problem.requestId}{' '}
    <CopyText text={requestId} shown={look === 'short' ? ending(requestId) : requestId} />
    <Link className={styles.follow} {...pb.request(requestId)}>
      {words.requests.follow}
    </Link>
  </span>
)

/** Ids of one minute begin alike; it is the end that tells them apart. */
const ending = (requestId: string) => (requestId.length > 12 ? `…${requestId.slice(-8)}` : requestId)

/** The same for a failure; nothing when no server has answered. */
export const ProblemReference = ({ problem }: { problem: Problem }) =>
  problem.requestId === null ? null : <RequestReference requestId={problem.requestId} />
