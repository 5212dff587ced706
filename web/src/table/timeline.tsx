import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { TimelineEntry } from '../api/contract.ts'
import { words } from '../text/words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import styles from './timeline.module.css'
import { TimelineStep } from './timeline-step.tsx'
import { stepTitle } from './timeline-step-text.ts'

type Props = {
  entries: TimelineEntry[]
  startedAt: string
  /** Which steps stand there from the beginning: those of the first reading, or none because the call begins here. */
  present?: 'first-read' | 'none'
}

/** Everything that happened in a call, in order. Steps that arrive later move in and are announced. */
export const Timeline = ({ entries, startedAt, present = 'first-read' }: Props) => {
  const [presentIds] = useState(() => new Set(present === 'none' ? [] : entries.map(entry => entry.id)))
  const latest = entries.at(-1)
  const startMs = Date.parse(startedAt)
  return (
    <>
      <VisuallyHidden aria-live="polite">
        {latest !== undefined && !presentIds.has(latest.id) && words.timeline.arrived(stepTitle(latest))}
      </VisuallyHidden>
      {entries.length === 0 ? (
        <EmptyState title={words.timeline.none} />
      ) : (
        <ol className={styles.steps}>
          {entries.map(entry => (
            <TimelineStep
              key={entry.id}
              entry={entry}
              startMs={startMs}
              arrival={presentIds.has(entry.id) ? 'present' : 'arriving'}
            />
          ))}
        </ol>
      )}
    </>
  )
}
