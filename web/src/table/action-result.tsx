import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Problem } from '../api/problem.ts'
import { problemText } from '../text/problem-text.ts'
import { words } from '../text/words.ts'
import styles from './action-result.module.css'
import { ProblemReference } from './request-reference.tsx'

export type Result = { went: 'well' | 'partly'; text: string } | { went: 'wrong'; problem: Problem }

/** What came of the last thing someone did here. */
export const ActionResult = ({ result }: { result: Result | null }) => (
  <div role="status">
    {result !== null && (
      <div className={styles.result} data-went={result.went}>
        {result.went === 'well' ? <IconCircleCheck size={18} /> : <IconAlertTriangle size={18} />}
        {result.went === 'wrong' ? (
          <p>
            {words.system.failed}. {problemText(result.problem)} <ProblemReference problem={result.problem} />
          </p>
        ) : (
          <p>{result.text}</p>
        )}
      </div>
    )}
  </div>
)
