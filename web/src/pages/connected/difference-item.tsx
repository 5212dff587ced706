import { Link } from '@tanstack/react-router'
import { retryEntry } from '../../api/connected-queries.ts'
import type { SyncEntry } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './connected.module.css'

/** An appointment that does not stand elsewhere yet as it should: how it should, how it does, and why. */
export const DifferenceItem = ({ entry }: { entry: SyncEntry }) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.connected)
  const isStuck = entry.state === 'failed' || entry.state === 'given_up'
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>
          <Link className={styles.anchor} {...pb.appointment(entry.appointment_id)}>
            {entry.appointment_reference}
          </Link>
          <Badge tone={isStuck ? 'critical' : 'caution'}>{text.entryState[entry.state]}</Badge>
        </p>
        <p className={styles.foot}>
          <span>{entry.target_name}</span>
          <span>
            {text.should}: {text.standing[entry.desired.state]}, {time.moment(entry.desired.starts_at)}
          </span>
          <span>
            {text.does}:{' '}
            {entry.observed === null
              ? text.notThere
              : `${text.standing[entry.observed.state]}, ${time.moment(entry.observed.starts_at)}`}
          </span>
          {entry.next_try_at !== null && <span>{text.nextTry(time.moment(entry.next_try_at))}</span>}
        </p>
        {entry.last_error !== null && <p className={styles.problem}>{entry.last_error}</p>}
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={entry.appointment_reference}
          refusal={refusalText(entry.allowed.retry)}
          pending={pending}
          onClick={() =>
            start(async () => {
              await retryEntry(entry.id)
              return { went: 'well', text: text.trying }
            })
          }
        >
          {words.actions.retry}
        </ActionButton>
      </div>
      <ActionResult result={result} />
    </li>
  )
}
