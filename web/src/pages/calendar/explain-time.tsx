import { NativeSelect, TextInput } from '@mantine/core'
import { IconCircleCheck, IconClockOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import { type ExplainWish, explanationQuery } from '../../api/calendar-queries.ts'
import type { Calendar } from '../../api/contract.ts'
import { servicesQuery } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { currentLanguage } from '../../text/language.ts'
import { words } from '../../text/words.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { clockOf } from '../../util/day-layout.ts'
import type { PickedTime } from './picked-time.ts'
import sheet from './sheets.module.css'
import styles from './time-sheet.module.css'

type Props = { picked: PickedTime; calendar: Calendar }

const USUAL_MINUTES = 10 * 60

/** Why a time is or is not offered, in the words of the rules that decide it: as a whole, and person by person. */
export const ExplainTime = ({ picked, calendar }: Props) => {
  const services = useQuery(servicesQuery()).data ?? []
  const staff = useQuery(staffQuery()).data ?? []
  const [day, setDay] = useState(picked.day)
  const [clock, setClock] = useState(clockOf(picked.minutes ?? USUAL_MINUTES))
  const [chosen, setChosen] = useState<string | null>(null)
  const person = calendar.resources.find(({ id, kind }) => id === picked.resourceId && kind === 'staff')
  const done = staff.find(({ id }) => id === person?.id)?.services ?? []
  const serviceId = chosen ?? (done[0] ?? services[0])?.id
  const people = staff.filter(one => one.services.some(({ id }) => id === serviceId))
  if (serviceId === undefined) return null
  const wish = { serviceId, at: `${day}T${clock}` }
  return (
    <>
      <p className={sheet.quiet}>{words.explain.hint}</p>
      <NativeSelect
        label={words.explain.service}
        value={serviceId}
        data={services.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={event => setChosen(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <TextInput
          type="date"
          label={words.slots.day}
          value={day}
          onChange={event => event.currentTarget.value && setDay(event.currentTarget.value)}
        />
        <TextInput
          type="time"
          label={words.explain.time}
          value={clock}
          onChange={event => event.currentTarget.value && setClock(event.currentTarget.value)}
        />
      </div>
      <Verdict {...wish} />
      {people.length > 1 && (
        <section className={styles.step}>
          <h3 className={styles.stepTitle}>{words.explain.perPerson}</h3>
          <ul className={styles.reasons}>
            {people.map(one => (
              <li className={styles.reasonRow} key={one.id}>
                <OfPerson name={one.name} {...wish} staffId={one.id} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Verdict = (wish: ExplainWish) => {
  const query = useQuery(explanationQuery(wish))
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={1} height="3rem" />}>
      {({ free, sentence }) => (
        <p className={sheet.sentence} data-free={free || undefined} role="status">
          {sentence[currentLanguage()]}
        </p>
      )}
    </QueryState>
  )
}

const OfPerson = ({ name, ...wish }: ExplainWish & { name: string }) => {
  const explanation = useQuery(explanationQuery(wish)).data
  return (
    <>
      <span className={styles.reasonName}>
        {explanation?.free ? (
          <IconCircleCheck className={styles.yes} size={18} aria-hidden="true" />
        ) : (
          <IconClockOff className={styles.no} size={18} aria-hidden="true" />
        )}
        {name}
      </span>
      <span className={sheet.quiet}>
        {explanation && withoutMoment(explanation.sentence[currentLanguage()])}
      </span>
    </>
  )
}

/** „Mara ist belegt.“ of „Donnerstag, 26.11.2026, 10:00: Mara ist belegt.“: the time stands above already. */
const withoutMoment = (sentence: string) => sentence.replace(/^[^:]*:\d\d: /, '')
