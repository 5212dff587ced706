import { Link } from '@tanstack/react-router'
import type { Wish } from '../../api/contract.ts'
import { settleWish } from '../../api/open-queries.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { fromText } from '../../util/caller-text.ts'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import styles from './open-page.module.css'

/** What a caller wanted and could not get. */
export const WishItem = ({ wish }: { wish: Wish }) => {
  const { time } = useFormats()
  const mayWrite = useSession().permissions.includes('write')
  const { result, pending, start } = useAction(topics.wishes)
  const who = wish.name ?? fromText(wish.phone)
  const wanted = [
    wish.service?.name,
    wish.wanted_when,
    wish.wanted_staff && words.booking.withWhom(wish.wanted_staff),
  ]
  const settle = (state: 'done' | 'dropped') => () =>
    start(async () => {
      await settleWish(wish.id, state)
      return { went: 'well', text: words.sheet.saved }
    })
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>{who}</p>
        <p className={styles.what}>{wanted.filter(Boolean).join(', ') || words.open.unclear}</p>
        <p className={styles.foot}>
          <span>{time.moment(wish.created_at)}</span>
          {wish.phone !== null && (
            <a className={styles.link} href={`tel:${wish.phone}`}>
              {phoneText(wish.phone)}
            </a>
          )}
          <Link className={styles.link} {...pb.call(wish.call_id)}>
            {words.today.toCall}
          </Link>
        </p>
      </div>
      {mayWrite && (
        <div className={styles.actions}>
          <ActionButton subject={who} refusal={null} pending={pending} onClick={settle('done')}>
            {words.open.done}
          </ActionButton>
          <ActionButton subject={who} refusal={null} pending={pending} onClick={settle('dropped')}>
            {words.open.drop}
          </ActionButton>
        </div>
      )}
      <ActionResult result={result} />
    </li>
  )
}
