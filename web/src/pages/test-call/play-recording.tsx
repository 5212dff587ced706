import { Button } from '@mantine/core'
import { IconPlayerPlayFilled, IconVolumeOff } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, unwrap } from '../../api/client.ts'
import type { CallSummary } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import { recordingsQuery } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { ProblemReference } from '../../table/request-reference.tsx'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { ChoiceCards } from '../../ui/choice-cards.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { PlayProgress } from './play-progress.tsx'
import styles from './play-recording.module.css'

type Props = {
  /** The provider's id of the call that plays or has played; null before the first. */
  played: string | null
  call: CallSummary | null
  onPlayed: (providerCallId: string) => void
  onCleared: () => void
}

/** Sends a recorded phone call through the same door as the telephone provider does. */
export const PlayRecording = ({ played, call, onPlayed, onCleared }: Props) => {
  const recordings = useQuery(recordingsQuery())
  const [chosen, setChosen] = useState<string | null>(null)
  const play = useMutation({
    mutationFn: (recording: string) =>
      unwrap(client.POST('/api/v1/test-calls/play', { body: { recording } })),
    onSuccess: answer => onPlayed(answer.provider_call_id),
  })
  if (played !== null) return <PlayProgress call={call} onCleared={onCleared} />
  return (
    <div className={styles.player}>
      <p className={styles.lead}>{words.testCall.recordedLead}</p>
      <QueryState query={recordings}>
        {items =>
          items.length === 0 ? (
            <EmptyState
              icon={<IconVolumeOff />}
              title={words.testCall.recordingsNone}
              text={words.testCall.recordingsNoneText}
            />
          ) : (
            <>
              <ChoiceCards
                label={words.testCall.recordings}
                value={chosen ?? items[0]?.id ?? null}
                onChange={setChosen}
                disabled={play.isPending}
                choices={items.map(item => ({ value: item.id, title: item.title, text: item.description }))}
              />
              {play.error !== null && <PlayProblem error={play.error} />}
              <Button
                size="lg"
                className={styles.play}
                loading={play.isPending}
                leftSection={<IconPlayerPlayFilled size={16} />}
                onClick={() => play.mutate(chosen ?? items[0]?.id ?? '')}
              >
                {words.testCall.play}
              </Button>
            </>
          )
        }
      </QueryState>
    </div>
  )
}

const PlayProblem = ({ error }: { error: Error }) => {
  const problem = problemOf(error)
  return (
    <ProblemNotice
      title={words.testCall.playFailed}
      text={problemText(problem)}
      reference={<ProblemReference problem={problem} />}
    />
  )
}
