import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { staffQuery } from '../../api/booking-queries.ts'
import { catalogueServicesQuery } from '../../api/catalogue-queries.ts'
import { createLink, targetsQuery } from '../../api/connected-queries.ts'
import type { CalendarConnection, CalendarLink } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { ActionResult } from '../../table/action-result.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useAction } from '../../table/use-action.ts'
import { words } from '../../text/words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './connected.module.css'
import { EventTypeFields, settingsFrom } from './event-type-fields.tsx'

type Props = { connection: CalendarConnection; onDone: () => void }

/** Says whose calendar is which of the account. The provider is asked what there is. */
export const LinkForm = ({ connection, onDone }: Props) => {
  const text = words.elsewhere.connected
  const staff = useQuery(staffQuery()).data ?? []
  const services = useQuery(catalogueServicesQuery('active')).data ?? []
  const targets = useQuery(targetsQuery(connection.id))
  const [target, setTarget] = useState<string | null>(null)
  const [key] = useState(() => crypto.randomUUID())
  const { result, pending, start } = useAction(topics.connected)
  return (
    <QueryState query={targets}>
      {items => {
        const chosen = items.find(({ id }) => id === target) ?? items[0]
        if (chosen === undefined) return <EmptyState title={text.noTargets} />
        const directions: CalendarLink['direction'][] = chosen.writable ? ['both', 'read', 'write'] : ['read']
        const submit = (event: SubmitEvent<HTMLFormElement>) => {
          event.preventDefault()
          const given = new FormData(event.currentTarget)
          const direction = directions.find(known => known === given.get('direction')) ?? 'read'
          start(async () => {
            await createLink({
              ...{ connection_id: connection.id, resource_id: String(given.get('person')) },
              ...{ service_id: String(given.get('service') ?? '') || null },
              ...{ target: chosen.id, direction, key },
              ...(chosen.kind === 'event_type' && { settings: settingsFrom(given) }),
            })
            onDone()
            return { went: 'well', text: text.linked }
          })
        }
        return (
          <form className={styles.linkForm} onSubmit={submit}>
            <NativeSelect
              label={text.target}
              value={chosen.id}
              data={items.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={event => setTarget(event.currentTarget.value)}
            />
            <NativeSelect
              name="person"
              label={text.person}
              data={staff.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {chosen.kind === 'event_type' && (
              <NativeSelect
                name="service"
                label={text.forService}
                data={[
                  { value: '', label: text.everyService },
                  ...services.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
            <EventTypeFields target={chosen} staff={staff} />
            <NativeSelect
              name="direction"
              label={text.directionOf}
              data={directions.map(value => ({ value, label: text.direction[value] }))}
            />
            <Button type="submit" loading={pending}>
              {text.link}
            </Button>
            <ActionResult result={result} />
          </form>
        )
      }}
    </QueryState>
  )
}
