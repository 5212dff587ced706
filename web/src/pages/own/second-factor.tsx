import { useState } from 'react'
import { encode } from 'uqr'
import { client, unwrap } from '../../api/client.ts'
import { AccountForm } from '../../forms/account-form.tsx'
import { words } from '../../text/words.ts'
import styles from './own-page.module.css'

type Begun = { totp_uri: string; backup_codes: string[] }
type Props = { on: boolean; onChanged: () => Promise<void> }

/** Set up in two steps: the code is taken and confirmed, before it is asked for at the next login. */
export const SecondFactor = ({ on, onChanged }: Props) => {
  const { own } = words.access
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const password = { name: 'password', label: own.confirmPassword, kind: 'password' } as const

  if (begun !== null && !on)
    return (
      <>
        <p>{own.scan}</p>
        <QrCode text={begun.totp_uri} />
        <p className={styles.secret} data-testid="secret">
          {new URL(begun.totp_uri).searchParams.get('secret')}
        </p>
        <BackupCodes codes={begun.backup_codes} />
        <AccountForm
          fields={[{ name: 'code', label: own.code, kind: 'code' }]}
          submit={own.confirm}
          onSubmit={async ({ code = '' }) => {
            await unwrap(client.POST('/api/v1/profile/second-factor/confirm', { body: { code } }))
            await onChanged()
          }}
        />
      </>
    )
  if (on)
    return (
      <>
        <p>{own.factorOn}</p>
        {codes !== null && <BackupCodes codes={codes} />}
        <AccountForm
          fields={[password]}
          submit={own.newCodes}
          onSubmit={async ({ password: given = '' }) => {
            const made = await unwrap(
              client.POST('/api/v1/profile/backup-codes', { body: { password: given } }),
            )
            setCodes(made.backup_codes)
          }}
        />
        <AccountForm
          fields={[password]}
          submit={own.turnOff}
          onSubmit={async ({ password: given = '' }) => {
            await unwrap(client.POST('/api/v1/profile/second-factor/disable', { body: { password: given } }))
            setBegun(null)
            await onChanged()
          }}
        />
      </>
    )
  return (
    <>
      <p>{own.factorOff}</p>
      <AccountForm
        fields={[password]}
        submit={own.setUp}
        onSubmit={async ({ password: given = '' }) =>
          setBegun(await unwrap(client.POST('/api/v1/profile/second-factor', { body: { password: given } })))
        }
      />
    </>
  )
}

const BackupCodes = ({ codes }: { codes: string[] }) => (
  <div>
    <p>{words.access.own.codes}</p>
    <ul className={styles.codes}>
      {codes.map(code => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  </div>
)

/** One path of squares; drawn here, so that the secret goes to nobody. */
const QrCode = ({ text }: { text: string }) => {
  const { data, size } = encode(text, { border: 2 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label="QR">
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
