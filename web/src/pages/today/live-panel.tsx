import { Skeleton } from '@mantine/core'
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

type Props = { calls: { data: CallSummary[] | undefined; error: Error | null } }

/** Who is on the phone at this moment; when nobody is, how to try it. */
export const LivePanel = ({ calls }: Props) => (
  <section aria-label={words.today.live}>
    {calls.data !== undefined ? (
      <LiveCalls calls={calls.data.filter(call => call.state === 'ongoing')} />
    ) : calls.error === null ? (
      <Skeleton className={styles.waiting} />
    ) : (
      <Invitation title={words.today.liveUnknown} text={words.today.testCallText} />
    )}
  </section>
)

const LiveCalls = ({ calls }: { calls: CallSummary[] }) => {
  const number = useSession().tenant.phone_numbers[0]
  if (calls.length === 0) {
    const answered =
      number === undefined ? words.today.liveNoneTextBare : words.today.liveNoneText(phoneText(number))
    return <Invitation title={words.today.liveNone} text={`${answered} ${words.today.testCallText}`} />
  }
  return (
    <ul className={styles.calls}>
      {calls.map(call => (
        <LiveCall key={call.id} call={call} />
      ))}
    </ul>
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

/** Who may only look cannot make a test call. */
const Invitation = ({ title, text }: { title: string; text: string }) => {
  const mayCall = useSession().permissions.includes('write')
  return (
    <div className={styles.nobody}>
      <div className={styles.nobodyWords}>
        <p className={styles.nobodyTitle}>{title}</p>
        <p className={styles.nobodyText}>{text}</p>
      </div>
      {mayCall && (
        <LinkButton {...pb.testCall()} variant="default" leftSection={<IconFlask2 size={18} stroke={1.75} />}>
          {words.today.startTestCall}
        </LinkButton>
      )}
    </div>
  )
}
