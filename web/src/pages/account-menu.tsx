import { lazy, Suspense, useState } from 'react'
import type { Session } from '../api/contract.ts'
import { AccountButton } from './account-button.tsx'

const fetched = () => import('./opened-account-menu.tsx')
const OpenedAccountMenu = lazy(async () => ({ default: (await fetched()).OpenedAccountMenu }))

/** Who is logged in. The menu behind it is fetched when a hand or the keyboard comes near. */
export const AccountMenu = ({ session }: { session: Session }) => {
  const [wanted, setWanted] = useState(false)
  const comesNear = () => void fetched().catch(() => undefined)
  const closed = (
    <AccountButton
      session={session}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={comesNear}
      onFocus={comesNear}
      onClick={() => setWanted(true)}
    />
  )
  return wanted ? (
    <Suspense fallback={closed}>
      <OpenedAccountMenu session={session} />
    </Suspense>
  ) : (
    closed
  )
}
