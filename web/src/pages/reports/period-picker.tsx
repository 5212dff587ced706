import { Button, TextInput } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { type SubmitEvent, useState } from 'react'
import type { ReportOnly, ReportPeriod } from '../../api/report-queries.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { isLocalDate } from '../../util/local-date.ts'
import { pb } from '../../util/path-builder.ts'
import { periodProblem, presetNames, presetsOn } from './report-period.ts'
import styles from './reports.module.css'

/** Which days to look at: one click for the usual ones, two fields for any. */
export const PeriodPicker = ({ wish }: { wish: ReportPeriod & ReportOnly }) => {
  const text = words.insight.reports
  const { time } = useFormats()
  const navigate = useNavigate()
  const [problem, setProblem] = useState<'backwards' | 'tooLong' | null>(null)
  const presets = presetsOn(time.today())
  // On the 28th of a month two of them are the same days.
  const chosen = presetNames.find(name => isSame(presets[name], wish))
  const choose = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [from, to] = [String(given.get('from')), String(given.get('to'))]
    if (!isLocalDate(from) || !isLocalDate(to)) return
    const found = periodProblem({ from, to })
    setProblem(found)
    if (found === null) void navigate(pb.reportsOf({ ...wish, from, to }))
  }
  return (
    <div className={styles.picker}>
      <nav className={styles.presets} aria-label={text.period}>
        {presetNames.map(name => (
          <Link
            key={name}
            {...pb.reportsOf({ ...wish, ...presets[name] })}
            className={styles.preset}
            aria-current={name === chosen ? 'page' : undefined}
          >
            {text.preset[name]}
          </Link>
        ))}
      </nav>
      <form className={styles.dates} onSubmit={choose}>
        <TextInput
          type="date"
          name="from"
          label={text.from}
          defaultValue={wish.from}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          name="to"
          label={text.to}
          defaultValue={wish.to}
          error={problem === null ? undefined : text[problem]}
          required
          withAsterisk={false}
        />
        <Button type="submit" variant="default">
          {text.show}
        </Button>
      </form>
    </div>
  )
}

const isSame = (one: ReportPeriod, other: ReportPeriod) => one.from === other.from && one.to === other.to
