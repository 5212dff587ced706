import { useQuery } from '@tanstack/react-query'
import { removeBlock } from '../../api/block-queries.ts'
import { calendarQuery } from '../../api/calendar-queries.ts'
import { closuresQuery } from '../../api/catalogue-queries.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { currentLanguage } from '../../text/language.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addDays } from '../../util/local-date.ts'
import { pb } from '../../util/path-builder.ts'
import { LinkButton } from '../link-button.tsx'
import styles from './catalogue.module.css'
import { NewClosure } from './new-closure.tsx'

const HOLIDAYS_AHEAD_DAYS = 41

/** When nobody can be booked: what was entered, and public holidays. */
export const ClosedTab = () => {
  const { time } = useFormats()
  const today = time.today()
  const mayManage = useSession().permissions.includes('manage')
  const query = useQuery(closuresQuery(today))
  const { result, pending, start } = useAction(topics.calendar)
  const calendar = useQuery(calendarQuery({ first: today, last: addDays(today, HOLIDAYS_AHEAD_DAYS) }))
  return (
    <div className={styles.parts}>
      <Panel
        title={words.catalogue.closures}
        action={
          <LinkButton {...pb.calendar()} variant="default" size="sm">
            {words.catalogue.blockInCalendar}
          </LinkButton>
        }
      >
        <QueryState query={query}>
          {closures =>
            closures.length === 0 ? (
              <EmptyState title={words.catalogue.noClosures} text={words.catalogue.noClosuresText} />
            ) : (
              <ul>
                {closures.map(closure => {
                  const name = closure.reason ?? words.calendar.blocked
                  return (
                    <li className={styles.person} key={closure.id}>
                      <span className={styles.personWords}>
                        <span className={styles.name}>{name}</span>
                        <span className={styles.more}>
                          {time.moment(closure.starts_at)} – {time.moment(closure.ends_at)} ·{' '}
                          {closure.resource?.name ?? words.block.everybody}
                        </span>
                      </span>
                      <ActionButton
                        subject={name}
                        refusal={refusalText(closure.allowed.remove)}
                        pending={pending}
                        onClick={() =>
                          start(async () => {
                            await removeBlock('closure', closure.id)
                            return { went: 'well', text: words.block.removed }
                          })
                        }
                      >
                        {words.block.remove}
                      </ActionButton>
                    </li>
                  )
                })}
              </ul>
            )
          }
        </QueryState>
        <ActionResult result={result} />
        {mayManage && <NewClosure />}
      </Panel>
      <Panel title={words.catalogue.holidays}>
        <QueryState query={calendar}>
          {({ holidays }) =>
            holidays.length === 0 ? (
              <EmptyState title={words.catalogue.noHolidays} />
            ) : (
              <ul>
                {holidays.map(({ date, name }) => (
                  <li className={styles.person} key={date}>
                    <span className={styles.name}>{name[currentLanguage()]}</span>
                    <span className={styles.more}>{time.longDay(date)}</span>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryState>
      </Panel>
    </div>
  )
}
