import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { passkeysQuery } from '../../api/account-queries.ts'
import { client, unwrap } from '../../api/client.ts'
import type { MadeKey, Passkey } from '../../api/contract.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { QueryState } from '../../table/query-state.tsx'
import { useFormats } from '../../text/use-formats.ts'
import { words } from '../../text/words.ts'
import { isNameless, knowsPasskeys, makeDeviceKey } from '../../util/device-key.ts'
import styles from './own-page.module.css'

/** Keys on devices, with which one logs in without a password: made, named, listed, removed. */
export const Passkeys = () => {
  const query = useQuery(passkeysQuery())
  const readAnew = () => query.refetch()
  return (
    <QueryState query={query}>
      {({ items, state }) => (
        <>
          {items.length > 0 && (
            <ul>
              {items.map(item => (
                <PasskeyRow key={item.id} item={item} onChanged={readAnew} />
              ))}
            </ul>
          )}
          <div className={styles.body}>
            {items.length === 0 && <p>{words.access.passkeys.none}</p>}
            <NewPasskey state={state} onMade={readAnew} />
          </div>
        </>
      )}
    </QueryState>
  )
}

const NewPasskey = ({ state, onMade }: { state: string; onMade: () => Promise<unknown> }) => {
  const { own, passkeys } = words.access
  if (state === 'not_configured') return <p>{passkeys.notConfigured}</p>
  if (isNameless(window.location.hostname)) return <p>{passkeys.nameless}</p>
  if (!knowsPasskeys()) return <p>{passkeys.unknownBrowser}</p>
  return (
    <AccountForm
      fields={[
        { name: 'name', label: passkeys.name, kind: 'text', hint: passkeys.nameHint },
        { name: 'password', label: own.confirmPassword, kind: 'password' },
      ]}
      submit={passkeys.add}
      done={passkeys.added}
      onSubmit={async ({ name = '', password = '' }) => {
        const options = await unwrap(client.POST('/api/v1/profile/passkeys/options', { body: { password } }))
        const made = await makeDeviceKey<MadeKey>(options)
        await unwrap(client.POST('/api/v1/profile/passkeys/confirm', { body: { name, made } }))
        await onMade()
      }}
    />
  )
}

const PasskeyRow = ({ item, onChanged }: { item: Passkey; onChanged: () => Promise<unknown> }) => {
  const { own, passkeys } = words.access
  const { time } = useFormats()
  const [asking, setAsking] = useState<'nothing' | 'name' | 'removal'>('nothing')
  const path = { id: item.id }
  if (asking === 'name')
    return (
      <li className={styles.row}>
        <AccountForm
          fields={[{ name: 'name', label: passkeys.newName, kind: 'text', hint: item.name }]}
          submit={passkeys.saveName}
          onSubmit={async ({ name = '' }) => {
            await unwrap(client.PATCH('/api/v1/profile/passkeys/{id}', { params: { path }, body: { name } }))
            await onChanged()
            setAsking('nothing')
          }}
        />
      </li>
    )
  return (
    <li className={styles.row}>
      <span className={styles.what}>{item.name}</span>
      <span className={styles.more}>
        {own.since} {time.moment(item.since)} ·{' '}
        {item.last_used_at === null ? passkeys.never : passkeys.lastUsed(time.moment(item.last_used_at))}
      </span>
      {asking === 'removal' ? (
        <AccountForm
          fields={[{ name: 'password', label: own.confirmPassword, kind: 'password' }]}
          submit={passkeys.confirmRemove}
          onSubmit={async ({ password = '' }) => {
            const request = { params: { path }, body: { password } }
            await unwrap(client.POST('/api/v1/profile/passkeys/{id}/remove', request))
            await onChanged()
          }}
        />
      ) : (
        <>
          <Button variant="default" size="xs" onClick={() => setAsking('name')}>
            {passkeys.rename}
          </Button>
          <Button variant="default" size="xs" onClick={() => setAsking('removal')}>
            {passkeys.remove}
          </Button>
        </>
      )}
    </li>
  )
}
