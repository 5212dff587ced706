import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import { catalogueServicesQuery } from '../../api/catalogue-queries.ts'
import { endLink, readLinkNow } from '../../api/connected-queries.ts'
import type { CalendarLink } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import styles from './connected.module.css'

/** Whose calendar it is, which way it goes, and how old what is known of it is. */
export const LinkItem = ({ link }: { link: CalendarLink }) => {
  const text = words.elsewhere.connected
  const { time } = useFormats()
  const staff = useQuery(staffQuery()).data ?? []
  const services = useQuery(catalogueServicesQuery('active')).data ?? []
  const [asking, setAsking] = useState(false)
  const { result, pending, start } = useAction(topics.connected)
  const service = services.find(({ id }) => id === link.service_id)?.name
  const person = staff.find(({ id }) => id === link.resource_id)?.name ?? text.somebody
  return (
    <li className={styles.link}>
      <div className={styles.words}>
        <p>{text.linkOf(person, link.target_name)}</p>
        <p className={styles.foot}>
          <span>{text.direction[link.direction]}</span>
          {service !== undefined && <span>{`${text.forService} ${service}`}</span>}
          <span>
            {link.last_read_at === null ? text.neverRead : text.lastRead(time.moment(link.last_read_at))}
          </span>
          {link.failures > 0 && <span className={styles.late}>{text.failures(link.failures)}</span>}
        </p>
      </div>
      <div className={styles.actions}>
        <ActionButton
          subject={link.target_name}
          refusal={refusalText(link.allowed.read)}
          pending={pending}
          onClick={() =>
            start(async () => {
              await readLinkNow(link.id)
              return { went: 'well', text: text.reading }
            })
          }
        >
          {text.readNow}
        </ActionButton>
        <ActionButton
          subject={link.target_name}
          refusal={refusalText(link.allowed.remove)}
          onClick={() => setAsking(true)}
        >
          {text.unlink}
        </ActionButton>
      </div>
      <ActionResult result={result} />
      {asking && (
        <ConfirmDialog
          title={text.unlinkTitle(link.target_name)}
          text={text.unlinkText}
          confirm={text.unlink}
          weight="final"
          onConfirm={() =>
            start(async () => {
              await endLink(link.id)
              return { went: 'well', text: words.sheet.saved }
            })
          }
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
