import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import type { BlockMade } from '../../api/block-queries.ts'
import type { Calendar } from '../../api/contract.ts'
import { useSession } from '../../api/session-context.ts'
import { problemText } from '../../text/problem-text.ts'
import { words } from '../../text/words.ts'
import { clockOf, stretchOn } from '../../util/day-layout.ts'
import { addDays, type LocalDate } from '../../util/local-date.ts'
import { ExistingBlocks } from './existing-blocks.tsx'
import type { PickedTime } from './picked-time.ts'
import sheet from './sheets.module.css'
import styles from './time-sheet.module.css'
import { absenceKinds, type BlockRange, useBlocking } from './use-blocking.ts'

type Props = { picked: PickedTime; calendar: Calendar; onDone: (made: BlockMade) => void }

const NOON = 12 * 60
const EVERYBODY = ''

/** Blocks time: of everybody, a room, or one person. What stands in it is shown afterwards, one by one. */
export const BlockForm = ({ picked, calendar, onDone }: Props) => {
  const { permissions } = useSession()
  const mayManage = permissions.includes('manage')
  const resources = calendar.resources.filter(({ kind }) => mayManage || kind === 'staff')
  const [whom, setWhom] = useState(picked.resourceId ?? (mayManage ? EVERYBODY : (resources[0]?.id ?? '')))
  const [range, setRange] = useState(() => rangeFor(calendar, picked.day, { from: picked.minutes ?? NOON }))
  const blocking = useBlocking({ zone: calendar.zone, onDone })
  const person = resources.find(({ id, kind }) => id === whom && kind === 'staff')
  const isBackwards = `${range.fromDay}T${range.from}` >= `${range.toDay}T${range.to}`
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const reason = String(given.get('reason') ?? '').trim() || null
    const kind = absenceKinds.find(known => known === given.get('kind')) ?? 'other'
    blocking.save({
      range,
      reason,
      ...(person ? { staffId: person.id, kind } : { resourceId: whom || null }),
    })
  }
  return (
    <form className={styles.step} onSubmit={submit}>
      <NativeSelect
        label={words.block.whom}
        value={whom}
        data={[
          ...(mayManage ? [{ value: EVERYBODY, label: words.block.everybody }] : []),
          ...resources.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={event => setWhom(event.currentTarget.value)}
      />
      <QuickRanges calendar={calendar} picked={picked} onPick={setRange} />
      <Range range={range} onChange={setRange} />
      {person && (
        <NativeSelect
          name="kind"
          label={words.block.kind}
          defaultValue="other"
          data={absenceKinds.map(kind => ({ value: kind, label: words.calendar.absent[kind] }))}
        />
      )}
      <TextInput
        name="reason"
        label={person ? words.block.note : words.block.reason}
        maxLength={500}
        autoComplete="off"
      />
      {(isBackwards || blocking.problem) && (
        <p className={sheet.sentence} role="alert">
          {isBackwards ? words.block.badRange : blocking.problem && problemText(blocking.problem)}
        </p>
      )}
      <Button type="submit" loading={blocking.pending} disabled={isBackwards}>
        {words.block.save}
      </Button>
      {!mayManage && <p className={sheet.quiet}>{words.block.onlyManagers}</p>}
      <ExistingBlocks picked={picked} calendar={calendar} />
    </form>
  )
}

/** From a minute to the end of the working day, or of the day when nobody works. */
const rangeFor = (
  { opening }: Calendar,
  day: LocalDate,
  { from, to }: { from: number; to?: number },
): BlockRange => {
  const ends = opening.flatMap(span => stretchOn(day, span)?.to ?? [])
  const end = to ?? Math.max(0, ...ends.filter(minute => minute > from))
  const until = end > from ? end : 24 * 60
  const isMidnight = until === 24 * 60
  return {
    fromDay: day,
    from: clockOf(from),
    toDay: isMidnight ? addDays(day, 1) : day,
    to: isMidnight ? '00:00' : clockOf(until),
  }
}

type QuickProps = { calendar: Calendar; picked: PickedTime; onPick: (range: BlockRange) => void }

const QuickRanges = ({ calendar, picked: { day, minutes }, onPick }: QuickProps) => (
  <fieldset className={styles.quick}>
    <legend className={styles.stepTitle}>{words.block.quick}</legend>
    {minutes !== null && (
      <Button variant="default" size="xs" onClick={() => onPick(rangeFor(calendar, day, { from: minutes }))}>
        {words.block.restOfDay}
      </Button>
    )}
    <Button variant="default" size="xs" onClick={() => onPick(rangeFor(calendar, day, { from: NOON }))}>
      {words.block.afternoon}
    </Button>
    <Button
      variant="default"
      size="xs"
      onClick={() => onPick(rangeFor(calendar, day, { from: 0, to: 24 * 60 }))}
    >
      {words.block.wholeDay}
    </Button>
  </fieldset>
)

const Range = ({ range, onChange }: { range: BlockRange; onChange: (range: BlockRange) => void }) => {
  const field = (name: keyof BlockRange, label: string, type: 'date' | 'time') => (
    <TextInput
      type={type}
      label={label}
      value={range[name]}
      required
      withAsterisk={false}
      onChange={event => onChange({ ...range, [name]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <div className={styles.pair}>
        {field('fromDay', words.block.fromDay, 'date')}
        {field('from', words.block.fromTime, 'time')}
      </div>
      <div className={styles.pair}>
        {field('toDay', words.block.untilDay, 'date')}
        {field('to', words.block.untilTime, 'time')}
      </div>
    </>
  )
}
