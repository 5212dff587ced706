import { useQuery } from '@tanstack/react-query'
import type { ImportRecord } from '../../api/contract.ts'
import { importsQuery } from '../../api/import-queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { LocalDate } from '../../util/local-date.ts'
import styles from './import.module.css'
import { valueText } from './import-service-item.tsx'

type Times = ReturnType<typeof useFormats>['time']
type Change = ImportRecord['changes'][number]

/** What was taken over so far, with the values before. */
export const ImportRecordsPanel = ({ connectionId }: { connectionId: string }) => {
  const text = words.elsewhere.import
  const { time } = useFormats()
  const records = useQuery(importsQuery(connectionId))
  return (
    <Panel title={text.records}>
      <QueryState query={records}>
        {items =>
          items.length === 0 ? (
            <EmptyState title={text.recordsNone} text={text.recordsNoneText} />
          ) : (
            <ul>
              {items.map(({ id, actor, applied_at: at, changes }) => (
                <li key={id} className={styles.item}>
                  <details>
                    <summary className={styles.summary}>
                      {time.moment(at)} <span className={styles.foot}>{`${actor} · ${changes.length}`}</span>
                    </summary>
                    <ul className={styles.fields}>
                      {changes.map(change => (
                        <li key={`${change.kind}/${change.external}`}>{changeText(change, time)}</li>
                      ))}
                    </ul>
                  </details>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  )
}

const changeText = ({ kind, external, name, outcome, fields }: Change, time: Times): string => {
  const text = words.elsewhere.import
  const parts = fields
    .filter(({ field }) => field !== 'week' && field !== 'day')
    .map(({ field, before, after }) => {
      const known: Readonly<Record<string, string>> = { ...text.field, people: text.peopleCount }
      return `${known[field] ?? field} ${text.became(valueText(before), valueText(after))}`
    })
  const what =
    kind === 'day' ? `${name}, ${time.longDay(external.slice(external.indexOf('/') + 1) as LocalDate)}` : name
  return [`${what}: ${text.outcome[outcome]}`, ...parts].join(', ')
}
