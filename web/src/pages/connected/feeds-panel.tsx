import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import { feedsQuery, makeFeed, revokeFeed } from '../../api/connected-queries.ts'
import type { CalendarFeed } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './connected.module.css'

/** Somebody's appointments at an address of their own: made, shown once, and taken back. */
export const FeedsPanel = () => {
  const text = words.elsewhere.connected
  const { permissions } = useSession()
  const feeds = useQuery(feedsQuery())
  return (
    <Panel title={text.feeds}>
      <QueryState query={feeds}>
        {items =>
          items.length === 0 ? (
            <EmptyState title={text.feedsNone} text={text.feedsNoneText} />
          ) : (
            <ul>
              {items.map(feed => (
                <FeedItem key={feed.id} feed={feed} />
              ))}
            </ul>
          )
        }
      </QueryState>
      {permissions.includes('manage') && <FeedForm />}
    </Panel>
  )
}

const FeedItem = ({ feed }: { feed: CalendarFeed }) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const [asking, setAsking] = useState(false)
  const { result, start } = useAction(topics.connected)
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>{feed.resource_name}</p>
        <p className={styles.foot}>{text.feedSince(time.moment(feed.created_at))}</p>
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={feed.resource_name}
          refusal={refusalText(feed.allowed.revoke)}
          onClick={() => setAsking(true)}
        >
          {text.feedRevoke}
        </ActionButton>
      </div>
      <ActionResult result={result} />
      {asking && (
        <ConfirmDialog
          title={text.feedRevokeTitle(feed.resource_name)}
          text={text.feedRevokeText}
          confirm={text.feedRevoke}
          weight="final"
          onConfirm={() =>
            start(async () => {
              await revokeFeed(feed.id)
              return { went: 'well', text: words.sheet.saved }
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

const FeedForm = () => {
  const text = words.elsewhere.connected
  const staff = useQuery(staffQuery()).data ?? []
  const [address, setAddress] = useState<string | null>(null)
  const { result, pending, start } = useAction(topics.connected)
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const person = String(new FormData(event.currentTarget).get('person'))
    start(async () => {
      setAddress(await makeFeed(person))
      return { went: 'well', text: text.feedOnce }
    })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <NativeSelect
        name="person"
        label={text.feedOf}
        data={staff.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <div>
        <Button type="submit" variant="default" loading={pending}>
          {text.feedMake}
        </Button>
      </div>
      <ActionResult result={result} />
      {address !== null && <CopyText text={address} font="code" />}
    </form>
  )
}
