import {
  type MantineColorScheme,
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLogout } from '@tabler/icons-react'
import type { Session } from '../api/contract.ts'
import { useSignOut } from '../api/use-sign-out.ts'
import { words } from '../text/words.ts'
import styles from './account-menu.module.css'

const schemes: { scheme: MantineColorScheme; label: string }[] = [
  { scheme: 'auto', label: words.account.schemeAuto },
  { scheme: 'light', label: words.account.schemeLight },
  { scheme: 'dark', label: words.account.schemeDark },
]

const schemeOf = (value: string): MantineColorScheme =>
  schemes.find(({ scheme }) => scheme === value)?.scheme ?? 'auto'

export const AccountMenu = ({ session }: { session: Session }) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const signOut = useSignOut()
  const leave = () =>
    signOut().catch(() => notifications.show({ color: 'red', message: words.account.signOutFailed }))
  return (
    <Menu position="top-start" width={248} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={styles.target}>
          <span className={styles.avatar} aria-hidden="true">
            {initials(session.user.name)}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{session.user.name}</span>
            <span className={styles.role}>{words.account.roles[session.user.role] ?? session.user.role}</span>
          </span>
          <VisuallyHidden>{words.account.menu}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{words.account.scheme}</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={chosen => setColorScheme(schemeOf(chosen))}>
          {schemes.map(({ scheme, label }) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {words.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(part => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()
