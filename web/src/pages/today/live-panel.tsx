import { IconFlask2, IconPhoneIncoming } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallSummary } from '../../api/contract.ts'
import { useSession } from '../../api/session-context.ts'
import { RunningDuration } from '../../table/call-duration.tsx'
import { words } from '../../text/words.ts'
import { LiveDot } from '../../ui/live-dot.tsx'
import { callerDetail, callerText } from '../../util/caller-text.ts'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import { LinkButton } from '../link-button.tsx'
import styles from './live-panel.module.css'

type Props = { calls: { data: CallSummary[] | undefined } }

/** Who is on the phone at this moment; when nobody is, how to try it. */
export const LivePanel = ({ calls }: Props) => {
  const live = calls.data?.filter(call => call.state === 'ongoing') ?? []
  return (
    <section aria-label={words.today.live}>
      {live.length === 0 ? (
        <NobodyCalls />
      ) : (
        <ul className={styles.calls}>
          {live.map(call => (
            <LiveCall key={call.id} call={call} />
          ))}
        </ul>
      )}
    </section>
  )
}

const LiveCall = ({ call }: { call: CallSummary }) => (
  <li className={styles.item}>
    <Link className={styles.call} {...pb.call(call.id)}>
      <span className={styles.sign} aria-hidden="true">
        <IconPhoneIncoming size={20} stroke={1.75} />
      </span>
      <span className={styles.words}>
        <span className={styles.state}>
          <LiveDot /> {words.today.live}
        </span>
        <span className={styles.caller}>{callerText(call)}</span>
        {callerDetail(call) !== null && <span className={styles.number}>{callerDetail(call)}</span>}
      </span>
      <span className={styles.clock}>
        <RunningDuration since={call.started_at} />
      </span>
    </Link>
  </li>
)

const NobodyCalls = () => {
  const number = useSession().tenant.phone_numbers[0]
  return (
    <div className={styles.nobody}>
      <div className={styles.nobodyWords}>
        <p className={styles.nobodyTitle}>{words.today.liveNone}</p>
        <p className={styles.nobodyText}>
          {number === undefined ? words.today.liveNoneTextBare : words.today.liveNoneText(phoneText(number))}{' '}
          {words.today.testCallText}
        </p>
      </div>
      <LinkButton {...pb.testCall()} variant="default" leftSection={<IconFlask2 size={18} stroke={1.75} />}>
        {words.today.startTestCall}
      </LinkButton>
    </div>
  )
}
