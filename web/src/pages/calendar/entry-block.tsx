import { SourceSign } from '../../table/appointment-badge.tsx'
import { words } from '../../text/words.ts'
import { clockOf, type Stretch } from '../../util/day-layout.ts'
import type { Column, Entry } from './columns.ts'
import type { GridProps } from './grid-props.ts'
import { placeOf } from './place-of.ts'
import styles from './time-grid.module.css'
import type { useMover } from './use-mover.ts'

type Props = {
  entry: Entry
  column: Column
  shown: Stretch
  names: GridProps['names']
  mover: ReturnType<typeof useMover>
  onOpen: GridProps['onOpen']
}

const SHORT_MINUTES = 30

/** One appointment: each part where work is done, and between parts a thread that leaves the time to others. */
export const EntryBlock = ({ entry, column, shown, names, mover, onOpen }: Props) => {
  const { appointment, hull, parts, lane, lanes } = entry
  const [first = hull] = parts
  const isMoving = mover.moving?.entry.appointment.id === appointment.id
  const whole = hull.to - hull.from
  const clock = `${clockOf(hull.from)} – ${clockOf(hull.to)}`
  const facts = [clock, appointment.attendee_name, appointment.service.name]
  if (names === 'known' && column.resource) facts.push(column.resource.name)
  facts.push(words.appointmentState[appointment.state])
  return (
    <button
      type="button"
      className={styles.entry}
      data-state={appointment.state}
      data-moving={isMoving || undefined}
      data-narrow={(names === 'shown' && lanes > 1) || undefined}
      data-short={first.to - first.from <= SHORT_MINUTES || undefined}
      style={{
        ...placeOf(hull, shown),
        left: `calc(${(lane / lanes) * 100}% + 2px)`,
        width: `calc(${100 / lanes}% - 6px)`,
      }}
      aria-label={words.calendar.entry(facts.join(', '))}
      aria-keyshortcuts="M"
      onPointerDown={event => mover.pointer(event, entry)}
      onKeyDown={event => mover.keyboard(event, entry, column)}
      onBlur={mover.giveUp}
      onClick={() => mover.swallowsClick() || onOpen(appointment)}
    >
      {parts.length > 1 && <span className={styles.thread} />}
      {parts.map((part, index) => (
        <span
          className={styles.part}
          key={part.from}
          style={{
            top: `${((part.from - hull.from) / whole) * 100}%`,
            height: `${((part.to - part.from) / whole) * 100}%`,
          }}
        >
          {index === 0 ? (
            <>
              <span className={styles.who}>{appointment.attendee_name}</span>
              <span className={styles.what}>
                <span className={styles.clock}>{clockOf(hull.from)}</span> {appointment.service.name}
              </span>
              <span className={styles.source}>
                <SourceSign source={appointment.source} />
              </span>
            </>
          ) : (
            <span className={styles.what}>
              <span className={styles.clock}>{clockOf(part.from)}</span> {appointment.attendee_name}
            </span>
          )}
        </span>
      ))}
    </button>
  )
}
