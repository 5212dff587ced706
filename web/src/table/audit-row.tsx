import type { AuditEvent } from '../api/contract.ts'
import { useFormats } from '../text/use-formats.ts'
import { wordFor, words } from '../text/words.ts'
import styles from './audit-row.module.css'
import { RequestReference } from './request-reference.tsx'

export const AuditRow = ({ event }: { event: AuditEvent }) => {
  const audit = words.access.audit
  const { time } = useFormats()
  const fields = Object.keys({ ...event.before, ...event.after })
  return (
    <li className={styles.row}>
      <p className={styles.line}>
        {wordFor(audit.entity, event.entity) ?? event.entity} {audit.action[event.action]}
      </p>
      <p className={styles.detail}>
        <time dateTime={event.at}>{time.moment(event.at)}</time>
        <span>{event.actor.replace(/^user:/, '')}</span>
        {event.request_id !== null && <RequestReference requestId={event.request_id} look="short" />}
        <span>{event.sealed ? audit.sealed : audit.notSealed}</span>
      </p>
      <details>
        <summary className={styles.more}>{audit.fields(fields.length)}</summary>
        <dl className={styles.fields}>
          {fields.map(field => (
            <div key={field} className={styles.field}>
              <dt>{field}</dt>
              {event.before !== null && (
                <dd>
                  {audit.before}: {valueText(event.before[field])}
                </dd>
              )}
              {event.after !== null && (
                <dd>
                  {audit.after}: {valueText(event.after[field])}
                </dd>
              )}
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}

const valueText = (value: unknown): string =>
  typeof value === 'string' ? value : value === null || value === undefined ? '–' : JSON.stringify(value)
