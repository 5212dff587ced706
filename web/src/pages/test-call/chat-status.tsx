import { Button } from '@mantine/core'
import { IconPhoneOff } from '@tabler/icons-react'
import { RunningDuration } from '../../table/call-duration.tsx'
import { words } from '../../text/words.ts'
import { LiveDot } from '../../ui/live-dot.tsx'
import { noticeFailure } from '../../ui/notices.tsx'
import { fromText } from '../../util/caller-text.ts'
import styles from './chat-status.module.css'
import { useConversation } from './conversation-context.tsx'

/** How the call stands: running since when and from which number, or over. */
export const ChatStatus = () => {
  const { conversation, commands } = useConversation()
  const { phase, callId, startedMs, from } = conversation
  const running = phase === 'open' || phase === 'waiting'
  const hangUp = (id: string) => commands.hangUp(id).catch(() => noticeFailure(words.problem.unreachable))
  return (
    <div className={styles.status} data-running={running || undefined}>
      {running && <LiveDot />}
      <p className={styles.words}>
        <span role="status">{running ? words.testCall.connected : words.testCall.ended}</span>
        {running && startedMs !== null && <RunningDuration since={startedMs} />}
        <span className={styles.from}>{fromText(from)}</span>
      </p>
      {running && callId !== null && (
        <Button
          variant="light"
          color="red"
          size="sm"
          leftSection={<IconPhoneOff size={16} />}
          onClick={() => void hangUp(callId)}
        >
          {words.testCall.hangUp}
        </Button>
      )}
    </div>
  )
}
