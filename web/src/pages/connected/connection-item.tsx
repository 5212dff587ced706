import { Button, NativeSelect, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { beginConsent, changeConnection } from '../../api/connected-queries.ts'
import type { CalendarConnection, CalendarLink } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './connected.module.css'
import { LinkForm } from './link-form.tsx'
import { LinkItem } from './link-item.tsx'

type Props = { connection: CalendarConnection; links: CalendarLink[] }

/** Who lets us in by logging in over there. */
const consents: ReadonlySet<string> = new Set(['google', 'microsoft'])

const tones: Record<CalendarConnection['state'], Tone> = {
  ok: 'positive',
  unreadable: 'caution',
  reconnect: 'critical',
  off: 'neutral',
}

/** One account: whether it can be read, what follows when not, and whose calendars of it are linked. */
export const ConnectionItem = ({ connection, links }: Props) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const [linking, setLinking] = useState(false)
  const { result, pending, start } = useAction(topics.connected)
  const refusal = refusalText(connection.allowed.change)
  const change = (wish: Parameters<typeof changeConnection>[1]) =>
    start(async () => {
      await changeConnection(connection.id, wish)
      return { went: 'well', text: words.sheet.saved }
    })
  const logIn = () =>
    start(async () => {
      window.location.assign(await beginConsent(connection.id))
      return { went: 'well', text: words.sheet.saved }
    })
  return (
    <li className={styles.connection}>
      <div className={styles.words}>
        <p className={styles.who}>
          {connection.name}
          <Badge tone={tones[connection.state]}>{text.state[connection.state]}</Badge>
        </p>
        <p className={styles.foot}>
          <span>{text.providers[connection.provider]}</span>
          <span>
            {connection.last_ok_at === null
              ? text.neverRead
              : text.lastRead(time.moment(connection.last_ok_at))}
          </span>
        </p>
        {connection.breaker !== 'closed' && <p className={styles.problem}>{text.breaker}</p>}
        {connection.problem !== null && connection.problem_since !== null && (
          <p className={styles.problem}>
            {text.problemSince(time.moment(connection.problem_since))} {connection.problem}
          </p>
        )}
      </div>
      <div className={styles.rules}>
        <NativeSelect
          size="sm"
          label={text.whenUnknown}
          value={connection.when_unknown}
          disabled={refusal !== null}
          data={Object.entries(text.unknown).map(([value, label]) => ({ value, label }))}
          onChange={event =>
            change({ when_unknown: event.currentTarget.value as CalendarConnection['when_unknown'] })
          }
        />
        <NativeSelect
          size="sm"
          label={text.outsideChanges}
          value={connection.outside_changes}
          disabled={refusal !== null}
          data={Object.entries(text.outside).map(([value, label]) => ({ value, label }))}
          onChange={event =>
            change({ outside_changes: event.currentTarget.value as CalendarConnection['outside_changes'] })
          }
        />
      </div>
      {links.length > 0 && (
        <ul className={styles.links}>
          {links.map(link => (
            <LinkItem key={link.id} link={link} />
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        {connection.provider === 'calcom' && (
          <Link className={styles.anchor} {...pb.calendarImport(connection.id)}>
            {words.elsewhere.import.open}
            <VisuallyHidden>: {connection.name}</VisuallyHidden>
          </Link>
        )}
        {consents.has(connection.provider) && (
          <ActionButton subject={connection.name} refusal={refusal} pending={pending} onClick={logIn}>
            {text.logIn}
          </ActionButton>
        )}
        <ActionButton
          subject={connection.name}
          refusal={refusalText(connection.allowed.link)}
          onClick={() => setLinking(true)}
        >
          {text.link}
        </ActionButton>
        <ActionButton
          subject={connection.name}
          refusal={refusal}
          pending={pending}
          onClick={() => change({ state: connection.state === 'off' ? 'ok' : 'off' })}
        >
          {connection.state === 'off' ? text.switchOn : text.switchOff}
        </ActionButton>
      </div>
      {linking && (
        <div className={styles.linking}>
          <LinkForm connection={connection} onDone={() => setLinking(false)} />
          <Button variant="subtle" size="sm" onClick={() => setLinking(false)}>
            {words.sheet.close}
          </Button>
        </div>
      )}
      <ActionResult result={result} />
    </li>
  )
}
