import type { CallSummary } from '../api/contract.ts'
import { stopwatch } from '../util/duration-text.ts'
import { useNow } from '../util/use-now.ts'

type Props = { call: Pick<CallSummary, 'started_at' | 'ended_at' | 'state'> }

/** How long a call took; counts on while it runs. */
export const CallDuration = ({ call }: Props) =>
  call.state === 'ongoing' ? (
    <RunningDuration since={call.started_at} />
  ) : (
    <span className="numerals">
      {call.ended_at === null ? '–' : stopwatch(Date.parse(call.ended_at) - Date.parse(call.started_at))}
    </span>
  )

export const RunningDuration = ({ since }: { since: string | number }) => {
  const now = useNow(1000)
  const startMs = typeof since === 'number' ? since : Date.parse(since)
  return (
    <span className="numerals" role="timer">
      {stopwatch(now - startMs)}
    </span>
  )
}
