import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import { addStaff, allStaffQuery, setStaffActive } from '../../api/catalogue-queries.ts'
import type { StaffMember } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { useSession } from '../../api/session-context.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { refusalText } from '../../text/refusal-text.ts'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { Badge } from '../../ui/badge.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './catalogue.module.css'

/** Who can be booked, and who could once. */
export const TeamTab = () => {
  const { counted } = useFormats()
  const mayManage = useSession().permissions.includes('manage')
  const query = useQuery(allStaffQuery())
  const { result, pending, start } = useAction(topics.catalogue)
  const toggle = (person: StaffMember) =>
    start(async () => {
      const { collisions } = await setStaffActive(person)
      const left = collisions.length
      return left > 0
        ? { went: 'partly', text: counted(left, words.catalogue.leftOver) }
        : { went: 'well', text: words.sheet.saved }
    })
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const name = String(new FormData(form).get('name')).trim()
    start(async () => {
      await addStaff(name)
      form.reset()
      return { went: 'well', text: words.catalogue.personAdded(name) }
    })
  }
  return (
    <Panel title={words.catalogue.tab.team}>
      <QueryState query={query}>
        {people =>
          people.length === 0 ? (
            <EmptyState title={words.calendar.nobody} />
          ) : (
            <ul>
              {people.map(person => (
                <PersonRow
                  key={person.id}
                  person={person}
                  pending={pending}
                  onToggle={() => toggle(person)}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
      {mayManage && (
        <form className={styles.addRow} onSubmit={add}>
          <TextInput
            name="name"
            label={words.catalogue.newPerson}
            required
            withAsterisk={false}
            maxLength={80}
            autoComplete="off"
          />
          <Button type="submit" variant="default" loading={pending}>
            {words.catalogue.addPerson}
          </Button>
        </form>
      )}
      <ActionResult result={result} />
    </Panel>
  )
}

type RowProps = { person: StaffMember; pending: boolean; onToggle: () => void }

const PersonRow = ({ person, pending, onToggle }: RowProps) => {
  const { active, allowed, name, services } = person
  return (
    <li className={styles.person}>
      <span className={styles.personWords}>
        <span className={styles.name}>
          {name} {!active && <Badge tone="neutral">{words.catalogue.inactive}</Badge>}
        </span>
        <span className={styles.more}>
          {services.map(service => service.name).join(', ') || words.catalogue.doesNothing}
        </span>
      </span>
      <ActionButton
        subject={name}
        refusal={refusalText(active ? allowed.deactivate : allowed.activate)}
        pending={pending}
        onClick={onToggle}
      >
        {active ? words.catalogue.deactivate : words.catalogue.activate}
      </ActionButton>
    </li>
  )
}
