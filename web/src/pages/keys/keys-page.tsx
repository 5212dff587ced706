import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { apiKeysQuery } from '../../api/account-queries.ts'
import { client, unwrap } from '../../api/client.ts'
import type { ApiKey } from '../../api/contract.ts'
import { topics } from '../../api/queries.ts'
import { QueryState } from '../../table/query-state.tsx'
import { accountProblem } from '../../text/account-problem.ts'
import { useFormats } from '../../text/use-formats.ts'
import { wordFor, words } from '../../text/words.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { CopyText } from '../../ui/copy-text.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from '../own/own-page.module.css'
import { LocationsChoice, useLocationNames } from '../people/locations-choice.tsx'

const scopes = ['read', 'write', 'manage', 'all'] as const
type Scope = (typeof scopes)[number]
type Wish = {
  name: string
  scopes: Scope[]
  locations: string[] | null
  expires_in_days: number | null
}

/** Keys of programs: made, replaced and revoked; each is shown once. */
export const KeysPage = () => {
  const keys = words.access.keys
  const list = useQuery(apiKeysQuery())
  const [shown, setShown] = useState<string | null>(null)
  return (
    <>
      <PageHeader title={keys.title} lead={keys.lead} />
      <div className={styles.parts}>
        {shown !== null && (
          <Panel title={keys.shownOnce}>
            <div className={styles.body} role="status">
              <CopyText text={shown} shown={shown} font="plain" />
            </div>
          </Panel>
        )}
        <Panel title={keys.make}>
          <MakeForm onMade={setShown} />
        </Panel>
        <Panel title={keys.title}>
          <QueryState query={list}>
            {items =>
              items.length === 0 ? (
                <EmptyState title={keys.none} />
              ) : (
                <ul>
                  {items.map(item => (
                    <KeyRow key={item.id} item={item} onMade={setShown} />
                  ))}
                </ul>
              )
            }
          </QueryState>
        </Panel>
      </div>
    </>
  )
}

const useKeyAction = <Given,>(act: (given: Given) => Promise<unknown>) => {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSettled: () => queryClient.invalidateQueries({ queryKey: [topics.apiKeys] }),
  })
}

const MakeForm = ({ onMade }: { onMade: (key: string) => void }) => {
  const keys = words.access.keys
  const names = words.access.scopes
  const [locations, setLocations] = useState<string[] | null>(null)
  const make = useKeyAction(async (body: Wish) =>
    onMade((await unwrap(client.POST('/api/v1/api-keys', { body }))).key),
  )
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const scope = scopes.find(known => known === given.get('scope')) ?? 'read'
    const days = Number(given.get('days'))
    const expires = { expires_in_days: days > 0 ? days : null }
    const wish = { name: String(given.get('name')), scopes: [scope], locations, ...expires }
    make.mutate(wish, {
      onSuccess: () => {
        form.reset()
        setLocations(null)
      },
    })
  }
  return (
    <form className={styles.body} onSubmit={submit}>
      <TextInput name="name" label={keys.name} required withAsterisk={false} maxLength={100} />
      <NativeSelect
        name="scope"
        label={keys.scope}
        data={scopes.map(scope => ({ value: scope, label: names[scope] }))}
      />
      <LocationsChoice legend={words.access.people.locations} chosen={locations} onChange={setLocations} />
      <TextInput name="days" label={keys.days} inputMode="numeric" pattern="[0-9]*" />
      {make.isError && <p role="alert">{accountProblem(make.error)}</p>}
      <Button type="submit" loading={make.isPending}>
        {keys.make}
      </Button>
    </form>
  )
}

const KeyRow = ({ item, onMade }: { item: ApiKey; onMade: (key: string) => void }) => {
  const keys = words.access.keys
  const names = words.access.scopes
  const { time } = useFormats()
  const [asking, setAsking] = useState(false)
  const path = { id: item.id }
  const rotate = useKeyAction(async () =>
    onMade(
      (
        await unwrap(
          client.POST('/api/v1/api-keys/{id}/rotate', { params: { path }, body: { overlap_hours: 24 } }),
        )
      ).key,
    ),
  )
  const revoke = useKeyAction(() => unwrap(client.DELETE('/api/v1/api-keys/{id}', { params: { path } })))
  const failed = rotate.error ?? revoke.error
  const places = useLocationNames(item.locations)
  const used = item.last_used_at === null ? keys.never : time.moment(item.last_used_at)
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        {item.name} · ask_{item.prefix}_…
        {failed && <span role="alert"> {accountProblem(failed)}</span>}
      </span>
      <span className={styles.more}>
        {item.scopes.map(scope => wordFor(names, scope) ?? scope).join(', ')}
        {places !== null && ` · ${places}`} · {keys.state[item.state]} · {keys.lastUsed}: {used}
        {item.expires_at !== null && ` · ${keys.until} ${time.moment(item.expires_at)}`}
      </span>
      {item.state === 'valid' && (
        <>
          <Button variant="default" size="xs" onClick={() => rotate.mutate(undefined)}>
            {keys.rotate}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsking(true)}>
            {keys.revoke}
          </Button>
        </>
      )}
      {asking && (
        <ConfirmDialog
          title={keys.revokeTitle}
          text={keys.revokeText}
          confirm={keys.revoke}
          weight="final"
          onConfirm={() => revoke.mutate(undefined)}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}
