import { VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { addDays, type LocalDate, weekOf } from '../../util/local-date.ts'
import { pb } from '../../util/path-builder.ts'
import { LinkButton, LinkSign } from '../link-button.tsx'
import styles from './day-switcher.module.css'

/** The week around a day, one step to either side, and the way back to today. */
export const DaySwitcher = ({ day }: { day: LocalDate }) => {
  const { time } = useFormats()
  const today = time.today()
  return (
    <nav className={styles.switcher} aria-label={words.appointments.pickDay}>
      <Step to={addDays(day, -1)} label={words.appointments.previousDay}>
        <IconChevronLeft size={18} />
      </Step>
      <ol className={styles.week}>
        {weekOf(day).map(date => (
          <li key={date} className={styles.slot}>
            <Link
              className={styles.day}
              {...pb.appointmentsOn(date)}
              aria-current={date === day ? 'date' : undefined}
              data-today={date === today || undefined}
            >
              <span className={styles.weekday}>{time.weekday(date)}</span>
              <span className={styles.number}>{Number(date.slice(8))}</span>
              <VisuallyHidden>{time.longDay(date)}</VisuallyHidden>
            </Link>
          </li>
        ))}
      </ol>
      <Step to={addDays(day, 1)} label={words.appointments.nextDay}>
        <IconChevronRight size={18} />
      </Step>
      <LinkButton
        {...pb.appointments()}
        variant="default"
        size="sm"
        className={styles.today}
        data-here={day === today || undefined}
      >
        {words.appointments.backToToday}
      </LinkButton>
    </nav>
  )
}

const Step = ({ to, label, children }: { to: LocalDate; label: string; children: ReactNode }) => (
  <LinkSign {...pb.appointmentsOn(to)} variant="default" size={40} aria-label={label} className={styles.step}>
    {children}
  </LinkSign>
)
