import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { ComponentPropsWithRef } from 'react'
import type { Session } from '../api/contract.ts'
import { words } from '../text/words.ts'
import styles from './account-menu.module.css'

type Props = ComponentPropsWithRef<'button'> & { session: Session }

export const AccountButton = ({ session, ...others }: Props) => (
  <UnstyledButton {...others} className={styles.target}>
    <span className={styles.avatar} aria-hidden="true">
      {initials(session.user.name)}
    </span>
    <span className={styles.who}>
      <span className={styles.name}>{session.user.name}</span>
      <span className={styles.role}>{words.access.roles[session.user.role]}</span>
    </span>
    <VisuallyHidden>{words.account.menu}</VisuallyHidden>
  </UnstyledButton>
)

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(part => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()
