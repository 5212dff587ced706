import { Link } from '@tanstack/react-router'
import type { WaitingEntry } from '../../api/contract.ts'
import { answerOffer, leaveWaitlist } from '../../api/open-queries.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { pb } from '../../util/path-builder.ts'
import { phoneText } from '../../util/phone-text.ts'
import styles from './open-page.module.css'

/** Somebody who waits for a place: in which times, and what is kept for them right now. */
export const WaitingItem = ({ entry }: { entry: WaitingEntry }) => {
  const { time } = useFormats()
  const mayWrite = useSession().permissions.includes('write')
  const { result, pending, start } = useAction(topics.waitlist)
  const who = entry.attendee_name
  const offer = entry.offers.find(({ state }) => state === 'open')
  const act = (work: () => Promise<unknown>) => () =>
    start(async () => {
      await work()
      return { went: 'well', text: words.sheet.saved }
    })
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>{who}</p>
        <p className={styles.what}>
          {[entry.service.name, ...entry.staff.map(({ name }) => words.booking.withWhom(name))].join(', ')}
        </p>
        <p className={styles.foot}>
          {entry.windows.map(({ starts_at, ends_at }) => (
            <span key={starts_at}>
              {time.moment(starts_at)} – {time.moment(ends_at)}
            </span>
          ))}
          {entry.customer.phone !== null && (
            <a className={styles.link} href={`tel:${entry.customer.phone}`}>
              {phoneText(entry.customer.phone)}
            </a>
          )}
          <Link className={styles.link} {...pb.customer(entry.customer.id)}>
            {words.open.toCustomer}
          </Link>
        </p>
      </div>
      {mayWrite && (
        <ActionButton
          subject={who}
          refusal={refusalText(entry.allowed.withdraw)}
          pending={pending}
          onClick={act(() => leaveWaitlist(entry.id))}
        >
          {words.open.withdraw}
        </ActionButton>
      )}
      {offer && (
        <div className={styles.offer}>
          <span>
            {words.open.offered(time.moment(offer.starts_at), time.moment(offer.deadline_at))}
            {offer.staff !== null && ` ${words.booking.withWhom(offer.staff)}`}
          </span>
          {mayWrite && (
            <span className={styles.actions}>
              <ActionButton
                subject={who}
                refusal={null}
                pending={pending}
                onClick={act(() => answerOffer(offer.id, 'accept'))}
              >
                {words.open.accept}
              </ActionButton>
              <ActionButton
                subject={who}
                refusal={null}
                pending={pending}
                onClick={act(() => answerOffer(offer.id, 'decline'))}
              >
                {words.open.decline}
              </ActionButton>
            </span>
          )}
        </div>
      )}
      <ActionResult result={result} />
    </li>
  )
}
