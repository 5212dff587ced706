import { Link } from '@tanstack/react-router'
import { type Settlement, settleConflict } from '../../api/connected-queries.ts'
import type { CalendarConflict } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './connected.module.css'

const decisions = [
  ['kept_ours', 'keep_ours'],
  ['took_theirs', 'take_theirs'],
  ['left_as_it_is', 'leave'],
] as const satisfies readonly (readonly [Settlement, keyof CalendarConflict['allowed']])[]

/** An appointment that stands otherwise elsewhere: both sides, and what can be decided. */
export const ConflictItem = ({ conflict }: { conflict: CalendarConflict }) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.connected)
  const settle = (settlement: Settlement) => () =>
    start(async () => {
      await settleConflict(conflict.id, settlement)
      return { went: 'well', text: words.sheet.saved }
    })
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>
          <Link className={styles.anchor} {...pb.appointment(conflict.appointment_id)}>
            {conflict.attendee_name}
          </Link>
        </p>
        <p>{text.conflictKind[conflict.kind](conflict.target_name)}</p>
        <p className={styles.foot}>
          <span>
            {text.here}: {time.moment(conflict.ours.starts_at)}
          </span>
          {(conflict.theirs ?? []).map(side => (
            <span key={`${side.starts_at}${side.title ?? ''}`}>
              {text.there}: {time.moment(side.starts_at)}
              {side.title ? ` (${side.title})` : ''}
            </span>
          ))}
        </p>
        {conflict.detail !== null && <p className={styles.problem}>{conflict.detail}</p>}
      </div>
      <div className={styles.actions}>
        {decisions
          .filter(([, allowed]) => conflict.allowed[allowed] === true || allowed !== 'take_theirs')
          .map(([settlement, allowed]) => (
            <ActionButton
              key={settlement}
              subject={conflict.attendee_name}
              refusal={refusalText(conflict.allowed[allowed])}
              pending={pending}
              onClick={settle(settlement)}
            >
              {text.decision[settlement]}
            </ActionButton>
          ))}
      </div>
      <ActionResult result={result} />
    </li>
  )
}
