import { NativeSelect, TextInput } from '@mantine/core'
import type { LinkSettings } from '../../api/connected-queries.ts'
import type { CalendarTarget } from '../../api/contract.ts'
import { words } from '../../text/words.ts'

type Props = { target: CalendarTarget; staff: ReadonlyArray<{ id: string; name: string }> }

const HOST = 'hosts.'
const QUESTION = 'booking_fields.'

/** What an event type asks to be told: who its hosts are here, and what each booking there answers. */
export const EventTypeFields = ({ target, staff }: Props) => {
  const text = words.elsewhere.connected
  return (
    <>
      {target.hosts?.map(host => {
        const name = host.name ?? host.id
        const same = staff.find(person => person.name.toLowerCase() === name.toLowerCase())
        return (
          <NativeSelect
            key={`${target.id}/${host.id}`}
            name={`${HOST}${host.id}`}
            label={text.hostIs(name)}
            defaultValue={same?.id ?? ''}
            required
            data={[
              { value: '', label: text.choosePerson },
              ...staff.map(person => ({ value: person.id, label: person.name })),
            ]}
          />
        )
      })}
      {target.questions?.map(question => (
        <TextInput
          key={`${target.id}/${question.id}`}
          name={`${QUESTION}${question.id}`}
          label={text.answerTo(question.label ?? question.id)}
          maxLength={200}
          required
        />
      ))}
    </>
  )
}

/** The settings of a link, as the fields above say. */
export function settingsFrom(given: FormData): LinkSettings {
  return [...given].flatMap(([name, value]) =>
    typeof value === 'string' && [HOST, QUESTION].some(prefix => name.startsWith(prefix))
      ? [{ name, value }]
      : [],
  )
}
