import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconHistory, IconKey, IconLogout, IconUserCircle, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { Session } from '../api/contract.ts'
import { useSignOut } from '../api/use-sign-out.ts'
import { chooseLanguage } from '../text/language.ts'
import { languages } from '../text/languages.ts'
import { useLanguage } from '../text/use-language.ts'
import { words } from '../text/words.ts'
import { noticeFailure } from '../ui/notices.tsx'
import { pb } from '../util/path-builder.ts'
import { AccountButton } from './account-button.tsx'

const schemes = ['auto', 'light', 'dark'] as const satisfies MantineColorScheme[]

/** The menu, and the button it belongs to; opens itself, because it is fetched when somebody wants it. */
export const OpenedAccountMenu = ({ session }: { session: Session }) => {
  const signOut = useSignOut()
  const may = (permission: Session['permissions'][number]) => session.permissions.includes(permission)
  const leave = () => signOut().catch(() => noticeFailure(words.account.signOutFailed))
  const target = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    // What had the focus before it opened has it again when it closes.
    target.current?.focus()
    setOpened(true)
  }, [])
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="top-start"
      width={248}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <AccountButton ref={target} session={session} />
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
