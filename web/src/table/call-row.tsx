import { IconChevronRight, IconFlask2, IconPhone, IconPhoneIncoming } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallSummary } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { words } from '../text/words.ts'
import { callerDetail, callerText } from '../util/caller-text.ts'
import { pb } from '../util/path-builder.ts'
import { CallDuration } from './call-duration.tsx'
import styles from './call-row.module.css'
import { OutcomeBadge } from './outcome-badge.tsx'

type Props = {
  call: CallSummary
  /** `day` under a heading that names the day, `moment` where no heading does. */
  clock?: 'day' | 'moment'
}

export const CallRow = ({ call, clock = 'day' }: Props) => {
  const { time } = useFormats()
  const live = call.state === 'ongoing'
  const when = clock === 'day' ? time.clock(call.started_at) : time.moment(call.started_at)
  const detail = callerDetail(call)
  return (
    <li className={styles.item} data-live={live || undefined}>
      <Link {...pb.call(call.id)} className={styles.row}>
        <CallSign call={call} />
        <span className={styles.caller}>
          <span className={styles.name}>{callerText(call)}</span>
          <span className={styles.detail}>
            <time dateTime={call.started_at}>{when}</time>
            {detail !== null && <span className={styles.number}>{detail}</span>}
            {call.provider === 'browser' && <span>{words.calls.test}</span>}
          </span>
        </span>
        <span className={styles.duration}>
          <CallDuration call={call} />
        </span>
        <span className={styles.outcome}>
          <OutcomeBadge call={call} />
        </span>
        <IconChevronRight className={styles.chevron} size={16} aria-hidden="true" />
      </Link>
    </li>
  )
}

const CallSign = ({ call }: { call: CallSummary }) => {
  const Icon =
    call.state === 'ongoing' ? IconPhoneIncoming : call.provider === 'browser' ? IconFlask2 : IconPhone
  return (
    <span className={styles.sign} aria-hidden="true">
      <Icon size={18} stroke={1.75} />
    </span>
  )
}
