import {
  IconCalendarEvent,
  IconGitMerge,
  IconHistory,
  IconPencil,
  IconPhone,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HistoryEntry } from '../../api/contract.ts'
import { historyPagesQuery } from '../../api/customer-queries.ts'
import { itemsOf } from '../../api/list-pages.ts'
import { usePrefetchedPages } from '../../api/use-prefetched-query.ts'
import { MorePages } from '../../table/more-pages.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { pb } from '../../util/path-builder.ts'
import styles from './customers-page.module.css'

const signs: Record<HistoryEntry['kind'], TablerIcon> = {
  appointment: IconCalendarEvent,
  appointment_change: IconHistory,
  call: IconPhone,
  record_change: IconPencil,
  merge: IconGitMerge,
  merge_undone: IconGitMerge,
}

/** Appointments, calls and changes of somebody, newest first; each leads to what it is about. */
export const HistoryPanel = ({ customerId }: { customerId: string }) => {
  const query = usePrefetchedPages(historyPagesQuery(customerId))
  return (
    <div className={styles.aside}>
      <Panel title={words.customer.history}>
        <QueryState query={query}>
          {list => {
            const entries = itemsOf(list)
            return entries.length === 0 ? (
              <EmptyState title={words.customer.historyNone} text={words.customer.historyNoneText} />
            ) : (
              <ol>
                {entries.map(entry => (
                  <li key={`${entry.kind}${entry.id}`}>
                    <Entry entry={entry} />
                  </li>
                ))}
              </ol>
            )
          }}
        </QueryState>
      </Panel>
      <MorePages query={query} />
    </div>
  )
}

const Entry = ({ entry }: { entry: HistoryEntry }) => {
  const { time } = useFormats()
  const Sign = signs[entry.kind]
  return (
    <Leading entry={entry}>
      <Sign className={styles.sign} stroke={1.75} aria-hidden="true" />
      <span className={styles.entryText}>
        {textOf(entry)}
        {entry.about !== null && entry.kind !== 'record_change' && (
          <span className={styles.about}> · {entry.about}</span>
        )}
      </span>
      <time className={styles.when} dateTime={entry.at}>
        {time.moment(entry.at)}
      </time>
    </Leading>
  )
}

const Leading = ({ entry, children }: { entry: HistoryEntry; children: ReactNode }) => {
  const { kind, id, appointment_id: appointmentId } = entry
  if (kind === 'call')
    return (
      <Link className={styles.entry} data-kind={kind} {...pb.call(id)}>
        {children}
      </Link>
    )
  if (appointmentId !== null)
    return (
      <Link className={styles.entry} data-kind={kind} {...pb.appointment(appointmentId)}>
        {children}
      </Link>
    )
  return (
    <div className={styles.entry} data-kind={kind}>
      {children}
    </div>
  )
}

const textOf = ({ kind, what }: HistoryEntry): string => {
  switch (kind) {
    case 'appointment':
      return words.customer.entry.appointment(wordFor(words.appointmentState, what) ?? what)
    case 'appointment_change':
      return wordFor(words.customer.change, what) ?? what
    case 'call':
      return words.customer.entry.call
    case 'record_change':
      return wordFor(words.customer.record, what) ?? what
    case 'merge':
      return words.customer.entry.merge
    case 'merge_undone':
      return words.customer.entry.mergeUndone
    default:
      return kind satisfies never
  }
}
