import { Button, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { DuplicatePair } from '../../api/contract.ts'
import { useSession } from '../../api/session-context.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import styles from './customers-page.module.css'
import { MergeSheet } from './merge-sheet.tsx'

const MOST_SHOWN = 1

/** Records that may be one person, with why; the likeliest first. */
export const DuplicatesPanel = ({ pairs }: { pairs: readonly DuplicatePair[] }) => {
  const mayWrite = useSession().permissions.includes('write')
  const [shown, setShown] = useState(MOST_SHOWN)
  const [merging, setMerging] = useState<DuplicatePair | null>(null)
  const [keep, merge] = merging?.customers ?? []
  if (pairs.length === 0 && merging === null) return null
  return (
    <>
      {pairs.length > 0 && (
        <Panel title={words.customers.duplicates} count={pairs.length}>
          <ul>
            {pairs.slice(0, shown).map(pair => {
              const names = pair.customers.map(({ name }) => name).join(' · ')
              return (
                <li className={styles.pair} key={pair.customers.map(({ id }) => id).join()}>
                  <span className={styles.pairWords}>
                    <span className={styles.names}>{names}</span>
                    <span className={styles.why}>
                      {pair.reasons.map(reason => words.customers.reason[reason]).join(', ')}
                    </span>
                  </span>
                  {mayWrite && (
                    <Button variant="default" size="sm" onClick={() => setMerging(pair)}>
                      {words.customers.compare}
                      <VisuallyHidden>: {names}</VisuallyHidden>
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
          {pairs.length > shown && (
            <div className={styles.pair}>
              <Button
                className={styles.showAll}
                variant="subtle"
                size="sm"
                onClick={() => setShown(pairs.length)}
              >
                {words.actions.showAll}
              </Button>
            </div>
          )}
        </Panel>
      )}
      {/* Stays when its pair is none any more: the way back is in it. */}
      {keep && merge && <MergeSheet keep={keep} merge={merge} onClose={() => setMerging(null)} />}
    </>
  )
}
