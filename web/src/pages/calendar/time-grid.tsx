import { useEffect, useRef } from 'react'
import { words } from '../../text/words.ts'
import { clockOf, hoursShown, type Stretch } from '../../util/day-layout.ts'
import { ColumnBody } from './column-body.tsx'
import type { GridProps } from './grid-props.ts'
import styles from './time-grid.module.css'
import { useMover } from './use-mover.ts'

/** Columns of time: of people on a day, or of days. Entries can be dragged, or moved with the keyboard. */
export const TimeGrid = (props: GridProps) => {
  const { columns, heads, now } = props
  const bodyRef = useRef<HTMLDivElement>(null)
  const scrollRef = useRef<HTMLDivElement>(null)
  const shown = hoursShown(
    columns.flatMap(column => [...column.working, ...column.entries.map(({ hull }) => hull)]),
  )
  const minutesPerPx = () => (shown.to - shown.from) / (bodyRef.current?.clientHeight || 1)
  const mover = useMover({ ...props, shown, minutesPerPx })
  useEffect(() => {
    const scroller = scrollRef.current
    const line = scroller?.querySelector<HTMLElement>('[data-now]')
    if (scroller && line) scroller.scrollTop = line.offsetTop - scroller.clientHeight / 3
  }, [])
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className={styles.scroller} ref={scrollRef} role="group" aria-label={words.calendar.grid}>
      <div
        className={styles.grid}
        style={{ gridTemplateColumns: `var(--gutter) repeat(${columns.length}, minmax(var(--column), 1fr))` }}
      >
        <div className={styles.corner} />
        {columns.map(column => (
          <div className={styles.head} key={column.key} data-today={column.day === now.day || undefined}>
            {heads(column)}
          </div>
        ))}
        <Gutter shown={shown} />
        {columns.map((column, index) => (
          <ColumnBody
            key={column.key}
            {...props}
            column={column}
            shown={shown}
            mover={mover}
            bodyRef={index === 0 ? bodyRef : undefined}
            nowMinutes={column.day === now.day ? now.minutes : null}
          />
        ))}
      </div>
    </div>
  )
}

const Gutter = ({ shown }: { shown: Stretch }) => {
  const hours = Array.from({ length: (shown.to - shown.from) / 60 }, (_, index) => shown.from / 60 + index)
  return (
    <div className={styles.gutter} aria-hidden="true">
      {hours.map(hour => (
        <span className={styles.hour} key={hour}>
          {clockOf(hour * 60)}
        </span>
      ))}
    </div>
  )
}
