import type { Report } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { Panel } from '../../ui/panel.tsx'
import { BarChart } from './bar-chart.tsx'
import { useFigureText } from './figure-cards.tsx'
import { FigureTable } from './figure-table.tsx'
import styles from './reports.module.css'

type Props = { report: Report }

export const CallsByDay = ({ report: { days } }: Props) => {
  const text = words.insight.reports
  const { time, number } = useFormats()
  const column = text.column
  return (
    <Panel
      title={text.callsByDay}
      action={
        <p className={styles.legend} aria-hidden="true">
          <span className={styles.keyPart}>{text.legendBooked}</span>
          <span className={styles.keyWhole}>{text.legendOther}</span>
        </p>
      }
    >
      <BarChart
        label={text.callsByDay}
        bars={days.map(({ date, calls, booked }) => ({
          key: date,
          title: `${time.longDay(date)}: ${number(calls ?? 0)}, ${text.legendBooked} ${number(booked?.part ?? 0)}`,
          value: calls ?? 0,
          part: booked?.part ?? 0,
        }))}
        ends={endsOf(days, time.shortDay)}
        empty={text.noCalls}
        table={
          <FigureTable
            label={text.callsByDay}
            head={[column.day, column.calls, column.booked]}
            rows={days.map(({ date, calls, booked }) => ({
              key: date,
              cells: [time.shortDay(date), number(calls ?? 0), number(booked?.part ?? 0)],
            }))}
          />
        }
      />
    </Panel>
  )
}

export const LoadByDay = ({ report: { days } }: Props) => {
  const text = words.insight.reports
  const { time } = useFormats()
  const { shareText } = useFigureText()
  return (
    <Panel title={text.loadByDay}>
      <BarChart
        label={text.loadByDay}
        full={1}
        bars={days.map(({ date, load }) => ({
          key: date,
          title: `${time.longDay(date)}: ${shareText(load)}`,
          value: load.share ?? 0,
          part: load.share ?? 0,
        }))}
        ends={endsOf(days, time.shortDay)}
        empty={text.noLoad}
        table={
          <FigureTable
            label={text.loadByDay}
            head={[text.column.day, text.column.load]}
            rows={days.map(({ date, load }) => ({
              key: date,
              cells: [time.shortDay(date), shareText(load)],
            }))}
          />
        }
      />
    </Panel>
  )
}

export const CallsByHour = ({ report: { hours } }: Props) => {
  const text = words.insight.reports
  const { number } = useFormats()
  return (
    <Panel title={text.callsByHour}>
      <BarChart
        label={text.callsByHour}
        bars={hours.map(({ hour, calls }) => ({
          key: String(hour),
          title: `${text.hour(hour)}: ${number(calls)}`,
          value: calls,
          part: calls,
        }))}
        ends={[text.hour(0), text.hour(23)]}
        empty={text.noCalls}
        table={
          <FigureTable
            label={text.callsByHour}
            head={[text.column.hour, text.column.calls]}
            rows={hours.map(({ hour, calls }) => ({
              key: String(hour),
              cells: [text.hour(hour), number(calls)],
            }))}
          />
        }
      />
    </Panel>
  )
}

/** A list and no drawing: there are few, and each has its word. */
export const Outcomes = ({ report: { outcomes, figures } }: Props) => {
  const text = words.insight.reports
  const { number, percent } = useFormats()
  return (
    <Panel title={text.outcomes}>
      <FigureTable
        label={text.outcomes}
        head={[text.outcomes, text.column.calls, text.column.share]}
        rows={outcomes.map(({ outcome, calls }) => ({
          key: String(outcome),
          cells: [
            outcome === null ? text.running : words.outcome[outcome],
            number(calls),
            figures.calls ? percent(calls / figures.calls) : text.nothing,
          ],
        }))}
      />
    </Panel>
  )
}

const endsOf = (days: Report['days'], shown: (day: string) => string): [string, string] => [
  shown(days[0]?.date ?? ''),
  shown(days.at(-1)?.date ?? ''),
]
