import { Button, VisuallyHidden } from '@mantine/core'
import { IconChecks, IconPhoneCall } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { CallbackRequest } from '../../api/contract.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { fromText } from '../../util/caller-text.ts'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import styles from './attention-panel.module.css'

type Props = {
  callbacks: { data: CallbackRequest[] | undefined; error: Error | null; refetch: () => Promise<unknown> }
}

/** What only a person can settle. */
export const AttentionPanel = ({ callbacks }: Props) => (
  <Panel
    title={words.today.attention}
    count={callbacks.data && callbacks.data.length > 0 ? callbacks.data.length : undefined}
  >
    <QueryState query={callbacks} skeleton={<SkeletonRows rows={2} />}>
      {requests =>
        requests.length === 0 ? (
          <EmptyState
            icon={<IconChecks />}
            title={words.today.attentionNone}
            text={words.today.attentionNoneText}
          />
        ) : (
          <ul>
            {requests.map(request => (
              <CallbackRow key={request.id} request={request} />
            ))}
          </ul>
        )
      }
    </QueryState>
  </Panel>
)

const CallbackRow = ({ request }: { request: CallbackRequest }) => {
  const who = request.name ?? fromText(request.phone)
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.who}>{who}</p>
        <p className={styles.reason}>{request.reason}</p>
        <p className={styles.foot}>
          <Due dueAt={request.due_at} />
          {request.call_id !== null && (
            <Link className={styles.link} {...pb.call(request.call_id)}>
              {words.today.toCall}
            </Link>
          )}
        </p>
      </div>
      {request.phone !== null && (
        <Button
          component="a"
          href={`tel:${request.phone}`}
          variant="default"
          size="sm"
          leftSection={<IconPhoneCall size={16} />}
        >
          <VisuallyHidden>{words.today.callBack(who)}</VisuallyHidden>
          {phoneText(request.phone)}
        </Button>
      )}
    </li>
  )
}

const Due = ({ dueAt }: { dueAt: string | null }) => {
  const { time } = useFormats()
  if (dueAt === null) return null
  const late = Date.parse(dueAt) < Date.now()
  return (
    <time className={styles.due} dateTime={dueAt} data-late={late || undefined}>
      {late ? words.today.overdue(time.moment(dueAt)) : words.today.callBackBy(time.moment(dueAt))}
    </time>
  )
}
