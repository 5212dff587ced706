import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { slotsQuery } from '../../api/calendar-queries.ts'
import type { Slot } from '../../api/contract.ts'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { SkeletonRows } from '../../ui/skeleton-rows.tsx'
import { addDays, type LocalDate } from '../../util/local-date.ts'
import styles from './sheets.module.css'
import { SlotButtons } from './slot-buttons.tsx'

type Props = {
  serviceId: string
  day: LocalDate
  staffId?: string | undefined
  /** Whom one may ask for. */
  people: ReadonlyArray<{ id: string; name: string }>
  moving?: string
  chosen?: string | undefined
  onPick: (slot: Slot) => void
}

const LOOK_AHEAD_DAYS = 28

/** The free times of a service on a day, of one person or of anybody; and the next day that has one. */
export const SlotPicker = ({ serviceId, people, moving, chosen, onPick, ...start }: Props) => {
  const { time } = useFormats()
  const [day, setDay] = useState(start.day)
  const [staffId, setStaffId] = useState(start.staffId)
  const wish = { serviceId, staffId, moving }
  const query = useQuery(slotsQuery({ ...wish, day }))
  return (
    <section className={styles.part}>
      <div className={styles.days}>
        <ActionIcon
          variant="default"
          size={40}
          aria-label={words.slots.previousDay}
          disabled={day <= time.today()}
          onClick={() => setDay(addDays(day, -1))}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <label className={styles.dayField}>
          <span className={styles.dayName}>{time.longDay(day)}</span>
          <input
            className={styles.dayInput}
            type="date"
            aria-label={words.slots.day}
            value={day}
            min={time.today()}
            onChange={event => event.currentTarget.value && setDay(event.currentTarget.value)}
          />
        </label>
        <ActionIcon
          variant="default"
          size={40}
          aria-label={words.slots.nextDay}
          onClick={() => setDay(addDays(day, 1))}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </div>
      {people.length > 1 && (
        <NativeSelect
          label={words.slots.who}
          value={staffId ?? ''}
          data={[
            { value: '', label: words.slots.anyone },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={event => setStaffId(event.currentTarget.value || undefined)}
        />
      )}
      <h3 className={styles.subtitle}>{words.slots.free}</h3>
      <QueryState query={query} skeleton={<SkeletonRows rows={3} height="2.75rem" />}>
        {slots =>
          slots.length === 0 ? (
            <NoneFree {...wish} day={day} onFound={setDay} />
          ) : (
            <SlotButtons
              slots={slots}
              names={staffId === undefined ? 'shown' : 'known'}
              chosen={chosen}
              onPick={onPick}
            />
          )
        }
      </QueryState>
    </section>
  )
}

type Search = {
  serviceId: string
  staffId: string | undefined
  moving: string | undefined
  day: LocalDate
  onFound: (day: LocalDate) => void
}

const NoneFree = ({ onFound, ...wish }: Search) => {
  const queryClient = useQueryClient()
  const [found, setFound] = useState<'looking' | 'nothing' | null>(null)
  const look = async () => {
    setFound('looking')
    const slots = await queryClient
      .fetchQuery(slotsQuery({ ...wish, days: LOOK_AHEAD_DAYS, most: 1 }))
      .catch(() => [])
    const [first] = slots
    if (first) onFound(first.starts_at.slice(0, 10))
    else setFound('nothing')
  }
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{found === 'nothing' ? words.slots.laterNone : words.slots.none}</p>
      {found !== 'nothing' && (
        <div>
          <Button variant="default" size="sm" loading={found === 'looking'} onClick={() => void look()}>
            {words.slots.later}
          </Button>
        </div>
      )}
    </div>
  )
}
