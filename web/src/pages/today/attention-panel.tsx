import { Button, VisuallyHidden } from '@mantine/core'
import { IconChecks, IconPhoneCall } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CallbackRequest, Job, TelephoneAlarm } from '../../api/contract.ts'
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

/** The others stand under "Offenes". */
const MOST_CALLBACKS = 6

type Reading<Item> = { data: Item[] | undefined; error: Error | null; refetch: () => Promise<unknown> }

type Props = {
  callbacks: Reading<CallbackRequest>
  unsent: Reading<Job>
  collisions: number
  wishes: number
  alarms: readonly TelephoneAlarm[]
}

/** What only a person can settle. */
export const AttentionPanel = ({ callbacks, unsent, collisions, wishes, alarms }: Props) => {
  const { counted } = useFormats()
  const count =
    (callbacks.data?.length ?? 0) + (unsent.data?.length ?? 0) + collisions + wishes + alarms.length
  return (
    <Panel title={words.today.attention} count={count > 0 ? count : undefined}>
      {alarms.length > 0 && (
        <ul className={styles.list}>
          {alarms.map(alarm => (
            <SumRow
              key={alarm}
              {...words.telephone.receptionist.alarms[alarm]}
              link={
                <Link className={styles.link} {...pb.receptionist()}>
                  {words.telephone.receptionist.alarms.link}
                </Link>
              }
            />
          ))}
        </ul>
      )}
      {collisions > 0 && (
        <ul className={styles.list}>
          <SumRow
            title={counted(collisions, words.today.collision)}
            text={words.today.collisionText}
            link={
              <Link className={styles.link} {...pb.calendar()}>
                {words.today.toCalendar}
              </Link>
            }
          />
        </ul>
      )}
      <QueryState query={callbacks} skeleton={<SkeletonRows rows={2} />}>
        {requests => (
          <ul className={styles.list}>
            {requests.slice(0, MOST_CALLBACKS).map(request => (
              <CallbackRow key={request.id} request={request} />
            ))}
            {requests.length > MOST_CALLBACKS && (
              <SumRow
                title={counted(requests.length - MOST_CALLBACKS, words.today.callbacks)}
                text={words.today.callbacksText}
                link={
                  <Link className={styles.link} {...pb.open()}>
                    {words.today.toOpen}
                  </Link>
                }
              />
            )}
          </ul>
        )}
      </QueryState>
      <QueryState query={unsent} skeleton={null}>
        {jobs => (
          <ul className={styles.list}>
            {jobs.map(job => (
              <UnsentRow key={job.id} job={job} />
            ))}
          </ul>
        )}
      </QueryState>
      {wishes > 0 && (
        <ul className={styles.list}>
          <SumRow
            title={counted(wishes, words.today.wishes)}
            text={words.today.wishesText}
            link={
              <Link className={styles.link} {...pb.open()}>
                {words.today.toOpen}
              </Link>
            }
          />
        </ul>
      )}
      {callbacks.data && unsent.data && count === 0 && (
        <EmptyState
          icon={<IconChecks />}
          title={words.today.attentionNone}
          text={words.today.attentionNoneText}
        />
      )}
    </Panel>
  )
}

type SumProps = { title: string; text: string; link: ReactNode }

const SumRow = ({ title, text, link }: SumProps) => (
  <li className={styles.row}>
    <div className={styles.words}>
      <p className={styles.who}>{title}</p>
      <p className={styles.reason}>{text}</p>
      <p className={styles.foot}>{link}</p>
    </div>
  </li>
)

const UnsentRow = ({ job }: { job: Job }) => {
  const { time } = useFormats()
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.who}>{words.today.unsent}</p>
        {job.reason !== null && <p className={styles.reason}>{words.jobs.reason[job.reason]}</p>}
        <p className={styles.foot}>
          <span className={styles.due} data-late>
            {words.jobs.failedSince(time.moment(job.last_failed_at ?? job.created_at))}
          </span>
          <Link className={styles.link} {...pb.jobsIn('dead')}>
            {words.today.toJobs}
          </Link>
        </p>
      </div>
    </li>
  )
}

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
