import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import {
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  type Icon as TablerIcon,
} from '@tabler/icons-react'
import type { Session } from '../api/contract.ts'
import { useSignOut } from '../api/use-sign-out.ts'
import { words } from '../text/words.ts'
import styles from './account-menu.module.css'

const schemes: { scheme: MantineColorScheme; label: string; Icon: TablerIcon }[] = [
  { scheme: 'auto', label: words.account.schemeAuto, Icon: IconDeviceDesktop },
  { scheme: 'light', label: words.account.schemeLight, Icon: IconSun },
  { scheme: 'dark', label: words.account.schemeDark, Icon: IconMoon },
]

export const AccountMenu = ({ session }: { session: Session }) => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const signOut = useSignOut()
  const leave = () =>
    signOut().catch(() => notifications.show({ color: 'red', message: words.account.signOutFailed }))
  return (
    <Menu position="top-start" width={248}>
      <Menu.Target>
        <UnstyledButton className={styles.target} aria-label={words.account.menu}>
          <span className={styles.avatar} aria-hidden="true">
            {initials(session.user.name)}
          </span>
          <span className={styles.who}>
            <span className={styles.name}>{session.user.name}</span>
            <span className={styles.role}>{words.account.roles[session.user.role] ?? session.user.role}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{words.account.scheme}</Menu.Label>
        {schemes.map(({ scheme, label, Icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={<Icon size={16} />}
            rightSection={scheme === colorScheme && <IconCheck size={16} />}
            onClick={() => setColorScheme(scheme)}
          >
            {label}
          </Menu.Item>
        ))}
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
