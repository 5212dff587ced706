import {
  type MantineColorScheme,
  Menu,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
} from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHistory, IconKey, IconLogout, IconUserCircle, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Session } from '../api/contract.ts'
import { useSignOut } from '../api/use-sign-out.ts'
import { chooseLanguage } from '../text/language.ts'
import { languages } from '../text/languages.ts'
import { useLanguage } from '../text/use-language.ts'
import { words } from '../text/words.ts'
import { pb } from '../util/path-builder.ts'
import styles from './account-menu.module.css'

const schemes = ['auto', 'light', 'dark'] as const satisfies MantineColorScheme[]

export const AccountMenu = ({ session }: { session: Session }) => {
  const signOut = useSignOut()
  const may = (permission: Session['permissions'][number]) => session.permissions.includes(permission)
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
            <span className={styles.role}>{words.access.roles[session.user.role]}</span>
          </span>
          <VisuallyHidden>{words.account.menu}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.user.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{words.account.scheme}</Menu.Label>
        <SchemeChoice />
        <Menu.Divider />
        <Menu.Label>{words.account.language}</Menu.Label>
        <LanguageChoice />
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserCircle size={16} />} component={Link} {...pb.own()}>
          {words.navigation.own}
        </Menu.Item>
        {may('people') && (
          <Menu.Item leftSection={<IconUsers size={16} />} component={Link} {...pb.people()}>
            {words.navigation.people}
          </Menu.Item>
        )}
        {may('keys') && (
          <Menu.Item leftSection={<IconKey size={16} />} component={Link} {...pb.keys()}>
            {words.navigation.keys}
          </Menu.Item>
        )}
        {may('audit') && (
          <Menu.Item leftSection={<IconHistory size={16} />} component={Link} {...pb.audit()}>
            {words.navigation.audit}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {words.account.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const SchemeChoice = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const labels = {
    auto: words.account.schemeAuto,
    light: words.account.schemeLight,
    dark: words.account.schemeDark,
  }
  const choose = (chosen: string) => setColorScheme(schemes.find(scheme => scheme === chosen) ?? 'auto')
  return (
    <Menu.RadioGroup value={colorScheme} onChange={choose}>
      {schemes.map(scheme => (
        <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick>
          {labels[scheme]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

const LanguageChoice = () => {
  const choose = (chosen: string) => {
    const language = languages.find(known => known === chosen)
    if (language !== undefined) chooseLanguage(language)
  }
  return (
    <Menu.RadioGroup value={useLanguage()} onChange={choose}>
      {languages.map(language => (
        <Menu.RadioItem key={language} value={language} lang={language} closeMenuOnClick>
          {words.account.languageNames[language]}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map(part => part.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()
