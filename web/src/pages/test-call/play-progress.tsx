import { Button } from '@mantine/core'
import { IconArrowLeft, IconPhone } from '@tabler/icons-react'
import type { CallSummary } from '../../api/contract.ts'
import { CallDuration } from '../../table/call-duration.tsx'
import { OutcomeBadge } from '../../table/outcome-badge.tsx'
import { words } from '../../text/words.ts'
import { callerText } from '../../util/caller-text.ts'
import styles from './play-progress.module.css'

type Props = { call: CallSummary | null; onCleared: () => void }

/** A recorded call on its way through: ringing, running, over. */
export const PlayProgress = ({ call, onCleared }: Props) => {
  const over = call !== null && call.state !== 'ongoing'
  return (
    <div className={styles.progress}>
      <Waves motion={over ? 'still' : 'moving'} />
      <p className={styles.title} role="status">
        {titleOf(call)}
      </p>
      {call !== null && (
        <>
          <p className={styles.caller}>
            <IconPhone size={16} aria-hidden="true" />
            {callerText(call)}
            <CallDuration call={call} />
          </p>
          <OutcomeBadge call={call} />
        </>
      )}
      {over && (
        <Button
          className={styles.again}
          variant="default"
          leftSection={<IconArrowLeft size={16} />}
          onClick={onCleared}
        >
          {words.testCall.playAnother}
        </Button>
      )}
    </div>
  )
}

const titleOf = (call: CallSummary | null) => {
  if (call === null) return words.testCall.playStarting
  return call.state === 'ongoing' ? words.testCall.playing : words.testCall.playEnded
}

const BARS = [0.35, 0.6, 0.9, 0.55, 1, 0.7, 0.45, 0.85, 0.6, 0.95, 0.5, 0.75, 0.4]

const Waves = ({ motion }: { motion: 'moving' | 'still' }) => (
  <div className={styles.waves} data-motion={motion} aria-hidden="true">
    {BARS.map((height, index) => (
      <span
        key={index}
        className={styles.bar}
        style={{ height: `${height * 100}%`, animationDelay: `${index * -170}ms` }}
      />
    ))}
  </div>
)
