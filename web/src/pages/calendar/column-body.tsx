import { type MouseEvent, type RefObject, useState } from 'react'
import { words } from '../../text/words.ts'
import { clockOf, outsideOf, type Stretch, snapped } from '../../util/day-layout.ts'
import { BandBlock } from './band-block.tsx'
import type { Column } from './columns.ts'
import { EntryBlock } from './entry-block.tsx'
import type { GridProps } from './grid-props.ts'
import { placeOf } from './place-of.ts'
import styles from './time-grid.module.css'
import { STEP_MINUTES, type useMover } from './use-mover.ts'

type Props = GridProps & {
  column: Column
  shown: Stretch
  mover: ReturnType<typeof useMover>
  bodyRef: RefObject<HTMLDivElement | null> | undefined
  nowMinutes: number | null
}

/** One column: what is outside of working time, what is blocked, the appointments, and now. */
export const ColumnBody = (props: Props) => {
  const { column, shown, mover, bodyRef, nowMinutes } = props
  const moving = mover.moving?.columnKey === column.key ? mover.moving : null
  const hours = (shown.to - shown.from) / 60
  return (
    <div
      className={styles.column}
      data-column={column.key}
      ref={bodyRef}
      style={{ height: `calc(${hours} * var(--hour))` }}
    >
      {outsideOf(column.working, shown).map(stretch => (
        <div className={styles.outside} key={stretch.from} style={placeOf(stretch, shown)} />
      ))}
      {props.onPick && <FreeTime column={column} shown={shown} nameOf={props.nameOf} onPick={props.onPick} />}
      {column.bands.map(band => (
        <BandBlock key={band.key} band={band} style={placeOf(band, shown)} />
      ))}
      {column.entries.map(entry => (
        <EntryBlock
          key={entry.appointment.id}
          entry={entry}
          column={column}
          shown={shown}
          names={props.names}
          mover={mover}
          onOpen={props.onOpen}
        />
      ))}
      {moving && (
        <div
          className={styles.ghost}
          style={placeOf({ from: moving.from, to: moving.from + lengthOf(moving.entry.hull) }, shown)}
        >
          {clockOf(moving.from)} – {clockOf(moving.from + lengthOf(moving.entry.hull))}
        </div>
      )}
      {nowMinutes !== null && nowMinutes >= shown.from && nowMinutes < shown.to && (
        <div
          className={styles.now}
          data-now
          style={{ top: placeOf({ from: nowMinutes, to: nowMinutes }, shown).top }}
          role="img"
          aria-label={`${words.calendar.now}: ${clockOf(nowMinutes)}`}
        />
      )}
    </div>
  )
}

const lengthOf = ({ from, to }: Stretch) => to - from

type FreeProps = Pick<Props, 'column' | 'shown' | 'nameOf'> & { onPick: NonNullable<GridProps['onPick']> }

/** What is under everything else: a click on it takes the time it points at. By keyboard the time is asked later. */
const FreeTime = ({ column, shown, nameOf, onPick }: FreeProps) => {
  const [pointed, setPointed] = useState<number | null>(null)
  const minutesAt = (event: MouseEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientY - top) / height
    return snapped(shown.from + share * (shown.to - shown.from), STEP_MINUTES)
  }
  return (
    <button
      type="button"
      className={styles.free}
      aria-label={words.calendar.free(nameOf(column))}
      onMouseMove={event => setPointed(minutesAt(event))}
      onMouseLeave={() => setPointed(null)}
      onClick={event => onPick(column, event.detail === 0 ? null : minutesAt(event))}
    >
      {pointed !== null && (
        <span
          className={styles.hint}
          style={placeOf({ from: pointed, to: pointed + STEP_MINUTES }, shown)}
          aria-hidden="true"
        >
          + {clockOf(pointed)}
        </span>
      )}
    </button>
  )
}
