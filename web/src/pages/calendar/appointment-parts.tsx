import type { CalendarResource, DrawnAppointment } from '../../api/contract.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import styles from './sheets.module.css'

type Props = { drawn: DrawnAppointment; resources: readonly CalendarResource[] }

/** The parts of an appointment in order, with who and what each takes, and the gaps in which people are free. */
export const AppointmentParts = ({ drawn, resources }: Props) => {
  const { time } = useFormats()
  const nameOf = (id: string) => resources.find(resource => resource.id === id)?.name
  const parts = [...Map.groupBy(drawn.segments, segment => segment.position).values()]
  if (parts.length < 2 && drawn.segments.length < 2) return null
  const rows = parts.flatMap((segments, index) => {
    const [first] = segments
    const before = parts[index - 1]?.[0]
    if (!first) return []
    const names = segments.flatMap(({ resource_id }) => nameOf(resource_id) ?? []).join(', ')
    const row = { key: first.starts_at, span: first, text: names, gap: false }
    const gap = before && before.ends_at !== first.starts_at
    const between = gap && { starts_at: before.ends_at, ends_at: first.starts_at }
    return between
      ? [{ key: between.starts_at, span: between, text: words.sheet.gap, gap: true }, row]
      : [row]
  })
  return (
    <section className={styles.part}>
      <h3 className={styles.subtitle}>{words.sheet.parts}</h3>
      <ol className={styles.parts}>
        {rows.map(({ key, span, text, gap }) => (
          <li className={styles.stepRow} key={key} data-gap={gap || undefined}>
            <span>{time.clockRange(span.starts_at, span.ends_at)}</span>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
