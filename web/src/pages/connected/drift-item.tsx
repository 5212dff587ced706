import { compareLink } from '../../api/connected-queries.ts'
import type { CalendarDrift } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import styles from './connected.module.css'

/** Times of an event type that only one side offers, and why the other does not. */
export const DriftItem = ({ drift }: { drift: CalendarDrift }) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const { result, pending, start } = useAction(topics.connected)
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <p className={styles.who}>{drift.target_name}</p>
        <p className={styles.foot}>
          <span>
            {drift.compared_at === null ? text.neverCompared : text.compared(time.moment(drift.compared_at))}
          </span>
          {drift.state === 'compared' && <span>{text.agreeing(drift.agreeing ?? 0)}</span>}
          {drift.state === 'compared' && drift.differences.length === 0 && <span>{text.noDrift}</span>}
          {drift.state === 'not_comparable' && <span>{text.notComparable}</span>}
        </p>
        {drift.problem !== null && <p className={styles.problem}>{drift.problem}</p>}
        {drift.differences.length > 0 && (
          <ul>
            {drift.differences.map(({ side, reason, count, starts }) => (
              <li key={`${side}/${reason}`}>
                {text.onlyThisSide[side](count, text.driftReason[side][reason] ?? reason)}{' '}
                <span className={styles.foot}>
                  {starts.map(at => time.moment(at)).join(' · ')}
                  {count > starts.length ? ' …' : ''}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={drift.target_name}
          refusal={refusalText(drift.allowed.compare)}
          pending={pending}
          onClick={() =>
            start(async () => {
              await compareLink(drift.link_id)
              return { went: 'well', text: text.comparing }
            })
          }
        >
          {text.compare}
        </ActionButton>
      </div>
      <ActionResult result={result} />
    </li>
  )
}
