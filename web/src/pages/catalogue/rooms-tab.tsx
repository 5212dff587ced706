import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { SubmitEvent } from 'react'
import {
  addRoom,
  catalogueServicesQuery,
  changeRoom,
  roomsQuery,
  setRoomActive,
} from '../../api/catalogue-queries.ts'
import type { Room } from '../../api/contract.ts'
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
import { CheckBox } from '../../ui/check-box.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './catalogue.module.css'

/** Rooms and devices, how many appointments fit into each at a time, and what they are needed for. */
export const RoomsTab = () => {
  const text = words.setup.rooms
  const { counted } = useFormats()
  const mayManage = useSession().permissions.includes('manage')
  const query = useQuery(roomsQuery())
  const { result, pending, start } = useAction(topics.catalogue)
  const told = (left: number) =>
    left > 0
      ? ({ went: 'partly', text: counted(left, words.catalogue.leftOver) } as const)
      : ({ went: 'well', text: words.sheet.saved } as const)
  return (
    <Panel title={text.title}>
      <QueryState query={query}>
        {rooms =>
          rooms.length === 0 ? (
            <EmptyState title={text.none} text={text.noneText} />
          ) : (
            <ul>
              {rooms.map(room => (
                <RoomRow
                  key={room.id}
                  room={room}
                  pending={pending}
                  mayManage={mayManage}
                  onToggle={() => start(async () => told((await setRoomActive(room)).collisions.length))}
                  onChange={wish => start(async () => told((await changeRoom(room, wish)).collisions.length))}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
      {mayManage && (
        <NewRoom
          pending={pending}
          onAdd={wish =>
            start(async () => {
              await addRoom(wish)
              return { went: 'well', text: text.added(wish.name) }
            })
          }
        />
      )}
      <ActionResult result={result} />
    </Panel>
  )
}

type RowProps = {
  room: Room
  pending: boolean
  mayManage: boolean
  onToggle: () => void
  onChange: (wish: { lanes?: number; service_ids?: string[] }) => void
}

const RoomRow = ({ room, pending, mayManage, onToggle, onChange }: RowProps) => {
  const text = words.setup.rooms
  const { active, allowed, name, services, kind, lanes } = room
  return (
    <li>
      <div className={styles.person}>
        <span className={styles.personWords}>
          <span className={styles.name}>
            {name} <Badge tone="neutral">{active ? text.kind[kind] : text.archived}</Badge>
          </span>
          <span className={styles.more}>
            {services.map(service => service.name).join(', ') || text.unused}
          </span>
        </span>
        <ActionButton
          subject={name}
          refusal={refusalText(active ? allowed.archive : allowed.restore)}
          pending={pending}
          onClick={onToggle}
        >
          {active ? text.archive : text.restore}
        </ActionButton>
      </div>
      {active && mayManage && (
        <details className={styles.roomDetails}>
          <summary>{text.edit(name)}</summary>
          <TextInput
            type="number"
            min={1}
            max={100}
            label={text.lanes}
            defaultValue={lanes}
            onBlur={event => {
              const wanted = Number(event.currentTarget.value)
              if (wanted >= 1 && wanted !== lanes) onChange({ lanes: wanted })
            }}
          />
          <NeededFor room={room} onChange={ids => onChange({ service_ids: ids })} />
        </details>
      )}
    </li>
  )
}

const NeededFor = ({ room, onChange }: { room: Room; onChange: (ids: string[]) => void }) => {
  const text = words.setup.rooms
  const all = useQuery(catalogueServicesQuery('active')).data ?? []
  const taken = room.services.map(({ id }) => id)
  return (
    <fieldset className={styles.neededFor}>
      <legend>{text.neededFor}</legend>
      {all.map(({ id, name }) => (
        <CheckBox
          key={id}
          shows="label"
          label={name}
          checked={taken.includes(id)}
          onChange={() => onChange(taken.includes(id) ? taken.filter(one => one !== id) : [...taken, id])}
        />
      ))}
    </fieldset>
  )
}

type NewProps = { pending: boolean; onAdd: (wish: { name: string; kind: Room['kind'] }) => void }

const NewRoom = ({ pending, onAdd }: NewProps) => {
  const text = words.setup.rooms
  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    onAdd({
      name: String(given.get('name')).trim(),
      kind: given.get('kind') === 'device' ? 'device' : 'room',
    })
    event.currentTarget.reset()
  }
  return (
    <form className={styles.addRow} onSubmit={add}>
      <TextInput
        name="name"
        label={text.newName}
        required
        withAsterisk={false}
        maxLength={80}
        autoComplete="off"
      />
      <NativeSelect
        name="kind"
        label={text.newKind}
        data={(['room', 'device'] as const).map(value => ({ value, label: text.kind[value] }))}
      />
      <Button type="submit" variant="default" loading={pending}>
        {text.add}
      </Button>
    </form>
  )
}
