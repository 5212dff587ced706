import { IconMicrophoneOff } from '@tabler/icons-react'
import type { CallDetail } from '../../api/contract.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './transcript-panel.module.css'

/** What was said, if the business lets that be stored. */
export const TranscriptPanel = ({ transcript, provider }: Pick<CallDetail, 'transcript' | 'provider'>) => (
  <Panel title={words.call.transcript}>
    {transcript === null ? (
      <EmptyState
        icon={<IconMicrophoneOff />}
        title={words.call.transcriptOff}
        text={provider === 'browser' ? words.call.transcriptTestText : words.call.transcriptOffText}
      />
    ) : transcript.length === 0 ? (
      <EmptyState title={words.call.transcriptEmpty} />
    ) : (
      <ol className={styles.lines}>
        {transcript.map(({ role, text }, index) => (
          <li className={styles.line} key={index}>
            <span className={styles.speaker}>{role === 'agent' ? words.call.agent : words.call.caller}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
    )}
  </Panel>
)
