import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { addClosure } from '../../api/block-queries.ts'
import { allStaffQuery, roomsQuery } from '../../api/catalogue-queries.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { useAction } from '../../table/use-action.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { addDays, instantOn, isLocalDate } from '../../util/local-date.ts'
import styles from './catalogue.module.css'

/** Whole days on which nobody can be booked: holidays of the business, a room that is out of order. */
export const NewClosure = () => {
  const text = words.catalogue.newClosure
  const { counted, time } = useFormats()
  const zone = useSession().tenant.time_zone
  const { result, pending, start } = useAction(topics.calendar)
  const [first, setFirst] = useState(() => addDays(time.today(), 1))
  const [last, setLast] = useState(first)
  const isBackwards = last < first
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    if (!isLocalDate(first) || !isLocalDate(last) || isBackwards) return
    start(async () => {
      const { collisions } = await addClosure({
        starts_at: instantOn(first, 0, zone),
        ends_at: instantOn(addDays(last, 1), 0, zone),
        resource_id: String(given.get('whom')) || null,
        reason: String(given.get('reason')).trim() || null,
      })
      form.reset()
      return collisions > 0
        ? { went: 'partly', text: counted(collisions, words.catalogue.leftOver) }
        : { went: 'well', text: words.sheet.saved }
    })
  }
  const day = (label: string, value: string, onChange: (day: string) => void) => (
    <TextInput
      type="date"
      label={label}
      min={time.today()}
      value={value}
      required
      withAsterisk={false}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
  return (
    <>
      <form className={styles.addRow} onSubmit={submit}>
        {day(text.first, first, value => {
          setFirst(value)
          if (last < value) setLast(value)
        })}
        {day(text.last, last, setLast)}
        <Whom />
        <TextInput
          name="reason"
          label={words.block.reason}
          placeholder={text.example}
          maxLength={500}
          autoComplete="off"
        />
        <Button type="submit" variant="default" loading={pending} disabled={isBackwards}>
          {text.add}
        </Button>
      </form>
      <ActionResult result={result} />
    </>
  )
}

const Whom = () => {
  const staff = useQuery(allStaffQuery()).data ?? []
  const rooms = useQuery(roomsQuery()).data ?? []
  return (
    <NativeSelect
      name="whom"
      label={words.block.whom}
      data={[
        { value: '', label: words.block.everybody },
        ...[...staff, ...rooms]
          .filter(({ active }) => active)
          .map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
