import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { staffQuery } from '../../api/booking-queries.ts'
import type { CalendarImport } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { CheckBox } from '../../ui/check-box.tsx'
import { Panel } from '../../ui/panel.tsx'
import { addDays, type LocalDate } from '../../util/local-date.ts'
import styles from './import.module.css'
import { type Picks, SOMEBODY_NEW, toggled } from './import-choices.ts'

type Props = { shown: CalendarImport; picks: Picks; onPick: (picks: Picks) => void }
type Week = CalendarImport['weeks'][number]
const A_MONDAY = '2026-11-23' as LocalDate

/** Who of the business somebody at Cal.com is, or that they are somebody new. */
export const ImportPeoplePanel = ({ shown, picks, onPick }: Props) => {
  const text = words.elsewhere.import
  const staff = useQuery(staffQuery()).data ?? []
  if (shown.people.length === 0) return null
  const nameOf = (id: string | null) => staff.find(person => person.id === id)?.name
  return (
    <Panel title={text.people} count={shown.people.length}>
      <ul className={styles.people}>
        {shown.people.map(({ host, name, resource_id: id, match }) => (
          <li key={host} className={styles.person}>
            {match === 'linked' ? (
              <p>
                {name} <span className={styles.foot}>{`${text.known}: ${nameOf(id) ?? ''}`}</span>
              </p>
            ) : (
              <NativeSelect
                size="sm"
                label={text.whoIs(name)}
                value={picks.people[host] ?? ''}
                data={[
                  { value: '', label: text.nobody },
                  { value: SOMEBODY_NEW, label: text.somebodyNew },
                  ...staff.map(person => ({ value: person.id, label: person.name })),
                ]}
                description={match === 'by_name' ? `${text.byName}: ${nameOf(id) ?? ''}` : undefined}
                onChange={event =>
                  onPick({ ...picks, people: { ...picks.people, [host]: event.currentTarget.value } })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Whose week is another one there. */
export const ImportWeeksPanel = ({ shown, picks, onPick }: Props) => {
  const text = words.elsewhere.import
  if (shown.weeks.length === 0) return null
  return (
    <Panel title={text.weeks}>
      <ul>
        {shown.weeks.map(week => (
          <WeekItem
            key={week.schedule}
            week={week}
            who={shown.people.find(({ host }) => host === week.host)?.name ?? week.name}
            checked={picks.weeks.includes(week.schedule)}
            onToggle={() => onPick({ ...picks, weeks: toggled(picks.weeks, week.schedule) })}
            days={picks.days[week.schedule] ?? []}
            onToggleDay={date => {
              const days = toggled(picks.days[week.schedule] ?? [], date)
              onPick({ ...picks, days: { ...picks.days, [week.schedule]: days } })
            }}
          />
        ))}
      </ul>
    </Panel>
  )
}

type WeekProps = {
  week: Week
  who: string
  checked: boolean
  onToggle: () => void
  days: readonly string[]
  onToggleDay: (date: string) => void
}

const WeekItem = ({ week, who, checked, onToggle, days, onToggleDay }: WeekProps) => {
  const text = words.elsewhere.import
  const isSame = week.only_ours.length + week.only_theirs.length === 0
  return (
    <li className={styles.item}>
      <p className={styles.who}>
        {who} <span className={styles.foot}>{week.name}</span>
      </p>
      {isSame && <p className={styles.foot}>{text.weekSame}</p>}
      <Windows label={text.onlyHere} windows={week.only_ours} />
      <Windows label={text.onlyThere} windows={week.only_theirs} />
      {week.cannot !== null && <p className={styles.foot}>{text.cannot[week.cannot]}</p>}
      {!isSame && week.cannot === null && (
        <CheckBox label={text.takeWeek(who)} shows="label" checked={checked} onChange={onToggle} />
      )}
      {week.days.map(day => (
        <DayItem
          key={day.date}
          day={day}
          who={who}
          canTake={week.cannot === null}
          checked={days.includes(day.date)}
          onToggle={() => onToggleDay(day.date)}
        />
      ))}
    </li>
  )
}

type DayProps = {
  day: Week['days'][number]
  who: string
  canTake: boolean
  checked: boolean
  onToggle: () => void
}

/** A date with other hours than the usual ones, on either side. */
const DayItem = ({ day, who, canTake, checked, onToggle }: DayProps) => {
  const text = words.elsewhere.import
  const { time } = useFormats()
  const date = time.longDay(day.date as LocalDate)
  const hoursOf = (windows: Week['days'][number]['ours']) => {
    if (windows === null) return text.dayUsual
    return windows.length === 0 ? text.dayOff : windows.map(({ from, to }) => `${from}–${to}`).join(', ')
  }
  const sides = text.daySides(date, hoursOf(day.ours), hoursOf(day.theirs))
  if (day.theirs === null || !canTake) return <p className={styles.foot}>{sides}</p>
  return (
    <CheckBox label={`${sides}. ${text.takeDay(who)}`} shows="label" checked={checked} onChange={onToggle} />
  )
}

const Windows = ({ label, windows }: { label: string; windows: Week['only_ours'] }) => {
  const { time } = useFormats()
  if (windows.length === 0) return null
  const shown = windows.map(
    ({ weekday, from, to }) => `${time.weekday(addDays(A_MONDAY, weekday - 1))} ${from}–${to}`,
  )
  return (
    <p>
      <span className={styles.foot}>{label}:</span> {shown.join(', ')}
    </p>
  )
}
